import type { JsonObject } from '../../../domain/json.ts';
import { InputError } from '../../../domain/segur-error.ts';
import type { Login } from './login.ts';
import { proxyOperations, type ProxyClient } from './proxy-client.ts';
import type { PscWorld } from './psc-world.ts';
import { availabilityTargets } from './routes.ts';

const own = [
  'revoquer-session',
  'tourner-les-cles',
  'expirer-jetons',
  'indisponible',
  'disponible',
  'repondre-ciba',
] as const;

/**
 * What a scenario can make the realm do. Throws InputError `PSC_OPERATION` on an operation or a member that does not
 * exist: a scenario that asks for nothing would test nothing.
 */
export async function operatePsc(
  world: PscWorld,
  proxy: ProxyClient,
  operation: string,
  input: JsonObject,
): Promise<JsonObject> {
  if (isOneOf(proxyOperations, operation)) return proxy.call(operation, input);
  if (!isOneOf(own, operation)) {
    throw new InputError('PSC_OPERATION', `psc has no operation ${operation}`, {
      hint: `Operations: ${[...own, ...proxyOperations].join(', ')}.`,
    });
  }
  switch (operation) {
    case 'revoquer-session': {
      const ended = chosenLogins(world, input).filter((login) => !login.ended);
      for (const login of ended) login.ended = true;
      return { sessions: ended.length };
    }
    case 'tourner-les-cles':
      return { kid: await world.keys.rotate() };
    case 'expirer-jetons': {
      const logins = chosenLogins(world, input);
      const type = member(input, 'type', ['access', 'refresh', 'id', 'api', 'tous'], 'access');
      return {
        jetons: world.tokens.expire(
          (token) => logins.includes(token.login) && (type === 'tous' || token.kind === type),
        ),
      };
    }
    case 'indisponible':
      world.unavailable.add(member(input, 'cible', availabilityTargets, 'auth'));
      return { indisponibles: [...world.unavailable] };
    case 'disponible':
      world.unavailable.clear();
      return {};
    case 'repondre-ciba': {
      const issue = member(input, 'issue', ['accord', 'refus', 'expiration'], 'accord');
      const waiting = [...world.ciba.values()].filter((request) => !request.used);
      for (const request of waiting) {
        request.issue = issue;
        request.answersAt = world.context.clock.now();
      }
      return { demandes: waiting.length };
    }
  }
}

function chosenLogins(world: PscWorld, input: JsonObject): readonly Login[] {
  const id = input['identifiantNational'];
  return world.logins.filter((login) => id === undefined || login.professionnel.identifiantNational === id);
}

function member<const T extends string>(
  input: JsonObject,
  name: string,
  allowed: readonly T[],
  absent: T,
): T {
  const value = input[name];
  if (value === undefined) return absent;
  if (typeof value === 'string' && isOneOf(allowed, value)) return value;
  throw new InputError(
    'PSC_OPERATION',
    `${name}: ${JSON.stringify(value)} is not one of ${allowed.join(', ')}`,
  );
}

function isOneOf<const T extends string>(allowed: readonly T[], value: string): value is T {
  return (allowed as readonly string[]).includes(value);
}
