import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './history-is-kept.ts';
import { identity, insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  [
    'ok: all kept',
    [
      insiCall({
        answer: {
          codeCR: '00',
          individu: {
            matricule: '1',
            oid: '2',
            historique: [
              { matricule: '3', oid: '4' },
              { matricule: '5', oid: '4' },
            ],
            nomNaissance: '',
            listePrenom: '',
            sexe: '',
            dateNaissance: '',
            lieuNaissance: '',
          },
        },
      }),
      identity({ insHistorique: [{ matricule: '3' }, { matricule: '5' }] }),
    ],
    2,
    [],
  ],
  ['none: nothing to examine', [], 0, []],
  ['none: no history returned', [insiCall(), identity()], 0, []],
  [
    'ko: last one only',
    [
      insiCall({
        answer: {
          codeCR: '00',
          individu: {
            matricule: '1',
            oid: '2',
            historique: [
              { matricule: '3', oid: '4' },
              { matricule: '5', oid: '4' },
            ],
            nomNaissance: '',
            listePrenom: '',
            sexe: '',
            dateNaissance: '',
            lieuNaissance: '',
          },
        },
      }),
      identity({ insHistorique: [{ matricule: '5' }] }),
    ],
    2,
    ['history-lost'],
  ],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});
