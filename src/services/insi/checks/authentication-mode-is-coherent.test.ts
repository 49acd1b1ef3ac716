import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './authentication-mode-is-coherent.ts';
import { insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['a conforming call', [insiCall()], 1, []],
  ['nothing to examine', [], 0, []],
  ['none', [insiCall({ authentication: { modes: [] } })], 1, ['no-authentication']],
  ['two at once', [insiCall({ authentication: { modes: ['mtls', 'cpx'] } })], 1, ['mixed-authentication']],
  [
    'lower case CN',
    [insiCall({ authentication: { modes: ['mtls'], certificateCommonName: 'insi-auto' } })],
    1,
    ['certificate-name'],
  ],
  [
    'unsigned CPx',
    [
      insiCall({
        authentication: { modes: ['cpx'], assertion: { signature: 'absent', attributes: {}, count: 1 } },
      }),
    ],
    1,
    ['assertion-unsigned'],
  ],
  [
    'signed CPx',
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
