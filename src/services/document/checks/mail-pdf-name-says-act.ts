import type { Check } from '../../../domain/check.ts';
import type { FoundMail } from '../../../formats/bundle/bundle.ts';
import { comparableName } from '../../../formats/ins/rniv-characters.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails, type Observation } from './reading/judge-found.ts';
import { parsePdfName } from './reading/pdf-name.ts';
import { sentences } from './reading/sentences.ts';

/** The name of a PDF says the date of the act and the birth name of the patient of the documents. */
export const check: Check = {
  title: {
    fr: 'Le nom du PDF dit la date de l’acte et le patient',
    en: 'The name of the PDF says the date of the act and the patient',
  },
  assertions: ['MSS-PDF-004'],
  clauses: [{ source: 'Référentiel MSSanté #2', section: 'ECO.2.1.6', trust: '2' }],
  reads: documentKinds,
  findings: {
    'pdf-name-date': sentences(
      'Le nom porte la date {actual}, l’acte est du {expected}.',
      'The name says {actual}, the act is of {expected}.',
      'Employer la date de l’acte.',
      'Use the date of the act.',
    ),
    'pdf-name-patient': sentences(
      'Le nom désigne {actual}, le patient est {expected}.',
      'The name says {actual}, the patient is {expected}.',
      'Employer le nom et le premier prénom de naissance.',
      'Use birth name and first given name.',
    ),
  },
  judge: (input) => judgeMails(input, inspect),
};

function inspect({ archives, pdfs }: FoundMail): readonly Observation[] | undefined {
  const documents = archives.flatMap(({ cdas }) => cdas.map(({ document }) => document));
  const names = documents[0]?.patients[0]?.names ?? [];
  const birth = (kind: 'family' | 'given'): string =>
    names.flatMap((one) => one[kind]).find(({ qualifier }) => qualifier === 'BR')?.text ?? '';
  const dates = documents.flatMap(({ serviceEvents }) =>
    [serviceEvents[0]?.low?.text, serviceEvents[0]?.high?.text].map((time) => time?.slice(0, 8) ?? ''),
  );
  const read = pdfs.flatMap(({ attachment }) => {
    const name = parsePdfName(attachment.name);
    return name === undefined ? [] : [{ ...name, attachment }];
  });
  if (documents.length === 0 || read.length === 0) return undefined;
  return read.flatMap(({ date, family, given, attachment }) => {
    const place = { at: { path: attachment.name }, bytes: attachment.range };
    const same =
      comparableName(family) === comparableName(birth('family')) &&
      comparableName(given) === comparableName(birth('given'));
    const expected = `${birth('family')} ${birth('given')}`;
    return [
      ...(dates.includes(date)
        ? []
        : [{ code: 'pdf-name-date', expected: dates.join(', '), actual: date, ...place }]),
      ...(same ? [] : [{ code: 'pdf-name-patient', expected, actual: `${family} ${given}`, ...place }]),
    ];
  });
}
