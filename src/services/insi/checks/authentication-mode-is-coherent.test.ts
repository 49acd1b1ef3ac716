import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './authentication-mode-is-coherent.ts';
import { insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: a conforming call', [insiCall()], 1, []],
  ['none: nothing to examine', [], 0, []],
  ['ko: none', [insiCall({ authentication: { modes: [] } })], 1, ['no-authentication']],
  [
    'ko: two at once',
    [insiCall({ authentication: { modes: ['mtls', 'cpx'] } })],
    1,
    ['mixed-authentication'],
  ],
  [
    'ko: lower case CN',
    [insiCall({ authentication: { modes: ['mtls'], certificateCommonName: 'insi-auto' } })],
    1,
    ['certificate-name'],
  ],
  [
    'ko: unsigned CPx',
    [
      insiCall({
        authentication: { modes: ['cpx'], assertion: { signature: 'absent', attributes: {}, count: 1 } },
      }),
    ],
    1,
    ['assertion-unsigned'],
  ],
  [
    'ok: signed CPx',
    [
      insiCall({
        authentication: { modes: ['cpx'], assertion: { signature: 'valid', attributes: {}, count: 1 } },
      }),
    ],
    1,
    [],
  ],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});
