import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails } from './reading/judge-found.ts';
import { isReceipt } from './reading/mail-headers.ts';
import { sentences } from './reading/sentences.ts';

/** Every text part of the body is in UTF-8, and says so. */
export const check: Check = {
  title: { fr: 'Le corps est encodé en UTF-8', en: 'The body is encoded in UTF-8' },
  assertions: ['MSS-MIM-001'],
  clauses: [{ source: 'Référentiel MSSanté #2', section: 'ECO.2.2.3', trust: '2' }],
  reads: documentKinds,
  findings: {
    'charset-not-utf8': sentences(
      'Une partie de texte est en {actual}, attendu UTF-8.',
      'A text part is in {actual}, UTF-8 is expected.',
      'Encoder le corps en UTF-8 et le déclarer.',
      'Encode the body in UTF-8 and declare it.',
    ),
  },
  judge: (input) =>
    judgeMails(input, ({ mail }) =>
      isReceipt(mail) || mail.texts.length === 0
        ? undefined
        : mail.texts
            .map(({ part }) => ({
              part,
              charset: (part.contentType.parameters['charset'] ?? 'us-ascii').toLowerCase(),
            }))
            .filter(({ charset }) => !['utf-8', 'utf8'].includes(charset))
            .map(({ charset, part }) => ({ code: 'charset-not-utf8', actual: charset, bytes: part.body })),
    ),
};
