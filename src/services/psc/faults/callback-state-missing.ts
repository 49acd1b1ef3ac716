import type { Fault } from '../../../domain/fault.ts';
import type { RedirectArtefact } from '../preuves/artefacts.ts';

/** state removed */
export const fault: Fault<RedirectArtefact> = {
  title: { fr: 'state absent', en: 'state removed' },
  target: 'psc/callback',
  clauses: [{ source: 'RFC 6749', section: '10.12', trust: 'V' }],
  apply: (callback) => ({ parameters: callback.parameters.filter(([name]) => name !== 'state') }),
};
