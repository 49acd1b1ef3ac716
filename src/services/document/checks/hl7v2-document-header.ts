import type { Check } from '../../../domain/check.ts';
import { valueAt } from '../../../formats/hl7v2/hl7-value.ts';
import { judgeMessages, messageKinds, placeIn, type FoundMessage } from './reading/judge-messages.ts';
import type { Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** Headers of the two kinds of message that carry a document. */
const expected: Readonly<Record<string, { readonly version: string; readonly types: readonly string[] }>> = {
  ORU: { version: '2.5', types: ['ORU^R01^ORU_R01'] },
  MDM: { version: '2.6', types: ['MDM^T02^MDM_T02', 'MDM^T04^MDM_T02', 'MDM^T10^MDM_T02'] },
};

const profiles = ['2.1^CISIS_CDA_HL7_V2', '1.1^CISIS_CDA_HL7_LPS'];

/** The header of a message that carries a document is the one of the volet. */
export const check: Check = {
  title: {
    fr: 'L’en-tête du message de document est celui du volet',
    en: 'The header of the document message is that of the volet',
  },
  assertions: ['DMP-V2-01', 'MSS-RCV-010'],
  clauses: [{ source: 'ANS volet transmission CDA en HL7v2 2.1.3', section: 'MSH', trust: 'V' }],
  reads: messageKinds,
  findings: {
    'field-missing': sentences(
      '{champ} est vide.',
      '{champ} is empty.',
      'Remplir les champs obligatoires de MSH : 3 à 7, 9 à 12, 17, 18 et 21.',
      'Fill the required fields of MSH: 3 to 7, 9 to 12, 17, 18 and 21.',
    ),
    'message-type': wrong('MSH-9'),
    version: wrong('MSH-12'),
    processing: wrong('MSH-11'),
    country: wrong('MSH-17'),
    charset: wrong('MSH-18'),
    profile: wrong('MSH-21'),
  },
  judge: (input) =>
    judgeMessages(input, (found) => {
      const rule = expected[valueAt(found.message, 'MSH-9.1')];
      return rule === undefined ? undefined : headerOf(found, rule);
    }),
};

function headerOf(
  { message }: FoundMessage,
  rule: { readonly version: string; readonly types: readonly string[] },
): readonly Observation[] {
  const [msh] = message.segments;
  if (msh === undefined) return [];
  const required = [3, 4, 5, 6, 7, 9, 10, 11, 12, 17, 18, 21].map((field) => `MSH-${field}`);
  const missing = required.filter((path) => valueAt(message, path) === '');
  const rules: readonly (readonly [string, string, readonly string[]])[] = [
    ['message-type', 'MSH-9', rule.types],
    ['processing', 'MSH-11', ['P', 'T', 'D']],
    ['version', 'MSH-12', [rule.version]],
    ['country', 'MSH-17', ['FRA']],
    ['charset', 'MSH-18', ['UNICODE UTF-8', '8859/15']],
    ['profile', 'MSH-21', profiles],
  ];
  return [
    ...missing.map((champ) => ({ code: 'field-missing', values: { champ }, ...placeIn(msh, champ) })),
    ...rules.flatMap(([code, path, allowed]) => {
      const actual = valueAt(message, path);
      if (actual === '' || allowed.includes(actual)) return [];
      return [{ code, expected: allowed.join(' | '), actual, ...placeIn(msh, path) }];
    }),
  ];
}

function wrong(field: string): ReturnType<typeof sentences> {
  return sentences(
    `${field} vaut « {actual} », {expected} attendu.`,
    `${field} is "{actual}", {expected} is expected.`,
    `Écrire en ${field} la valeur du volet, sans espace.`,
    `Write in ${field} the value of the volet, without spaces.`,
  );
}
