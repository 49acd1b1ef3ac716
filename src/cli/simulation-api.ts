import { createServer, type IncomingMessage, type Server } from 'node:http';
import { SegurError } from '../domain/segur-error.ts';
import type { JsonObject } from '../domain/json.ts';
import { parseObject } from './simulation-commands.ts';
import type { Simulation } from './simulation.ts';

const maxBody = 1_000_000;

/**
 * A small control API for scripts, loopback only: `GET /faults`, `PUT /faults {"ids":[…]}`, `PUT /state {…}`,
 * `POST /operations/<name> {…}`, `GET /preuves`. Answers JSON; 400 with the hint on a bad request.
 */
export async function startSimulationApi(
  simulation: Simulation,
  port: number,
): Promise<{ readonly origin: string; readonly close: () => void }> {
  const server = createServer((request, response) => {
    void answer(request, simulation).then(
      (body) => response.setHeader('content-type', 'application/json').end(`${JSON.stringify(body)}\n`),
      (error: unknown) => {
        const known = error instanceof SegurError;
        response.writeHead(known ? 400 : 500, { 'content-type': 'application/json' });
        response.end(
          `${JSON.stringify({ error: error instanceof Error ? error.message : String(error), ...(known ? { hint: error.hint } : {}) })}\n`,
        );
      },
    );
  });
  await listening(server, port);
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}`;
  return {
    origin,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

async function answer(request: IncomingMessage, simulation: Simulation): Promise<unknown> {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const body = request.method === 'GET' ? {} : await readBody(request);
  if (path === '/faults' && request.method === 'PUT') {
    const ids = body['ids'];
    simulation.arm(Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []);
  }
  if (path === '/faults') {
    return simulation
      .faults()
      .map(([id, fault]) => ({ id, title: fault.title, armed: simulation.armed().includes(id) }));
  }
  if (path === '/state') {
    simulation.prepare(body);
    return { ok: true };
  }
  if (path.startsWith('/operations/')) return simulation.operate(path.slice('/operations/'.length), body);
  if (path === '/preuves') return simulation.recent();
  return { paths: ['/faults', '/state', '/operations/<name>', '/preuves'] };
}

async function readBody(request: IncomingMessage): Promise<JsonObject> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBody) break;
    chunks.push(chunk);
  }
  return parseObject(Buffer.concat(chunks).toString('utf8'));
}
