import type { Check } from '../../../domain/check.ts';
import { readReceipt } from '../../../formats/mime/read-receipt.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { integrationErrorSubject } from './reading/integration-error.ts';
import { judgeMails } from './reading/judge-found.ts';
import { fieldOf } from './reading/judge-receipts.ts';
import { sentences } from './reading/sentences.ts';

/** A failed integration is told in the form that the volet gives now, and not in an older one. */
export const check: Check = {
  title: {
    fr: 'L’échec d’intégration est dit dans la forme actuelle',
    en: 'A failed integration is told in the present form',
  },
  assertions: ['MSS-RCV-007'],
  clauses: [{ source: 'ANS IG HL7v2 CDA courriel MSSanté 1.1.3', section: 'struct-msg-mdn', trust: 'V' }],
  reads: documentKinds,
  findings: {
    'older-disposition': sentences(
      'Disposition porte l’erreur (« {actual} ») au lieu d’un champ Error.',
      'Disposition carries the error (“{actual}”) in the place of a field Error.',
      'Écrire processed/error, et l’erreur dans un champ Error.',
      'Write processed/error, and the error in a field Error.',
    ),
    'older-subject': sentences(
      'L’objet commence par « {actual} », attendu « {expected} ».',
      'The subject begins with “{actual}”, “{expected}” is expected.',
      'Écrire la mention de la règle.',
      'Write the mention of the rule.',
    ),
  },
  judge: (input) =>
    judgeMails(input, ({ mail, bytes }) => {
      const receipt = readReceipt(bytes, mail);
      const written = receipt === undefined ? '' : (fieldOf(receipt, 'Disposition') ?? '');
      const subject = integrationErrorSubject(mail.subject ?? '');
      if (subject === undefined && !/\/\s*error/i.test(written)) return undefined;
      return [
        ...(/\/\s*error\s*:/i.test(written)
          ? [{ code: 'older-disposition', actual: written, at: { path: 'Disposition' } }]
          : []),
        ...(subject === undefined || subject.asRuled
          ? []
          : [
              {
                code: 'older-subject',
                expected: '[KO Intégration système !]',
                actual: /^[^\]]*\]/.exec(mail.subject ?? '')?.[0] ?? '',
                at: { path: 'Subject' },
              },
            ]),
      ];
    }),
};
