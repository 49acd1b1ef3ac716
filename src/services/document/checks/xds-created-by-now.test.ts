import { provesCheck, type CheckCase } from '../../../../tests/builders/check-cases.ts';
import { xdmCase } from '../../../../tests/builders/xdm-case.ts';
import { check } from './xds-created-by-now.ts';

/** The archives of the builder are created and sent on 11 June 2026. */
const on = (day: string): CheckCase => ({ ...xdmCase(day), view: { day } });

provesCheck(check, {
  ok: [on('2026-06-11'), on('2026-06-10')],
  apart: [xdmCase('no day told')],
  ko: {
    'time-in-the-future': [
      on('2026-06-09'),
      {
        ...xdmCase('next year', { edit: [['20260611083000', '20270611083000']] }),
        view: { day: '2026-06-11' },
      },
    ],
  },
});
