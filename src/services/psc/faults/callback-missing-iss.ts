import type { Fault } from '../../../domain/fault.ts';
import type { RedirectArtefact } from '../preuves/artefacts.ts';

/** iss removed */
export const fault: Fault<RedirectArtefact> = {
  title: { fr: 'iss absent', en: 'iss removed' },
  target: 'psc/callback',
  clauses: [{ source: 'RFC 9207', section: '2.4', trust: 'R' }],
  apply: (callback) => ({ parameters: callback.parameters.filter(([name]) => name !== 'iss') }),
};
