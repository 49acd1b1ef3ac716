import type { WireReply } from '../../../wire/http-exchange.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';
import { deviate } from './deviate.ts';
import { jsonReply } from './json-reply.ts';
import type { PscWorld } from './psc-world.ts';

/** Public keys of the realm, former ones included. */
export function answerJwks(world: PscWorld): WireReply {
  const deviated = deviate<JsonReplyArtefact>(
    world,
    'psc/jwks',
    { status: 200, body: { keys: world.keys.published() } },
    {},
  );
  return jsonReply(deviated.artefact, {
    kind: 'psc/jwks-request',
    view: { faults: deviated.faults },
    deviations: deviated.carried(),
  });
}
