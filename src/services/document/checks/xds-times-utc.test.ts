import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { xdmCase } from '../../../../tests/builders/xdm-case.ts';
import { check } from './xds-times-utc.ts';

provesCheck(check, {
  ok: [xdmCase('UTC'), xdmCase('to the minute', { edit: [['20260611083000', '202606110830']] })],
  ko: {
    'time-form-wrong': [
      xdmCase('offset kept', { edit: [['20260611083000', '20260611103000+0200']] }),
      xdmCase('ISO form', { edit: [['20260611083500', '2026-06-11T08:35:00Z']] }),
    ],
    'time-not-document': [xdmCase('local time', { edit: [['20260611083000', '20260611103000']] })],
  },
});
