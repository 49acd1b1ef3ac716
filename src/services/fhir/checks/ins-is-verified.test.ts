import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './ins-is-verified.ts';
import { ins, judged, sent } from './shared/fhir.test-data.ts';

const verification = (matricule: string = ins.matricule, oid: string = ins.oid): Preuve => ({
  id: 'p-7',
  kind: 'insi/verification-request',
  at: 0,
  view: { ins: { numIdentifiant: matricule.slice(0, 13), cle: matricule.slice(13), oid } },
  raw: {},
});

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: as it was sent', [sent(), verification()], 1, []],
  ['ok: among others', [sent(), verification('1'), verification()], 1, []],
  ['none: no INS sent', [sent({ ins: false })], 0, []],
  ['none: not received', [sent({ issue: 'unreachable' })], 0, []],
  ['none: unknown role', [sent({ role: 'personne' })], 0, []],
  ['ko: silence', [sent()], 1, ['not-verified']],
  ['ko: without its key', [sent(), verification(ins.matricule.slice(0, 13))], 1, ['other-ins-verified']],
  ['ko: another OID', [sent(), verification(ins.matricule, '1.2')], 1, ['other-ins-verified']],
  ['ko: an empty call', [sent(), { ...verification(), view: null }], 1, ['other-ins-verified']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});
