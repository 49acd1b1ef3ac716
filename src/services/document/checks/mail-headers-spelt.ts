import type { Check } from '../../../domain/check.ts';
import type { MimeHeader } from '../../../formats/mime/mime-part.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails, type Observation } from './reading/judge-found.ts';
import { headersNamed } from './reading/mail-headers.ts';
import { sentences } from './reading/sentences.ts';

const NAMES = ['X-MSS-NIL', 'X-MSS-INS', 'X-MSS-CODECDA', 'X-MSS-MES'];

/** The X-MSS headers are spelt as operators look for them, once each, without spaces in their value. */
export const check: Check = {
  title: {
    fr: 'Les entêtes X-MSS s’écrivent exactement, une fois chacun',
    en: 'X-MSS headers are spelt exactly, once each',
  },
  assertions: ['MSS-HDR-004'],
  clauses: [{ source: 'Référentiel MSSanté #2', section: 'ECO.2.4.1 à ECO.2.4.3', trust: '2' }],
  reads: documentKinds,
  findings: {
    'header-misspelt': sentences(
      'L’entête {actual} n’est pas {expected} : il sera ignoré.',
      'The header {actual} is not {expected}: it will be ignored.',
      'Employer des tirets, sans autre séparateur.',
      'Use hyphens, without other separators.',
    ),
    'header-repeated': sentences(
      'L’entête {actual} figure plusieurs fois.',
      'The header {actual} appears several times.',
      'N’écrire l’entête qu’une fois ; plusieurs codes se séparent par des virgules.',
      'Write the header once; several codes are parted by commas.',
    ),
    'header-value-spaced': sentences(
      'La valeur « {actual} » de {header} contient des espaces.',
      'The value “{actual}” of {header} holds spaces.',
      'Écrire la valeur seule.',
      'Write the bare value.',
    ),
  },
  judge: (input) =>
    judgeMails(input, ({ mail }) => {
      const wanted = mail.headers.filter(({ name }) => /^x[-_ .]?mss/i.test(name));
      if (wanted.length === 0) return undefined;
      return [...wanted.flatMap(spelling), ...NAMES.flatMap((name) => value(name, headersNamed(mail, name)))];
    }),
};

function spelling({ name, range }: MimeHeader): readonly Observation[] {
  const letters = (text: string): string => text.toUpperCase().replace(/[^A-Z]/g, '');
  const expected = NAMES.find((one) => letters(one) === letters(name));
  if (expected === undefined || expected === name.toUpperCase()) return [];
  return [{ code: 'header-misspelt', expected, actual: name, at: { path: name }, bytes: range }];
}

function value(name: string, headers: readonly MimeHeader[]): readonly Observation[] {
  const [first, second] = headers;
  if (first === undefined) return [];
  const at = { path: name };
  const actual = first.value.trim();
  return [
    ...(second === undefined ? [] : [{ code: 'header-repeated', actual: name, at, bytes: second.range }]),
    ...(/\s/.test(actual)
      ? [{ code: 'header-value-spaced', actual, values: { header: name }, at, bytes: first.range }]
      : []),
  ];
}
