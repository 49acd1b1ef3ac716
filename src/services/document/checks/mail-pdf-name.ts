import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails } from './reading/judge-found.ts';
import { parsePdfName } from './reading/pdf-name.ts';
import { sentences } from './reading/sentences.ts';

/** PDF files are named by act date, document type, patient and optional number, parted by underscores. */
export const check: Check = {
  title: { fr: 'Les PDF suivent la règle de nommage', en: 'PDF files follow the naming rule' },
  assertions: ['MSS-PDF-004'],
  clauses: [
    { source: 'REM, DOC/va1.01', section: 'ECO 2.1.6', trust: 'V' },
    { source: 'ANS IG HL7v2 CDA courriel MSSanté', section: 'struct-msg-mdn', trust: 'V' },
  ],
  reads: documentKinds,
  findings: {
    'pdf-name-form': sentences(
      'Le nom {actual} n’est pas de la forme {expected}.',
      'The name {actual} is not of the form {expected}.',
      'Nommer date_type_NOM_prénom[_numéro].pdf.',
      'Name it date_type_NAME_given[_number].pdf.',
    ),
  },
  judge: (input) =>
    judgeMails(input, ({ archives, pdfs }) => {
      if (archives.length === 0 || pdfs.length === 0) return undefined;
      return pdfs
        .filter(({ attachment }) => parsePdfName(attachment.name) === undefined)
        .map(({ attachment: { name, range } }) => ({
          code: 'pdf-name-form',
          expected: 'AAAAMMJJ_type_NOM_prénom[_numéro].pdf',
          actual: name,
          at: { path: name },
          bytes: range,
        }));
    }),
};
