import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { xdmCase } from '../../../../tests/builders/xdm-case.ts';
import { check } from './xds-act-ends-after-start.ts';

const stop = (value: string) => ({ edit: [['20260611080000', value] as const] });

provesCheck(check, {
  ok: [xdmCase('in order'), xdmCase('the same day', stop('20260608'))],
  apart: [xdmCase('no end', { edit: [[/<Slot name="serviceStopTime">.*?<\/Slot>/, '']] })],
  ko: {
    'service-inverted': [
      xdmCase('inverted', stop('20260607080000')),
      xdmCase('the day before', stop('20260607')),
    ],
  },
});
