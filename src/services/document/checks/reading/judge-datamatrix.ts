import type { CheckInput, CheckResult } from '../../../../domain/check.ts';
import type { Finding } from '../../../../domain/finding.ts';
import type { Preuve } from '../../../../domain/preuve.ts';
import { parseInsDatamatrix, type DatamatrixReading } from '../../../../formats/ins/datamatrix-payload.ts';
import { toFinding, type Observation } from './judge-found.ts';

/** Kinds of preuve that may hold the text of a datamatrix: a file handed in, or symbols decoded at capture. */
export const datamatrixKinds: readonly string[] = ['file/submitted'];

/** Longest text looked at: a symbol holds at most 2,335 characters. */
const longest = 4_096;

/**
 * Judges each INS datamatrix of the preuves: those decoded at capture (`view.datamatrix`, a list of texts), otherwise
 * the file itself when it is the text of one.
 */
export function judgeDatamatrix(
  input: Pick<CheckInput, 'preuves' | 'bytes'>,
  look: (reading: DatamatrixReading) => readonly Observation[],
): CheckResult {
  let examined = 0;
  const findings: Finding[] = [];
  for (const preuve of input.preuves) {
    for (const [index, text] of textsOf(input, preuve).entries()) {
      examined += 1;
      const label = `datamatrix ${index + 1}`;
      findings.push(...look(parseInsDatamatrix(text)).map((seen) => toFinding(seen, preuve.id, label)));
    }
  }
  return { examined, findings };
}

function textsOf(input: Pick<CheckInput, 'bytes'>, preuve: Preuve): readonly string[] {
  const { view } = preuve;
  if (typeof view === 'object' && view !== null && 'datamatrix' in view && Array.isArray(view.datamatrix)) {
    return view.datamatrix.filter((one): one is string => typeof one === 'string');
  }
  const ref = preuve.raw['file'];
  if (ref === undefined || ref.size > longest) return [];
  const text = Buffer.from(input.bytes(ref)).toString('utf8');
  return /^IS\d\d/.test(text) ? [text.replace(/[\r\n]+$/, '')] : [];
}
