import type { Fault } from '../../../domain/fault.ts';
import type { IdTokenArtefact, IdTokenContext } from '../preuves/artefacts.ts';

/** acr removed */
export const fault: Fault<IdTokenArtefact, IdTokenContext> = {
  title: { fr: 'acr absent', en: 'acr removed' },
  target: 'psc/id-token',
  clauses: [
    {
      source: 'PGSSI-S Référentiel d’identification électronique des personnes physiques v1.0',
      section: 'EXI 05',
      trust: 'V',
    },
  ],
  apply: (idToken) => ({
    ...idToken,
    claims: Object.fromEntries(Object.entries(idToken.claims).filter(([name]) => name !== 'acr')),
  }),
};
