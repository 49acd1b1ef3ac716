import type { Check } from '../../../domain/check.ts';
import type { FoundMail } from '../../../formats/bundle/bundle.ts';
import { comparableName } from '../../../formats/ins/rniv-characters.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails, type Observation } from './reading/judge-found.ts';
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
  judge: (input) =>
    judgeMails(input, (found) =>
      found.archives.length > 0 && found.pdfs.length > 0 ? inspect(found) : undefined,
    ),
};

function inspect({ archives, pdfs }: FoundMail): Observation[] {
  const documents = archives.flatMap(({ cdas }) => cdas.map(({ document }) => document));
  const names = documents[0]?.patients[0]?.names ?? [];
  const name = (kind: 'family' | 'given'): string =>
    names.flatMap((one) => one[kind]).find(({ qualifier }) => qualifier === 'BR')?.text ?? '';
  const dates = documents.flatMap(({ serviceEvents }) =>
    [serviceEvents[0]?.low?.text, serviceEvents[0]?.high?.text].map((time) => time?.slice(0, 8) ?? ''),
  );
  return pdfs.flatMap(({ attachment }): Observation[] => {
    const at = { path: attachment.name };
    const bytes = attachment.range;
    const fields = attachment.name.replace(/\.pdf$/i, '').split('_');
    const [date = '', type = '', family = '', given = ''] = fields;
    const wellFormed =
      /\.pdf$/i.test(attachment.name) &&
      /^\d{8}$/.test(date) &&
      (fields.length === 4 || fields.length === 5) &&
      type !== '';
    if (!wellFormed) {
      const expected = 'AAAAMMJJ_type_NOM_prénom[_numéro].pdf';
      return [{ code: 'pdf-name-form', expected, actual: attachment.name, at, bytes }];
    }
    const out: Observation[] = [];
    if (!dates.includes(date))
      out.push({ code: 'pdf-name-date', expected: dates.join(', '), actual: date, at, bytes });
    const same =
      comparableName(family) === comparableName(name('family')) &&
      comparableName(given) === comparableName(name('given'));
    if (!same) {
      const expected = `${name('family')} ${name('given')}`;
      out.push({ code: 'pdf-name-patient', expected, actual: `${family} ${given}`, at, bytes });
    }
    return out;
  });
}
