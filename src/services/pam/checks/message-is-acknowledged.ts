import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inPreuve, sendings } from './shared/pam-preuves.ts';

/** Each message that the software must take in is answered AA, for itself. */
export const check: Check = {
  title: { fr: 'Le message reçu est accusé AA', en: 'The message received is acknowledged AA' },
  assertions: ['INS-HL7-020', 'INS-HL7-023', 'INS-HL7-024'],
  clauses: [
    { source: 'REM 2023-02', section: 'INS/va1.16, .62, .67, .68, .69, .72, .73', trust: 'V' },
    { source: 'HL7 v2.5', section: '2.9.2', trust: 'V' },
  ],
  reads: ['pam/sent'],
  findings: {
    'not-answered': {
      says: {
        fr: 'Le message {evenement} n’a reçu aucun accusé ({actual})',
        en: 'The message {evenement} got no acknowledgement ({actual})',
      },
      fix: {
        fr: 'Écoutez à l’adresse déclarée (services.pam.destinataire) et répondez par un accusé en MLLP',
        en: 'Listen at the declared address (services.pam.destinataire) and answer by an acknowledgement in MLLP',
      },
    },
    unreadable: {
      says: {
        fr: 'La réponse au message {evenement} n’est pas un message HL7v2',
        en: 'The answer to message {evenement} is no HL7v2 message',
      },
      fix: {
        fr: 'Répondez par MSH puis MSA, dans un bloc MLLP',
        en: 'Answer by MSH then MSA, in an MLLP block',
      },
    },
    'not-accepted': {
      says: {
        fr: 'Le message {evenement} est accusé « {actual} » (ERR-3 {erreur})',
        en: 'The message {evenement} is acknowledged "{actual}" (ERR-3 {erreur})',
      },
      fix: {
        fr: 'Intégrez le message : il suit IHE PAM France 2.11 et l’annexe INS',
        en: 'Take the message in: it follows IHE PAM France 2.11 and the INS annex',
      },
    },
    'other-message': {
      says: {
        fr: 'L’accusé désigne le message « {actual} », « {expected} » a été envoyé',
        en: 'The acknowledgement names message "{actual}", "{expected}" was sent',
      },
      fix: { fr: 'Copiez MSH-10 dans MSA-2', en: 'Copy MSH-10 into MSA-2' },
    },
  },
  judge({ preuves }) {
    const sent = sendings(preuves);
    const findings = sent.flatMap((preuve): readonly Finding[] => {
      const { issue, ack, evenement, controlId } = preuve.view;
      const values = { evenement };
      if (issue !== 'answered')
        return [inPreuve(preuve, 'issue', { code: 'not-answered', actual: issue, values })];
      if (ack === undefined) return [inPreuve(preuve, 'ack', { code: 'unreadable', values })];
      if (ack.code !== 'AA' && ack.code !== 'CA') {
        const refused = { code: 'not-accepted', expected: 'AA', actual: ack.code };
        return [inPreuve(preuve, 'MSA-1', { ...refused, values: { ...values, erreur: ack.erreur ?? '' } })];
      }
      return ack.controlId === controlId
        ? []
        : [
            inPreuve(preuve, 'MSA-2', {
              code: 'other-message',
              expected: controlId,
              actual: ack.controlId,
            }),
          ];
    });
    return { examined: sent.length, findings };
  },
};
