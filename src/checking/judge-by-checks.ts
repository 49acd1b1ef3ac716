import type { FieldValue } from '../domain/bilingual.ts';
import { fillText } from '../domain/bilingual.ts';
import type { CheckFinding } from '../domain/check-result.gen.ts';
import type { Check, CheckInput, RunFacts } from '../domain/check.ts';
import type { Finding } from '../domain/finding.ts';
import type { Json, JsonObject } from '../domain/json.ts';
import type { Preuve } from '../domain/preuve.ts';
import type { SymbolShape } from '../formats/datamatrix/zxing-reader.ts';
import type { DocumentKind } from './document-kind.ts';

/** A check of a pack, ready to be played on files; or one that cannot be played without facts of a scenario. */
export type ReadyCheck = PlayableCheck | { readonly id: string; readonly playable: false };

/** Its id, and its options, empty when it was given none. */
interface PlayableCheck {
  readonly id: string;
  readonly check: Check;
  readonly options: JsonObject;
  /** How its deviations are told at most, whatever its clauses. */
  readonly severity?: 'warning' | 'note' | undefined;
  readonly playable: true;
}

/** One document: the bytes, and what is known of them. */
export interface DocumentInput {
  readonly bytes: Uint8Array;
  /** Of the bytes, lower-case hex. */
  readonly sha256: string;
  readonly kind: DocumentKind;
  /** Kind given by the user, which replaces what the content says. */
  readonly forced: boolean;
  /** Way to it inside of its file; empty for the file itself. */
  readonly label: string;
  /** Texts of the datamatrix symbols of an image. */
  readonly datamatrix?: readonly string[];
  /** Their shapes, in the same order. */
  readonly symbols?: readonly SymbolShape[];
  /** `YYYY-MM-DD` on which it is judged: what is dated after it is of the future. */
  readonly day?: string;
}

export interface CheckJudgement {
  readonly exercised: readonly string[];
  readonly unexercised: readonly string[];
  readonly needContext: readonly string[];
  readonly findings: readonly CheckFinding[];
}

const facts: RunFacts = {
  deck: { seed: '', professionnels: [], patients: [], structures: [] },
  services: {},
  endpoints: {},
  solution: {},
  candidature: {},
};

/** Judges one document by checks made for its kind, in their order. Pure. */
export function judgeByChecks(checks: readonly ReadyCheck[], document: DocumentInput): CheckJudgement {
  const preuve: Preuve = {
    id: 'p-000001',
    kind: 'file/submitted',
    at: 0,
    view: viewOf(document),
    raw: { file: { sha256: document.sha256, size: document.bytes.length } },
  };
  const exercised: string[] = [];
  const unexercised: string[] = [];
  const findings: CheckFinding[] = [];
  for (const ready of checks) {
    if (!ready.playable) continue;
    const input: CheckInput = {
      preuves: [preuve],
      control: [],
      options: ready.options,
      facts,
      bytes: () => document.bytes,
    };
    const result = ready.check.judge(input);
    (result.examined > 0 ? exercised : unexercised).push(ready.id);
    const severity = severityOf(ready);
    findings.push(
      ...result.findings.map((finding) => told(ready, finding, severity, document.label)),
      ...(result.notes ?? []).map((finding) => told(ready, finding, 'note', document.label)),
    );
  }
  return {
    exercised,
    unexercised,
    needContext: checks.filter(({ playable }) => !playable).map(({ id }) => id),
    findings,
  };
}

/** Only a clause read in an official source makes an error, and only where the pack does not soften it. */
function severityOf({ check, severity }: PlayableCheck): CheckFinding['severity'] {
  return severity ?? (check.clauses.some((clause) => clause.trust === 'V') ? 'error' : 'warning');
}

function viewOf(document: DocumentInput): Json {
  return {
    ...(document.forced ? { as: document.kind } : {}),
    ...(document.day === undefined ? {} : { day: document.day }),
    ...(document.datamatrix === undefined ? {} : { datamatrix: document.datamatrix }),
    ...(document.symbols === undefined ? {} : { symbols: document.symbols.map((shape) => ({ ...shape })) }),
  };
}

function told(
  { id, check }: PlayableCheck,
  finding: Finding,
  severity: CheckFinding['severity'],
  label: string,
): CheckFinding {
  const text = check.findings[finding.code];
  const values: Record<string, FieldValue> = {
    ...(finding.expected === undefined ? {} : { expected: finding.expected }),
    ...(finding.actual === undefined ? {} : { actual: finding.actual }),
    ...finding.values,
  };
  const { where } = finding;
  return {
    rule: id,
    code: finding.code,
    severity,
    says: {
      fr: fillText(text?.says.fr ?? finding.code, values),
      en: fillText(text?.says.en ?? finding.code, values),
    },
    fix: { fr: fillText(text?.fix.fr ?? '', values), en: fillText(text?.fix.en ?? '', values) },
    ...(label === '' ? {} : { document: label }),
    ...(where?.path === undefined ? {} : { path: where.path }),
    ...(where?.line === undefined ? {} : { line: where.line }),
    ...(where?.column === undefined ? {} : { column: where.column }),
    ...(finding.expected === undefined ? {} : { expected: finding.expected }),
    ...(finding.actual === undefined ? {} : { actual: finding.actual }),
    clauses: check.clauses.map((clause) => ({ ...clause })),
  };
}
