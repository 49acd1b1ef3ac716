import type { FieldValue } from '../../../../domain/bilingual.ts';
import type { CheckInput, CheckResult } from '../../../../domain/check.ts';
import type { Finding } from '../../../../domain/finding.ts';
import type { Preuve } from '../../../../domain/preuve.ts';
import type {
  Bundle,
  FoundCda,
  FoundDmpRequest,
  FoundMail,
  FoundPdf,
  FoundSubmission,
  FoundVihf,
  FoundXdm,
} from '../../../../formats/bundle/bundle.ts';
import { bundleOf } from './bundle-of.ts';

/** What a check saw, before the preuve and the way to the document are added. */
export interface Observation {
  readonly code: string;
  readonly expected?: FieldValue;
  readonly actual?: FieldValue;
  readonly values?: Readonly<Record<string, FieldValue>>;
  readonly at?: { readonly path: string; readonly line?: number; readonly column?: number };
  /** First byte and one past the last, in the raw bytes of the preuve. */
  readonly bytes?: readonly [number, number];
}

/** Sees one thing found in a preuve; `undefined` when the check does not apply to it. */
export type Look<T> = (found: T, preuve: Preuve) => readonly Observation[] | undefined;

type Input = Pick<CheckInput, 'preuves' | 'bytes'>;

/** Judges every CDA document carried by the preuves. */
export function judgeCdas(input: Input, look: Look<FoundCda>): CheckResult {
  return judge(input, (bundle) => bundle.cdas, look);
}

/** Judges every XDM archive carried by the preuves. */
export function judgeXdms(input: Input, look: Look<FoundXdm>): CheckResult {
  return judge(input, (bundle) => bundle.archives, look);
}

/** Judges all XDS metadata carried by the preuves. */
export function judgeSubmissions(input: Input, look: Look<FoundSubmission>): CheckResult {
  return judge(input, (bundle) => bundle.submissions, look);
}

/** Judges every PDF carried by the preuves. */
export function judgePdfs(input: Input, look: Look<FoundPdf>): CheckResult {
  return judge(input, (bundle) => bundle.pdfs, look);
}

/** Judges every mail carried by the preuves. */
export function judgeMails(input: Input, look: Look<FoundMail>): CheckResult {
  return judge(input, (bundle) => bundle.mails, look);
}

/** Judges every request to the DMP carried by the preuves. */
export function judgeDmpRequests(input: Input, look: Look<FoundDmpRequest>): CheckResult {
  return judge(input, (bundle) => bundle.dmpRequests, look);
}

/** Judges the assertions of every message or file that has some. */
export function judgeVihfs(input: Input, look: Look<FoundVihf>): CheckResult {
  return judge(input, (bundle) => bundle.vihfs, look);
}

function judge<T extends { readonly label: string }>(
  input: Input,
  select: (bundle: Bundle) => readonly T[],
  look: Look<T>,
): CheckResult {
  let examined = 0;
  const findings: Finding[] = [];
  for (const preuve of input.preuves) {
    const bundle = bundleOf(input, preuve);
    if (bundle === undefined) continue;
    for (const found of select(bundle)) {
      const seen = look(found, preuve);
      if (seen === undefined) continue;
      examined += 1;
      findings.push(...seen.map((observation) => toFinding(observation, preuve.id, found.label)));
    }
  }
  return { examined, findings };
}

/** Turns an observation into a finding that says in which preuve and which document it was made. */
export function toFinding(observation: Observation, preuve: string, label: string): Finding {
  const { at, bytes, ...rest } = observation;
  const path = [label, at?.path].filter((part) => part !== undefined && part !== '').join(' ');
  return {
    ...rest,
    where: {
      preuve,
      ...(path === '' ? {} : { path }),
      ...(at?.line === undefined ? {} : { line: at.line }),
      ...(at?.column === undefined ? {} : { column: at.column }),
      ...(bytes === undefined ? {} : { bytes }),
    },
  };
}
