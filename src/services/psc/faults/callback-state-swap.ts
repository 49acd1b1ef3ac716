import type { Fault } from '../../../domain/fault.ts';
import type { RedirectArtefact } from '../preuves/artefacts.ts';

/** state replaced */
export const fault: Fault<RedirectArtefact> = {
  title: { fr: 'state remplacé', en: 'state replaced' },
  target: 'psc/callback',
  clauses: [{ source: 'RFC 6749', section: '10.12', trust: 'V' }],
  apply: (callback) => ({
    parameters: callback.parameters.map(
      ([name, value]) => [name, name === 'state' ? 'etat-que-personne-n-a-envoye' : value] as const,
    ),
  }),
};
