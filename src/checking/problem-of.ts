import type { CheckProblem } from '../domain/check-result.gen.ts';
import type { SegurError } from '../domain/segur-error.ts';
import { malformedText } from '../formats/xml/malformed-xml.ts';

const hints: Readonly<Record<string, CheckProblem['says']>> = {
  'xml-doctype': {
    fr: 'Retirez la déclaration DOCTYPE : aucun document de santé n’en porte, et les entités externes sont refusées.',
    en: 'Remove the DOCTYPE: no health document has one, and external entities are refused.',
  },
  'xml-malformed': {
    fr: 'Le XML n’est pas bien formé ou il est tronqué : corrigez-le à cet endroit.',
    en: 'The XML is not well formed or is cut short: correct it at this place.',
  },
  'xml-encoding': {
    fr: 'Écrivez le fichier dans le codage qu’il déclare, UTF-8 de préférence.',
    en: 'Write the file in the encoding that it declares, UTF-8 preferably.',
  },
  'xml-undecodable': {
    fr: 'Écrivez le fichier dans le codage qu’il déclare, UTF-8 de préférence.',
    en: 'Write the file in the encoding that it declares, UTF-8 preferably.',
  },
};

/** What the user is told of an error that stopped a reading. */
export function problemOf(error: SegurError): CheckProblem {
  const hint = hints[error.code] ?? (error.hint === undefined ? undefined : same(error.hint));
  return {
    code: error.code,
    says: malformedText(error) ?? same(error.message),
    ...(hint === undefined ? {} : { hint }),
    ...(error.at?.line === undefined ? {} : { line: error.at.line }),
    ...(error.at?.column === undefined ? {} : { column: error.at.column }),
  };
}

function same(text: string): CheckProblem['says'] {
  return { fr: text, en: text };
}
