import type { Conduct } from '../conduct.ts';
import { authorizationRequestDefauts } from './authorization-request.ts';
import { codeAndIdentityDefauts } from './code-and-identity.ts';
import type { Defauts } from './defaut.ts';
import { fhirDefauts } from './fhir.ts';
import { identityDefauts } from './identity.ts';
import { pamDefauts } from './pam.ts';
import { printingDefauts } from './printing.ts';
import { sessionAndCibaDefauts } from './session-and-ciba.ts';

/** Every défaut by id. */
export const allDefauts: Defauts = {
  ...authorizationRequestDefauts,
  ...codeAndIdentityDefauts,
  ...sessionAndCibaDefauts,
  ...identityDefauts,
  ...pamDefauts,
  ...fhirDefauts,
  ...printingDefauts,
};

/** The conduct of the défauts switched on; throws naming an unknown one. Later ones win where two touch the same. */
export function conductOf(ids: readonly string[]): Conduct {
  return ids.reduce<Conduct>((conduct, id) => {
    const found = allDefauts[id];
    if (found === undefined) {
      throw new Error(`unknown defaut ${JSON.stringify(id)}; list them with --list-defauts`);
    }
    const ins = { ...conduct.ins, ...found.conduct.ins };
    return { ...conduct, ...found.conduct, ins };
  }, {});
}
