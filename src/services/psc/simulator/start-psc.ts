import { isIP } from 'node:net';
import type { RunningService, ServiceContext } from '../../../domain/service.ts';
import { startHttpServer, type HttpServer } from '../../../wire/start-http-server.ts';
import { realm } from './endpoint-paths.ts';
import { operatePsc } from './operations.ts';
import { ProxyClient } from './proxy-client.ts';
import { readPscOptions } from './psc-options.ts';
import { pscEndpoints, pscSettings } from './psc-settings.ts';
import { readPscState } from './psc-state.ts';
import { PscWorld } from './psc-world.ts';
import { route, type PscHost } from './routes.ts';
import { SigningKeys } from './signing-keys.ts';

/**
 * Starts the realm: the issuer and the portal on two origins, and in the regime `edc` a third one for the
 * authorization server and API of the Espace de Confiance. Throws BenchError when a pinned port is busy.
 */
export async function startPsc(context: ServiceContext): Promise<RunningService> {
  const options = readPscOptions(context.options);
  const names = [
    ...new Set([context.host, 'localhost', '127.0.0.1', ...Object.values(options.hotes)]),
  ].filter((name) => name !== '0.0.0.0' && name !== '::');
  const [keys, leaf] = await Promise.all([SigningKeys.create(), context.pki.server({ names })]);
  const world = new PscWorld(context, options, keys);
  const servers: HttpServer[] = [];

  const listen = async (host: PscHost): Promise<string> => {
    const server = await startHttpServer({
      host: context.host,
      port: options.ports[host],
      recorder: context.recorder,
      unhandledKind: 'psc/unknown-request',
      tls: {
        ...leaf,
        minVersion: options.tlsMinimum,
        // A browser meets the portal: asking it for a certificate would only show a dialog.
        ...(host === 'portail' ? {} : { clientCaPem: context.pki.clientCaPem }),
      },
      handler: (request) => route(world, host, request),
    });
    servers.push(server);
    return `https://${authority(options.hotes[host] ?? publicHost(context.host), server.port)}`;
  };
  const close = async (): Promise<void> => {
    const results = await Promise.allSettled(servers.map((server) => server.close()));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  };

  try {
    const auth = await listen('auth');
    const portail = await listen('portail');
    const edc = options.regime === 'edc' ? await listen('edc') : undefined;
    world.addresses = { issuer: auth + realm, portail, ...(edc === undefined ? {} : { edc }) };
  } catch (error) {
    await close();
    throw error;
  }
  const endpoints = pscEndpoints(world.addresses);
  const proxy = new ProxyClient(world);
  const identifiants = context.deck.professionnels.map(({ identifiantNational }) => identifiantNational);
  return {
    endpoints,
    settings: pscSettings(options, endpoints),
    prepare: (state) => {
      world.state = readPscState(state, identifiants);
      world.unavailable.clear();
    },
    operate: (operation, input) => operatePsc(world, proxy, operation, input),
    close,
  };
}

/** A wildcard address is bound, never told. */
function publicHost(host: string): string {
  return host === '0.0.0.0' || host === '::' ? 'localhost' : host;
}

function authority(name: string, port: number): string {
  return `${isIP(name) === 6 ? `[${name}]` : name}:${port}`;
}
