import type { Check } from '../../../domain/check.ts';
import type { FoundMail } from '../../../formats/bundle/bundle.ts';
import type { CdaDocument } from '../../../formats/cda/cda-document.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { isInsOid } from './reading/is-ins-oid.ts';
import { judgeMails, type Observation } from './reading/judge-found.ts';
import { headersNamed } from './reading/mail-headers.ts';
import { sentences } from './reading/sentences.ts';

/** X-MSS-CODECDA and X-MSS-INS say what the archive holds, and are absent without documents. */
export const check: Check = {
  title: {
    fr: 'Les entêtes X-MSS disent le contenu de l’archive',
    en: 'X-MSS headers say what the archive holds',
  },
  assertions: ['MSS-CDA-001', 'MSS-CDA-002', 'MSS-INS-001'],
  clauses: [
    { source: 'REM, MSS/CONF.15', trust: 'V' },
    { source: 'REM, MSS/CONF.14', trust: 'V' },
  ],
  reads: documentKinds,
  findings: {
    'header-missing': sentences(
      'L’entête {expected} manque alors qu’un CDA est joint dans une archive.',
      'The header {expected} is missing although a CDA is attached in an archive.',
      'Positionner l’entête sur chaque envoi de document.',
      'Set the header on every sending of a document.',
    ),
    'header-undue': sentences(
      'L’entête {actual} est présent sans CDA dans une archive.',
      'The header {actual} is present without a CDA in an archive.',
      'Ne positionner l’entête qu’avec un CDA dans IHE_XDM.',
      'Set the header only with a CDA inside of IHE_XDM.',
    ),
    'code-cda-wrong': sentences(
      'X-MSS-CODECDA vaut {actual}, les documents sont {expected}.',
      'X-MSS-CODECDA is {actual}, the documents are {expected}.',
      'Recopier le code de chaque CDA, séparés par des virgules.',
      'Copy the code of every CDA, parted by commas.',
    ),
    'ins-flag-wrong': sentences(
      'X-MSS-INS vaut {actual}, l’archive appelle {expected}.',
      'X-MSS-INS is {actual}, the archive calls for {expected}.',
      'Écrire O si le matricule, l’OID et les quatre traits sont dans le CDA, sinon N.',
      'Write O when matricule, OID and the four traits are in the CDA, else N.',
    ),
  },
  judge: (input) => judgeMails(input, inspect),
};

function inspect({ mail, archives }: FoundMail): Observation[] {
  const documents = archives.flatMap(({ cdas }) => cdas.map(({ document }) => document));
  return ['X-MSS-CODECDA', 'X-MSS-INS'].flatMap((name): Observation[] => {
    const found = headersNamed(mail, name);
    const [first] = found;
    const at = { path: name };
    if (documents.length === 0) {
      return first === undefined ? [] : [{ code: 'header-undue', actual: name, at, bytes: first.range }];
    }
    if (first === undefined) return [{ code: 'header-missing', expected: name, at }];
    const expected = name === 'X-MSS-INS' ? (documents.every(isQualified) ? 'O' : 'N') : codesOf(documents);
    // "Multi-valued", says the exigence: values of a repeated header count, that it is repeated is told elsewhere.
    const values = found.flatMap(({ value }) => value.split(',')).map((value) => value.trim());
    const actual = name === 'X-MSS-INS' ? [...new Set(values)].join(',') : sorted(values);
    const code = name === 'X-MSS-INS' ? 'ins-flag-wrong' : 'code-cda-wrong';
    return actual === expected ? [] : [{ code, expected, actual: values.join(','), at, bytes: first.range }];
  });
}

function codesOf(documents: readonly CdaDocument[]): string {
  return sorted(documents.map(({ codes }) => codes[0]?.code ?? ''));
}

function sorted(codes: readonly string[]): string {
  return [...codes].sort().join(',');
}

/** Matricule, OID, birth name, first given name, birth date and sex are all there (REM, MSS/CONF.14). */
function isQualified({ patients }: CdaDocument): boolean {
  const [patient] = patients;
  const birth = (kind: 'family' | 'given'): boolean =>
    patient?.names
      .flatMap((name) => name[kind])
      .some((part) => part.qualifier === 'BR' && part.text !== '') === true;
  return (
    patient !== undefined &&
    patient.ids.some((id) => isInsOid(id.root) && (id.extension ?? '') !== '') &&
    birth('family') &&
    birth('given') &&
    patient.birthTimes.some(({ text }) => text !== '') &&
    patient.genders.some(({ code }) => code !== '')
  );
}
