import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './no-ins-in-export.ts';
import { answered, judged } from './shared/insi.test-data.ts';

const document = (text: string): Preuve =>
  answered('ins.exporter-document', { contenu: Buffer.from(text).toString('base64') });

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: as it must be', [document('urn:oid:1.2.3')], 1, []],
  ['nothing exported', [answered('ins.exporter-document', {})], 0, []],
  ['ko: the contrary', [document('urn:oid:1.2.250.1.213.1.4.10')], 1, ['ins-sent']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});
