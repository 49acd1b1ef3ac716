import type { Check } from '../../../domain/check.ts';
import type { FoundMail } from '../../../formats/bundle/bundle.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';
import { parseXdmSubject, withoutAccents, XDM_MARKER } from './reading/xdm-subject.ts';

const MAX_LABEL = 40;

/** The subject names the document that is joined and the patient whom it is about. */
export const check: Check = {
  title: {
    fr: 'L’objet nomme le document et le patient joints',
    en: 'The subject names the document and the patient joined',
  },
  assertions: ['MSS-SUB-002', 'MSS-SUB-003'],
  clauses: [{ source: 'Référentiel MSSanté #2', section: 'ECO.2.1.3, cité par REM MSS/CONF.25', trust: '2' }],
  reads: documentKinds,
  findings: {
    'subject-label-wrong': sentences(
      'L’objet ne commence pas par le libellé « {expected} ».',
      'The subject does not begin with the label “{expected}”.',
      'Un CDA : libellé de son code, coupé à 40 caractères ; plusieurs : « N documents ».',
      'One CDA: the label of its code cut at 40 characters; several: “N documents”.',
    ),
    'subject-name-wrong': sentences(
      'L’objet ne nomme pas {expected}.',
      'The subject does not name {expected}.',
      'Écrire le nom de naissance en capitales sans accent et le premier prénom sans accent.',
      'Write the birth name in capitals without accents and the first given name without accents.',
    ),
    'subject-birth-date-wrong': sentences(
      'L’objet date la naissance du {actual}, le CDA du {expected}.',
      'The subject says born on {actual}, the CDA says {expected}.',
      'Reprendre la date de naissance du CDA.',
      'Take the birth date of the CDA.',
    ),
  },
  judge: (input) =>
    judgeMails(input, (found) => {
      const subject = parseXdmSubject(found.mail.subject ?? '');
      return subject === undefined || found.archives.length === 0 ? undefined : inspect(found, subject);
    }),
};

function inspect(
  { mail, archives }: FoundMail,
  subject: NonNullable<ReturnType<typeof parseXdmSubject>>,
): Observation[] | undefined {
  const documents = archives.flatMap(({ cdas }) => cdas.map(({ document }) => document));
  const [first] = documents;
  const patient = first?.patients[0];
  if (first === undefined || patient === undefined) return undefined;
  const at = { path: 'Subject' };
  const actual = mail.subject ?? '';
  const label =
    documents.length === 1
      ? (first.codes[0]?.displayName ?? '').slice(0, MAX_LABEL).trimEnd()
      : `${documents.length} documents`;
  const out: Observation[] = [];
  const plain = withoutAccents(actual.slice(XDM_MARKER.length));
  if (!plain.startsWith(`${withoutAccents(label)} `))
    out.push({ code: 'subject-label-wrong', expected: label, actual, at });
  const name = (kind: 'family' | 'given'): string =>
    patient.names.flatMap((one) => one[kind]).find(({ qualifier }) => qualifier === 'BR')?.text ?? '';
  const family = withoutAccents(name('family')).toUpperCase();
  const given = withoutAccents(name('given'));
  const expected = `${family} ${given}`;
  // The given name may be written in capitals or not: only its letters are checked.
  const endsRight = subject.rest.toUpperCase().endsWith(` ${expected.toUpperCase()}`);
  if (!endsRight || !subject.rest.includes(` ${family} `))
    out.push({ code: 'subject-name-wrong', expected, actual, at });
  const birth = patient.birthTimes[0]?.text ?? '';
  const written = `${birth.slice(6, 8)}/${birth.slice(4, 6)}/${birth.slice(0, 4)}`;
  if (subject.birthDate !== undefined && birth.length >= 8 && subject.birthDate !== written) {
    out.push({ code: 'subject-birth-date-wrong', expected: written, actual: subject.birthDate, at });
  }
  return out;
}
