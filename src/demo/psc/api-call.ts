import type { Conduct } from '../conduct.ts';
import { Refusal } from '../refusal.ts';
import { members, text, type DemoSettings } from '../settings.ts';
import { openTransport } from './transport.ts';

/** Business scope of the sample API. */
const apiScope = 'signsessiondata';
const exchangeGrant = 'urn:ietf:params:oauth:grant-type:token-exchange';

export interface ApiAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

export interface ApiCall {
  readonly method: string;
  /** Below the address of the API. */
  readonly path: string;
  readonly body?: string;
  /** PSC access token, alive. */
  readonly subjectToken: string;
}

/**
 * Exchanges the PSC access token at the API's authorization server, then calls the API, both over TLS with the same
 * client certificate, to which the token is bound. Clauses: RFC 8693, RFC 8705. Throws Refusal when either fails.
 */
export async function callApi(settings: DemoSettings, call: ApiCall, conduct: Conduct): Promise<ApiAnswer> {
  if (
    settings.exchangeUrl === undefined ||
    settings.apiUrl === undefined ||
    settings.certificate === undefined
  ) {
    throw new Refusal('erreur', 'L’accès aux API Pro Santé Connectées n’est pas configuré.');
  }
  const exchange = openTransport(settings, conduct.withoutCertificate !== true);
  const api = openTransport(
    settings,
    conduct.withoutCertificate !== true && conduct.apiWithoutCertificate !== true,
  );
  try {
    const parameters = new URLSearchParams({
      grant_type: exchangeGrant,
      client_id: settings.clientId,
      subject_token: call.subjectToken,
      subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      scope: apiScope,
    });
    conduct.exchange?.(parameters);
    const granted = await exchange.fetch(settings.exchangeUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: parameters.toString(),
    });
    const token = text(members(await granted.json().catch(() => undefined)), 'access_token');
    if (!granted.ok || token === undefined) {
      throw new Refusal(
        granted.status >= 500 ? 'erreur' : 'refusee',
        'Le service de données n’a pas accepté votre identification.',
      );
    }
    const answer = await api.fetch(addressOf(settings.apiUrl, call.path), {
      method: call.method,
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(call.body === undefined ? {} : { body: call.body }),
    });
    return {
      status: answer.status,
      contentType: answer.headers.get('content-type') ?? 'application/octet-stream',
      body: await answer.text(),
    };
  } finally {
    await Promise.all([exchange.close(), api.close()]);
  }
}

/** An address that already ends with the path asked for is the operation itself. */
function addressOf(api: string, path: string): string {
  const base = api.replace(/\/$/, '');
  return base.endsWith(path) ? base : base + path;
}
