import * as oidc from 'openid-client';
import type { Conduct } from '../conduct.ts';
import { Refusal } from '../refusal.ts';
import type { DemoSettings } from '../settings.ts';
import type { Fetch, FetchInit, Transport } from './transport.ts';

/** Pro Santé Connect as discovered for one login. */
export interface Provider {
  readonly configuration: oidc.Configuration;
  readonly metadata: oidc.ServerMetadata;
  readonly settings: DemoSettings;
  readonly fetch: Fetch;
}

/** Discovers Pro Santé Connect anew for each login; throws Refusal when it is unreachable or not who it says. */
export async function discover(
  settings: DemoSettings,
  transport: Transport,
  conduct: Conduct,
): Promise<Provider> {
  const discovery = new URL(settings.discovery);
  const configuration = await withAttempts(conduct.discoveryAttempts ?? 1, () =>
    oidc.discovery(
      conduct.discoveryPath?.(discovery) ?? discovery,
      settings.clientId,
      undefined,
      clientAuthentication(settings, conduct),
      {
        execute: [oidc.enableNonRepudiationChecks],
        [oidc.customFetch]: (url: string, options: oidc.CustomFetchOptions) =>
          transport.fetch(url, fetchInit(options)),
      },
    ),
  );
  const metadata = configuration.serverMetadata();
  // The library trusts the document when given its whole address: comparing is ours. OpenID Discovery 1.0, 4.3.
  if (metadata.issuer !== settings.issuer && conduct.withoutIssuerComparison !== true) {
    throw new Refusal(
      'erreur',
      'Pro Santé Connect n’est pas celui qui est configuré : connexion impossible.',
    );
  }
  return { configuration, metadata, settings, fetch: transport.fetch };
}

async function withAttempts<T>(attempts: number, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (cause) {
      if (attempt >= attempts) {
        throw new Refusal('erreur', 'Pro Santé Connect est indisponible : utilisez un autre moyen.', cause);
      }
    }
  }
}

function clientAuthentication(settings: DemoSettings, conduct: Conduct): oidc.ClientAuth {
  if (!settings.mutualTls || settings.certificate === undefined) {
    const secret = settings.clientSecret ?? '';
    return settings.secretInForm ? oidc.ClientSecretPost(secret) : oidc.ClientSecretBasic(secret);
  }
  if (conduct.secretWithCertificate !== true) return oidc.TlsClientAuth();
  return oidc.ClientSecretPost(settings.clientSecret ?? 'secret-oublie-la');
}

function fetchInit(options: oidc.CustomFetchOptions): FetchInit {
  const { body } = options;
  const text =
    body instanceof URLSearchParams ? body.toString() : typeof body === 'string' ? body : undefined;
  return {
    method: options.method,
    headers: options.headers,
    ...(text === undefined ? {} : { body: text }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  };
}
