import { judgeDocument, type Judgement } from '../../../src/formats/schematron/judge-document.ts';
import type { Case, UsedRuleSet } from './kit-cases.ts';
import type { SaxonJudgement, SaxonOutput } from './saxon-run.ts';

export interface Comparison {
  /** Pairs of a document and a rule set. */
  readonly pairs: number;
  /** Of those, the ones that Saxon stopped on. */
  readonly stopped: number;
  readonly saxonTime: number;
  readonly ourTime: number;
  readonly disagreements: readonly string[];
  /** Errors that Saxon alone shows, in a rule and at a node where ours shows one of another assertion. */
  readonly otherErrors: number;
  /** By rule set, the assertions that both saw failing, as `pattern rule item`. */
  readonly failing: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Judges every case by our engine, and compares with what Saxon said: fired rules, failures and errors with places. */
export function compareJudges(
  cases: readonly Case[],
  ruleSets: ReadonlyMap<string, UsedRuleSet>,
  output: SaxonOutput,
): Comparison {
  const disagreements: string[] = [];
  const failing = new Map<string, Set<string>>();
  let [pairs, stopped, saxonTime, ourTime, otherErrors] = [0, 0, 0, 0, 0];
  for (const { name, file, document, sets } of cases)
    for (const id of sets) {
      const set = ruleSets.get(id);
      const theirs = output.judgements.get(`${file}\t${id}`);
      if (set === undefined || theirs === undefined) continue;
      pairs += 1;
      const before = performance.now();
      const ours = judgeDocument(set.compiled, document);
      ourTime += performance.now() - before;
      const told = (what: string): number => disagreements.push(`${id} ${name}: ${what}`);
      if (typeof theirs === 'string') {
        // An error in a let stops the whole transformation; ours goes on and tells what it could not judge.
        stopped += 1;
        if (ours.unjudged.length === 0) told(`Saxon stopped: ${theirs}`);
        continue;
      }
      saxonTime += theirs.microseconds / 1000;
      const allowed = new Set(errorsOfAnyOrder(ours, theirs));
      otherErrors += allowed.size;
      differences(ours, theirs, allowed).forEach(told);
      const known = failing.get(id) ?? new Set<string>();
      failing.set(id, known);
      for (const key of failingInBoth(ours, theirs)) known.add(key);
    }
  return { pairs, stopped, saxonTime, ourTime, disagreements, otherErrors, failing };
}

function linesOf(ours: Judgement): ReadonlySet<string> {
  return new Set([
    ...ours.findings.map((one) => ['A', ...one.index, one.path].join(' ')),
    ...ours.unjudged.filter((one) => one.index[2] >= 0).map((one) => ['E', ...one.index, one.path].join(' ')),
  ]);
}

/**
 * Errors of Saxon for assertions that ours judged, where a let of their rule is in error: XPath 2.0 section 2.3.4 lets the
 * operands of `and` and `or` be evaluated in any order, so that one judge may need the let and the other not.
 */
function errorsOfAnyOrder(ours: Judgement, theirs: SaxonJudgement): readonly string[] {
  const placeOf = ([pattern, rule]: readonly (string | number)[], path: string | undefined): string =>
    `${pattern} ${rule} ${path}`;
  const inError = new Set(ours.unjudged.map((one) => placeOf(one.index, one.path)));
  const mine = linesOf(ours);
  return theirs.lines.filter((line) => {
    const [kind, pattern = '', rule = '', , path] = line.split(' ');
    return kind === 'E' && !mine.has(line) && inError.has(placeOf([pattern, rule], path));
  });
}

function differences(
  ours: Judgement,
  theirs: SaxonJudgement,
  allowed: ReadonlySet<string>,
): readonly string[] {
  const fired = ours.patterns.flatMap((pattern, p) =>
    pattern.rules.flatMap((count, r) => {
      const other = theirs.fired.get(`${p} ${r}`) ?? 0;
      return count === other ? [] : [`rule ${p} ${r} fired ${count}, Saxon ${other}`];
    }),
  );
  const mine = linesOf(ours);
  const other = new Set(theirs.lines);
  return [
    ...fired,
    ...[...mine].filter((line) => !other.has(line)).map((line) => `only ours ${line}`),
    ...[...other]
      .filter((line) => !mine.has(line) && !allowed.has(line))
      .map((line) => `only Saxon's ${line}`),
  ];
}

function failingInBoth(ours: Judgement, theirs: SaxonJudgement): readonly string[] {
  const other = new Set(theirs.lines);
  return ours.findings
    .filter((one) => other.has(['A', ...one.index, one.path].join(' ')))
    .map((one) => one.index.join(' '));
}
