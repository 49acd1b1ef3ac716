import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { conductOf } from './defauts/find-defauts.ts';
import { Pilotage } from './pilotage.ts';
import { Product } from './product.ts';
import { Proxy } from './proxy.ts';
import { Application } from './web/application.ts';
import { page } from './web/pages.ts';
import { bodyText, send, type Reply } from './web/reply.ts';

export interface DemoOptions {
  /** Ids of défauts switched on; throws at start for an unknown one. */
  readonly defauts: readonly string[];
  /** 0 or absent: a free port. */
  readonly port?: number;
}

export interface RunningDemo {
  /** Base address of the pilotage contract. */
  readonly url: string;
  readonly application: string;
  readonly redirectUri: string;
  readonly postLogoutRedirectUri: string;
  /** Base address of the Proxy e-Santé. */
  readonly proxy: string;
  /** Port on loopback at which it receives HL7v2 by MLLP. */
  readonly mllp: number;
  /** Base address at which it receives Patients in FHIR. */
  readonly fhir: string;
  close(): Promise<void>;
}

/** Starts the LPS de démonstration on loopback: its screens, its Proxy e-Santé and its pilotage. */
export async function startDemo(options: DemoOptions): Promise<RunningDemo> {
  const product = new Product(conductOf(options.defauts));
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const application = new Application(product, origin);
  const pilotage = new Pilotage(product, application, origin);
  const proxy = new Proxy(product);
  const mllp = await pilotage.listen();
  server.on('request', (request, response) => {
    route(request, { application, pilotage, proxy, origin })
      .catch((error: unknown): Reply => {
        product.journal.log(`erreur ${error instanceof Error ? error.name : 'inconnue'}`);
        return { status: 500, html: page('Erreur', ['Une erreur est survenue.'], { Accueil: '/' }) };
      })
      .then((reply) => send(response, reply))
      .catch(() => response.destroy());
  });
  return {
    url: `${origin}/pilotage`,
    application: origin,
    redirectUri: `${origin}/psc/retour`,
    postLogoutRedirectUri: `${origin}/deconnecte`,
    proxy: `${origin}/proxy`,
    mllp,
    fhir: `${origin}/fhir`,
    close: async () => {
      pilotage.close();
      await closed(server);
      await product.close();
    },
  };
}

interface Parts {
  readonly application: Application;
  readonly pilotage: Pilotage;
  readonly proxy: Proxy;
  readonly origin: string;
}

async function route(request: IncomingMessage, parts: Parts): Promise<Reply> {
  const url = new URL(request.url ?? '/', parts.origin);
  if (url.pathname === '/pilotage') return { status: 200, json: { logiciel: 'LPS de démonstration' } };
  const action = /^\/pilotage\/actions\/([\w.-]+)$/.exec(url.pathname)?.[1];
  if (action !== undefined) return pilot(request, parts.pilotage, action);
  if (url.pathname.startsWith('/proxy/')) {
    return parts.proxy.answer(request, url, url.pathname.slice('/proxy'.length));
  }
  if (url.pathname.startsWith('/fhir/')) {
    return parts.pilotage.fhirServer.answer(request, url, `${parts.origin}/fhir`);
  }
  return parts.application.answer(request, url);
}

async function pilot(request: IncomingMessage, pilotage: Pilotage, action: string): Promise<Reply> {
  if (request.method !== 'POST') return { status: 405, json: { message: 'POST' } };
  let input: unknown;
  try {
    const body = await bodyText(request);
    input = body === '' ? {} : JSON.parse(body);
  } catch (error) {
    return { status: 400, json: { message: error instanceof Error ? error.message : 'not JSON' } };
  }
  let output: Awaited<ReturnType<Pilotage['act']>>;
  try {
    output = await pilotage.act(action, input);
  } catch (error) {
    return { status: 500, json: { message: error instanceof Error ? error.message : String(error) } };
  }
  return output === undefined ? { status: 501, json: { message: action } } : { status: 200, json: output };
}

async function closed(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
