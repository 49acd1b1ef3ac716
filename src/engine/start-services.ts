import type { Json, JsonObject } from '../domain/json.ts';
import type { RunningService } from '../domain/service.ts';
import type { RunArmory } from './run-armory.ts';
import type { RunRecorder } from './run-recorder.ts';
import type { RunRequest } from './run-request.ts';
import { seededRandom } from './seeded-random.ts';

/** Running simulators by service name. */
export type RunningServices = ReadonlyMap<string, RunningService>;

/** Starts every simulator the plan needs; closes those already started when one fails. */
export async function startServices(
  request: RunRequest,
  recorder: RunRecorder,
  armory: RunArmory,
): Promise<RunningServices> {
  const names = [...new Set(request.plan.scenarios.flatMap((scenario) => scenario.services))].sort();
  const running = new Map<string, RunningService>();
  try {
    for (const name of names) {
      const service = request.service(name);
      if (service.start === undefined) continue;
      const options = request.serviceOptions[name] ?? {};
      for (const path of service.secrets) {
        const value = dotted(options, path);
        if (typeof value === 'string' && value.length > 0) recorder.secret(`${name}.${path}`, value);
      }
      const started = await service.start({
        options,
        deck: request.deck,
        recorder,
        armory,
        clock: request.clock,
        pki: request.pki,
        host: request.host,
        random: seededRandom(request.plan.seed, name),
        signal: request.signal,
      });
      running.set(name, started);
      request.emit({
        kind: 'service-started',
        service: name,
        title: service.title,
        settings: started.settings,
      });
    }
    return running;
  } catch (error) {
    await closeServices(running);
    throw error;
  }
}

export async function closeServices(running: RunningServices): Promise<void> {
  await Promise.allSettled([...running.values()].map((service) => service.close()));
}

/** `psc.issuer` and so on, over all services. */
export function allEndpoints(running: RunningServices): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...running].flatMap(([name, service]) =>
      Object.entries(service.endpoints).map(([key, value]) => [`${name}.${key}`, value] as const),
    ),
  );
}

function dotted(object: JsonObject, path: string): Json | undefined {
  let current: Json | undefined = object;
  for (const key of path.split('.')) {
    if (current === undefined || current === null || typeof current !== 'object') return undefined;
    current = (current as JsonObject)[key];
  }
  return current;
}
