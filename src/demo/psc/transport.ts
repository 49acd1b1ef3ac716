import { Agent, fetch as undiciFetch } from 'undici';
import type { DemoSettings } from '../settings.ts';

const deadline = 10_000;

/** A `fetch` bound to the trust anchor of the run and, where asked, to the client certificate. */
export type Fetch = (url: string, init: FetchInit) => Promise<Response>;

export interface FetchInit {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

/** Connections of one configuration. */
export interface Transport {
  readonly fetch: Fetch;
  close(): Promise<void>;
}

export function openTransport(
  settings: Pick<DemoSettings, 'ca' | 'certificate'>,
  withCertificate: boolean,
): Transport {
  const { certificate } = settings;
  const agent = new Agent({
    connect: {
      ...(settings.ca === '' ? {} : { ca: settings.ca }),
      ...(withCertificate && certificate !== undefined
        ? { cert: certificate.certPem, key: certificate.keyPem }
        : {}),
    },
  });
  return {
    fetch: async (url, init) => {
      const limit = AbortSignal.timeout(deadline);
      const answer = await undiciFetch(url, {
        method: init.method,
        headers: { ...init.headers },
        redirect: 'manual',
        dispatcher: agent,
        signal: init.signal === undefined ? limit : AbortSignal.any([init.signal, limit]),
        ...(init.body === undefined ? {} : { body: init.body }),
      });
      const body = await answer.arrayBuffer();
      const bodyless = answer.status === 204 || answer.status === 304;
      // The library wants the runtime's own Response, not undici's.
      return new Response(bodyless ? null : body, {
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
      });
    },
    close: () => agent.destroy(),
  };
}
