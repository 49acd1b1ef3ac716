import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import type { PamAckFacts } from '../preuves/views.ts';
import { check } from './message-is-acknowledged.ts';
import { judged, sent } from './shared/pam.test-data.ts';

const ack = (edit: Partial<PamAckFacts>): Preuve =>
  sent({ ack: { code: 'AA', controlId: 'SEGUR-1', ...edit } });
const without = (issue: 'answered' | 'no-answer' | 'closed'): Preuve => ({
  ...sent(),
  view: { ...Object.fromEntries(Object.entries(sent().view).filter(([key]) => key !== 'ack')), issue },
});

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: AA', [sent()], 1, []],
  ['ok: CA of the enhanced mode', [ack({ code: 'CA' })], 1, []],
  ['none: nothing sent', [], 0, []],
  ['ko: AE', [ack({ code: 'AE', erreur: '207' })], 1, ['not-accepted']],
  ['ko: AR', [sent(), ack({ code: 'AR' })], 2, ['not-accepted']],
  ['ko: no MSA-1', [ack({ code: '' })], 1, ['not-accepted']],
  ['ko: another message', [ack({ controlId: 'X' })], 1, ['other-message']],
  ['ko: no answer', [without('no-answer')], 1, ['not-answered']],
  ['ko: closed', [without('closed')], 1, ['not-answered']],
  ['ko: not HL7', [without('answered')], 1, ['unreadable']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});
