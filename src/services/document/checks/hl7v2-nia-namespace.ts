import type { Check } from '../../../domain/check.ts';
import { judgePids, messageKinds, placeIn } from './reading/judge-messages.ts';
import { sentences } from './reading/sentences.ts';

/** A NIA is sent under its own name of authority. */
export const check: Check = {
  title: { fr: 'Un NIA porte le nom de son autorité', en: 'A NIA has the name of its authority' },
  assertions: ['INS-HL7-003'],
  clauses: [{ source: 'Recueil public de messages PAM_FR', section: 'PID-3.4', trust: '2' }],
  reads: messageKinds,
  findings: {
    'namespace-mismatch': sentences(
      'CX.4.1 vaut « {actual} », « {expected} » attendu pour cet OID.',
      'CX.4.1 is "{actual}", "{expected}" is expected for this OID.',
      'Écrire ASIP-SANTE-INS-NIA pour un NIA.',
      'Write ASIP-SANTE-INS-NIA for a NIA.',
    ),
  },
  judge: (input) =>
    judgePids(input, ({ ins, segment }) => {
      const nia = ins.filter(({ authority }) => authority?.nature === 'NIA');
      if (nia.length === 0) return undefined;
      return nia
        .filter(({ namespace, authority }) => namespace !== authority?.namespace)
        .map(({ namespace, authority, path }) => ({
          code: 'namespace-mismatch',
          expected: authority?.namespace ?? '',
          actual: namespace,
          ...placeIn(segment, `${path}.4`),
        }));
    }),
};
