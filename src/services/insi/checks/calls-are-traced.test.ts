import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './calls-are-traced.ts';
import { answered, insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  [
    'ok: traced',
    [
      insiCall(),
      answered('ins.exporter-traces', {
        traces: [
          {
            nature: 'recherche-insi',
            date: 'd',
            utilisateur: 'u',
            codeCR: '00',
            matricule: '279035121518989',
            oid: '1.2.250.1.213.1.4.10',
          },
        ],
      }),
    ],
    1,
    [],
  ],
  ['none: nothing to examine', [], 0, []],
  ['none: no call, nothing to trace', [answered('ins.exporter-traces', { traces: [] })], 0, []],
  [
    'ko: one is missing',
    [
      insiCall(),
      insiCall({ at: 2 }),
      answered('ins.exporter-traces', {
        traces: [
          {
            nature: 'recherche-insi',
            date: 'd',
            utilisateur: 'u',
            codeCR: '00',
            matricule: '279035121518989',
            oid: '1.2.250.1.213.1.4.10',
          },
        ],
      }),
    ],
    2,
    ['calls-not-traced'],
  ],
  [
    'ko: no user',
    [
      insiCall(),
      answered('ins.exporter-traces', {
        traces: [
          {
            ...{
              nature: 'recherche-insi',
              date: 'd',
              utilisateur: 'u',
              codeCR: '00',
              matricule: '279035121518989',
              oid: '1.2.250.1.213.1.4.10',
            },
            utilisateur: '',
          },
        ],
      }),
    ],
    1,
    ['trace-incomplete'],
  ],
  [
    'ko: code without content',
    [
      insiCall(),
      answered('ins.exporter-traces', {
        traces: [{ nature: 'recherche-insi', date: 'd', utilisateur: 'u', codeCR: '00' }],
      }),
    ],
    1,
    ['return-differs', 'return-differs'],
  ],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, { kinds: ['insi/traits-request'], complet: true })).toEqual([
    examined,
    codes,
  ]);
});
