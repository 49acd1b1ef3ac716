import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { Preuve } from '../../../domain/preuve.ts';
import { bundleOf } from './reading/bundle-of.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { toFinding } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

const NUMBER = 'LPS_ID_HOMOLOGATION_DMP';
/** Shorter values would be met by chance. */
const shortest = 4;

/**
 * Files handed in beside VIHF (logs, exports of a screen) do not hold the homologation number in clear. The number is
 * taken from the VIHF; where a run redacted it, its mark tells that it was there. It is never repeated in a finding.
 */
export const check: Check = {
  title: {
    fr: 'Le numéro d’homologation DMP reste secret',
    en: 'The DMP homologation number stays secret',
  },
  assertions: ['DMP-VIHF-10'],
  clauses: [{ source: 'SEL-MP-037 (guide DMP)', section: 'EX_GEN-1490', trust: '2' }],
  reads: documentKinds,
  findings: {
    'number-in-clear': sentences(
      'Le numéro d’homologation figure en clair dans un fichier remis.',
      'The homologation number is in clear in a file handed in.',
      'Masquer LPS_ID_HOMOLOGATION_DMP dans les journaux et les écrans.',
      'Mask LPS_ID_HOMOLOGATION_DMP in logs and on screens.',
    ),
  },
  judge(input) {
    const read = input.preuves.map((preuve) => ({ preuve, numbers: numbersOf(bundleOf(input, preuve)) }));
    const numbers = [...new Set(read.flatMap((one) => one.numbers))];
    if (numbers.length === 0) return { examined: 0, findings: [] };
    const others = read.filter((one) => one.numbers.length === 0).map(({ preuve }) => preuve);
    return {
      examined: others.length,
      findings: others.flatMap((preuve) => leak(preuve, numbers, bytesOf(input, preuve))),
    };
  },
};

function numbersOf(bundle: ReturnType<typeof bundleOf>): readonly string[] {
  return (bundle?.vihfs ?? [])
    .flatMap(({ assertions }) => assertions.flatMap(({ attributes }) => attributes))
    .filter(({ name }) => name === NUMBER)
    .flatMap(({ values }) => values.map(({ text }) => text))
    .filter((text) => text.length >= shortest);
}

function bytesOf(input: Parameters<typeof bundleOf>[0], preuve: Preuve): Buffer {
  const file = preuve.raw['file'];
  return file === undefined ? Buffer.alloc(0) : Buffer.from(input.bytes(file));
}

function leak(preuve: Preuve, numbers: readonly string[], bytes: Buffer): readonly Finding[] {
  for (const number of numbers) {
    const at = bytes.indexOf(Buffer.from(number, 'utf8'));
    if (at === -1) continue;
    const end = at + Buffer.byteLength(number);
    return [toFinding({ code: 'number-in-clear', bytes: [at, end] }, preuve.id, '')];
  }
  return [];
}
