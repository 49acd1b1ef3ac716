import { Agent, request } from 'undici';
import { CookieJar } from './cookie-jar.ts';

/** Where a navigation ended. */
export interface PageReached {
  readonly url: string;
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** Every address visited, first to last. */
  readonly trail: readonly string[];
}

const maxRedirects = 20;
const maxPageBytes = 1_000_000;

/**
 * Plays the browser of a login: one cookie jar per session, redirects followed, nothing rendered.
 * A page that needs scripts or clicks is where it stops: the browser pilote is for those.
 */
export class Navigator {
  readonly #jars = new Map<string, CookieJar>();
  readonly #agent: Agent;

  /** `ca` is added to the authorities of the system, for the bench's own simulators. */
  constructor(ca: readonly string[]) {
    this.#agent = new Agent({ connect: { ca: [...ca] } });
  }

  /** Opens an address in a session; throws when the network fails, a loop is met, or `signal` aborts. */
  async open(session: string, start: string, signal: AbortSignal): Promise<PageReached> {
    const jar = this.#jar(session);
    const trail: string[] = [];
    let url = new URL(start);
    for (;;) {
      if (trail.length > maxRedirects)
        throw new Error(`more than ${maxRedirects} redirects, last ${trail.at(-1) ?? start}`);
      trail.push(url.href);
      const cookie = jar.header(url);
      const response = await request(url, {
        dispatcher: this.#agent,
        signal,
        headers: {
          accept: 'text/html,application/json;q=0.9,*/*;q=0.5',
          'user-agent': 'segur-navigateur/1 (suivi de redirections)',
          'sec-fetch-dest': 'document',
          'sec-fetch-mode': 'navigate',
          ...(cookie === undefined ? {} : { cookie }),
        },
      });
      jar.store(url, asList(response.headers['set-cookie']));
      const location = asList(response.headers['location'])[0];
      if (response.statusCode >= 300 && response.statusCode < 400 && location !== undefined) {
        await response.body.dump();
        url = new URL(location, url);
        continue;
      }
      const body = await readLimited(response.body);
      const contentType = asList(response.headers['content-type'])[0] ?? '';
      return { url: url.href, status: response.statusCode, contentType, body, trail };
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  #jar(session: string): CookieJar {
    const known = this.#jars.get(session);
    if (known !== undefined) return known;
    const jar = new CookieJar();
    this.#jars.set(session, jar);
    return jar;
  }
}

function asList(header: string | string[] | undefined): readonly string[] {
  return header === undefined ? [] : Array.isArray(header) ? header : [header];
}

async function readLimited(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxPageBytes) break;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
