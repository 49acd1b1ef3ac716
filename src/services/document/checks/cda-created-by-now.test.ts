import { letters } from '../../../../tests/builders/cda-case.ts';
import { provesCheck, type CheckCase } from '../../../../tests/builders/check-cases.ts';
import { check } from './cda-created-by-now.ts';

/** The letters of the builder are created on 11 June 2026. */
const on = (day: string): CheckCase => ({ ...letters(day, {}), view: { day } });

provesCheck(check, {
  ok: [on('2026-06-11'), on('2026-06-10'), on('2027-01-01')],
  apart: [letters('no day told', {})],
  ko: { 'created-in-the-future': [on('2026-06-09'), on('2023-12-31')] },
});
