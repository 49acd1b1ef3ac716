import type { AuthorDraft, SubmissionDraft } from '../../../formats/xds/write-submission.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { xdmCase } from '../../../../tests/builders/xdm-case.ts';
import { check } from './xds-authors-wellformed.ts';

const by =
  (author: AuthorDraft) =>
  (draft: SubmissionDraft): SubmissionDraft => ({ ...draft, set: { ...draft.set, author } });
const institution = 'CLINIQUE ZZTEST^^^^^&1.2.250.1.71.4.2.2&ISO^IDNST^^^10B0127189';
const tail = '^^^^^^&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS';
const patientAuthor = '279035121500084^ZZTEST-ALPHA^DOMINIQUE^^^^^^&1.2.250.1.213.1.4.10&ISO^D^^^NH';

provesCheck(check, {
  ok: [xdmCase('a professional'), xdmCase('the patient', { change: by({ person: patientAuthor }) })],
  ko: {
    'author-person-malformed': [
      xdmCase('no id', { change: by({ person: `^ZZ^A${tail}` }) }),
      xdmCase('no type', { change: by({ person: '899700000019^ZZ^A^^^^^^&1.2.250.1.71.4.2.1&ISO^D' }) }),
      xdmCase('no authority', { change: by({ person: '899700000019^ZZ^A' }) }),
    ],
    'national-id-prefix': [
      xdmCase('RPPS without its 8', { change: by({ person: `10100000001^ZZ^A${tail}` }) }),
      xdmCase('unknown prefix', { change: by({ person: `999700000019^ZZ^A${tail}` }) }),
    ],
    'institution-malformed': [
      xdmCase('no id', { change: by({ person: `899700000019^ZZ^A${tail}`, institution: 'CLINIQUE' }) }),
      xdmCase('other type', {
        change: by({ person: `899700000019^ZZ^A${tail}`, institution: institution.replace('IDNST', 'XX') }),
      }),
    ],
    'patient-author-institution': [
      xdmCase('institution kept', { change: by({ person: patientAuthor, institution }) }),
    ],
  },
});
