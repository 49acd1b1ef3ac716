import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

const EXPECTED = 'application/zip, base64, attachment';

/** The archive is joined as a zip attachment; receivers take others too, some do not. */
export const check: Check = {
  title: {
    fr: 'L’archive est jointe en application/zip',
    en: 'The archive is attached as application/zip',
  },
  assertions: ['MSS-MIM-002'],
  clauses: [{ source: 'ANS IG HL7v2 CDA courriel MSSanté 1.1.3', section: 'pièces jointes', trust: 'V' }],
  reads: documentKinds,
  findings: {
    'archive-badly-attached': sentences(
      'L’archive est jointe comme {actual}, attendu {expected}.',
      'The archive is attached as {actual}, {expected} is expected.',
      'Joindre en application/zip, base64, Content-Disposition: attachment.',
      'Attach as application/zip, base64, Content-Disposition: attachment.',
    ),
  },
  judge: (input) =>
    judgeMails(input, ({ archives }) => {
      if (archives.length === 0) return undefined;
      return archives.flatMap(({ attachment: { part, range } }) => {
        const { contentType, transferEncoding, disposition } = part;
        const actual = [contentType.value, transferEncoding, disposition?.value ?? '-'].join(', ');
        return actual === EXPECTED
          ? []
          : [{ code: 'archive-badly-attached', expected: EXPECTED, actual, bytes: range }];
      });
    }),
};
