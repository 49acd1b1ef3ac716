import type { CodeDraft, SubmissionDraft } from '../../../formats/xds/write-submission.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { xdmCase } from '../../../../tests/builders/xdm-case.ts';
import { check } from './xds-masking-exclusive.ts';

const hidden =
  (...codes: readonly string[]) =>
  (draft: SubmissionDraft): SubmissionDraft => ({
    ...draft,
    entries: draft.entries.map((entry) => ({
      ...entry,
      confidentialityCodes: [
        ...entry.confidentialityCodes,
        ...codes.map((code): CodeDraft => [code, '1.2.250.1.213.1.1.4.13', code]),
      ],
    })),
  });

provesCheck(check, {
  ok: [xdmCase('visible'), xdmCase('hidden from professionals', { change: hidden('MASQUE_PS') })],
  ko: { 'masking-cumulated': [xdmCase('both', { change: hidden('MASQUE_PS', 'INVISIBLE_PATIENT') })] },
});
