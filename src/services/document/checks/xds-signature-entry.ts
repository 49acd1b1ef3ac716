import type { Check } from '../../../domain/check.ts';
import type { FoundSubmission } from '../../../formats/bundle/bundle.ts';
import { associationTypes } from '../../../formats/xds/ebrim-identifiers.ts';
import type { XdsCode, XdsDocumentEntry } from '../../../formats/xds/xds-submission.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeSubmissions, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';
import { signatureEntries } from './reading/submission-signature.ts';

/** Fixed metadata of the entry that describes a signature; a code is told with its scheme. */
const fixed: readonly (readonly [name: string, expected: string, of: (entry: XdsDocumentEntry) => string])[] =
  [
    ['mimeType', 'text/xml', ({ mimeType }) => mimeType],
    [
      'languageCode',
      'art',
      ({ slots }) => slots.find(({ name }) => name === 'languageCode')?.values.join() ?? '',
    ],
    ['classCode', 'urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1 (URN)', ({ classCodes }) => told(classCodes)],
    ['typeCode', 'E1762 (ASTM)', ({ typeCodes }) => told(typeCodes)],
    ['formatCode', 'http://www.w3.org/2000/09/xmldsig# (URN)', ({ formatCodes }) => told(formatCodes)],
    ['eventCodeList', '1.2.840.10065.1.12.1.14 (1.2.840.10065.1.12)', ({ eventCodes }) => told(eventCodes)],
    [
      'confidentialityCode',
      'INVISIBLE_PATIENT, MASQUE_PS, N',
      ({ confidentialityCodes }) =>
        confidentialityCodes
          .map(({ code }) => code)
          .sort()
          .join(', '),
    ],
  ];

/** The entry that describes the signature of a submission has its fixed codes and says which set it signs. */
export const check: Check = {
  title: {
    fr: 'L’entrée de la signature a ses codes fixes et désigne le lot',
    en: 'The entry of the signature has its fixed codes and designates the set',
  },
  assertions: ['DMP-SIG-02'],
  clauses: [{ source: 'Exemples GIE SESAM-Vitale 02.05.00', section: 'TD2.1, signature XAdES', trust: 'V' }],
  reads: documentKinds,
  findings: {
    'signature-code-wrong': sentences(
      '{name} de la signature vaut {actual}, attendu {expected}.',
      '{name} of the signature is {actual}, {expected} is expected.',
      'Recopier les métadonnées fixes d’une signature.',
      'Copy the fixed metadata of a signature.',
    ),
    'signs-missing': sentences(
      'Aucune association ne dit que {actual} signe le lot {expected}.',
      'No association says that {actual} signs the set {expected}.',
      'Écrire une association signs de la signature vers le lot.',
      'Write an association signs from the signature to the set.',
    ),
  },
  judge: (input) =>
    judgeSubmissions(input, (found) => {
      const entries = signatureEntries(found);
      return entries.length === 0 ? undefined : entries.flatMap((entry) => inspect(found, entry));
    }),
};

function inspect({ submission }: FoundSubmission, entry: XdsDocumentEntry): readonly Observation[] {
  const set = submission.sets[0]?.id ?? '';
  const signs = submission.associations.some(
    ({ type, source, target }) => type === associationTypes.signs && source === entry.id && target === set,
  );
  return [
    ...fixed.flatMap(([name, expected, of]) => {
      const actual = of(entry);
      return actual === expected
        ? []
        : [{ code: 'signature-code-wrong', expected, actual, values: { name }, at: entry.at }];
    }),
    ...(signs ? [] : [{ code: 'signs-missing', expected: set, actual: entry.id, at: entry.at }]),
  ];
}

function told(codes: readonly XdsCode[]): string {
  return codes.map(({ code, scheme }) => `${code} (${scheme})`).join(', ');
}
