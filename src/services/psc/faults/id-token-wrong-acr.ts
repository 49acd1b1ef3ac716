import type { Fault } from '../../../domain/fault.ts';
import type { IdTokenArtefact, IdTokenContext } from '../preuves/artefacts.ts';

/** acr of an unknown level (eidas0) */
export const fault: Fault<IdTokenArtefact, IdTokenContext> = {
  title: { fr: 'acr d’un niveau inconnu (eidas0)', en: 'acr of an unknown level (eidas0)' },
  target: 'psc/id-token',
  clauses: [
    {
      source: 'PGSSI-S Référentiel d’identification électronique des personnes physiques v1.0',
      section: 'EXI 05',
      trust: 'V',
    },
  ],
  apply: (idToken) => ({ ...idToken, claims: { ...idToken.claims, acr: 'eidas0' } }),
};
