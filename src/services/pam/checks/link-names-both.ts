import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inPreuve, messages } from './shared/pam-preuves.ts';

/** A link, or its end, names two patients by their local numbers. */
export const check: Check = {
  title: {
    fr: 'Un rapprochement, ou sa fin, nomme deux patients',
    en: 'A link, or its end, names two patients',
  },
  assertions: ['INS-HL7-014'],
  clauses: [
    { source: 'HL7 v2.5', section: '3.3.24 (A24), 3.3.37 (A37)', trust: 'V' },
    { source: 'IHE PAM ITI-30', section: 'A24, A37', trust: 'R' },
  ],
  reads: ['pam/message'],
  findings: {
    'second-patient-missing': {
      says: {
        fr: 'Le message {evenement} porte {actual} segment PID, deux sont nécessaires',
        en: 'The message {evenement} has {actual} PID segment, two are needed',
      },
      fix: {
        fr: 'Écrivez un PID pour chaque identité, chacun avec son IPP',
        en: 'Write a PID for each identity, each with its local number',
      },
    },
    'same-patient': {
      says: {
        fr: 'Le message {evenement} nomme deux fois l’IPP {actual}',
        en: 'The message {evenement} names local number {actual} twice',
      },
      fix: {
        fr: 'Nommez les deux identités rapprochées',
        en: 'Name the two identities that are linked',
      },
    },
  },
  judge({ preuves }) {
    const links = messages(preuves).filter(({ view }) => ['A24', 'A37'].includes(view.evenement));
    const findings = links.flatMap((preuve): readonly Finding[] => {
      const { evenement, patients } = preuve.view;
      const [one, other] = patients;
      if (one === undefined || other === undefined)
        return [
          inPreuve(preuve, 'PID', {
            code: 'second-patient-missing',
            expected: 2,
            actual: patients.length,
            values: { evenement },
          }),
        ];
      const same = one.ipp.find((number) => other.ipp.includes(number));
      return same === undefined
        ? []
        : [inPreuve(preuve, 'PID[2]/PID-3', { code: 'same-patient', actual: same, values: { evenement } })];
    });
    return { examined: links.length, findings };
  },
};
