import type { SchematronPattern } from '../../../src/formats/schematron/schematron-source.ts';
import type { XPathExpr, XPathStep } from '../../../src/formats/xpath/xpath-syntax.ts';
import type { ReadAssertion, Reader, ReadRule } from './read-rule.ts';
import { contradictory } from './refute-formula.ts';
import {
  always,
  attributeName,
  formulaOf,
  negated,
  stepsFormula,
  type Formula,
  type Known,
} from './rule-formula.ts';

/**
 * Why an assertion cannot fail: its test is true of any node; the context of its rule demands what it asks; or the nodes
 * of which it would be false go to an earlier rule of the pattern.
 */
export type Unfailable = 'always-true' | 'implied-by-context' | 'taken-by-earlier-rule';

export interface Suspect {
  readonly rule: ReadRule;
  readonly assertion: ReadAssertion;
  /** Rules before it in its pattern, in any order. */
  readonly earlier: readonly ReadRule[];
}

/** Proves that no document makes an assertion fail; undefined where no proof was found. */
export function whyUnfailable({ rule, assertion, earlier }: Suspect): Unfailable | undefined {
  const { test, source, reader } = assertion;
  const failing = (attributes: ReadonlyMap<string, string>): Formula => {
    const holds = formulaOf(test, { reader, attributes, atRule: true });
    return source.k === 'report' ? holds : negated(holds);
  };
  if (contradictory([failing(new Map())])) return 'always-true';
  const contexts = alternativesOf(rule.context);
  const refuted = (more: (context: XPathExpr) => readonly Formula[]): boolean =>
    contexts.length > 0 &&
    contexts.every((context) =>
      contradictory([
        ...contextFacts(context, rule.reader),
        ...more(context),
        failing(fixedAttributes(context)),
      ]),
    );
  if (refuted(() => [])) return 'implied-by-context';
  return refuted((context) => earlier.flatMap((one) => notTakenBy(one, context)))
    ? 'taken-by-earlier-rule'
    : undefined;
}

/** The rules before one in a pattern that some node could go to instead. */
export function earlierRules(
  pattern: SchematronPattern,
  rule: number,
  read: (rule: number) => ReadRule | undefined,
): readonly ReadRule[] {
  return pattern.rules.slice(0, rule).flatMap((_, at) => read(at) ?? []);
}

function alternativesOf(expr: XPathExpr): readonly XPathExpr[] {
  return expr.k === 'set' && expr.op === 'union'
    ? [...alternativesOf(expr.left), ...alternativesOf(expr.right)]
    : [expr];
}

function knownIn(reader: Reader): Known {
  return { reader, attributes: new Map(), atRule: false };
}

/** What a match pattern says of the node it matches, and of the nodes above. */
function contextFacts(context: XPathExpr, reader: Reader): readonly Formula[] {
  if (context.k !== 'path') return [];
  const last = context.steps.at(-1);
  const facts = stepFacts(last, reader);
  return [...facts, ...aboveFacts(context.steps.slice(0, -1), reader)];
}

/** The test and predicates of a step, as formulas of the node it selects; what cannot be said is left out. */
function stepFacts(step: XPathStep | undefined, reader: Reader): readonly Formula[] {
  if (step?.k !== 'axis') return [];
  const named: Formula[] =
    step.axis === 'attribute' ? [] : [{ k: 'exists', axis: 'self', test: step.test, holds: always }];
  return [...named, ...step.predicates.flatMap((one) => conditionOf(one, reader) ?? [])];
}

/** A predicate as a formula: as if it were asked of the node itself, so that positions are refused. */
function conditionOf(predicate: XPathExpr, reader: Reader): Formula | undefined {
  const self: XPathStep = {
    k: 'axis',
    axis: 'self',
    test: { k: 'kind', kind: 'node' },
    predicates: [predicate],
  };
  return stepsFormula([self], always, knownIn(reader));
}

function aboveFacts(steps: readonly XPathStep[], reader: Reader): readonly Formula[] {
  const step = steps.at(-1);
  if (step?.k !== 'axis') return [];
  const rest = steps.slice(0, -1);
  const skipped = step.axis === 'descendant-or-self';
  const above = skipped ? rest.at(-1) : step;
  if (above?.k !== 'axis' || above.axis !== 'child') return [];
  const holds: Formula = {
    k: 'and',
    parts: [
      ...above.predicates.flatMap((one) => conditionOf(one, reader) ?? []),
      ...aboveFacts(skipped ? rest.slice(0, -1) : rest, reader),
    ],
  };
  return [{ k: 'exists', axis: skipped ? 'ancestor' : 'parent', test: above.test, holds }];
}

/** The attributes whose value the context fixes; an empty value would not be true as a text. */
function fixedAttributes(context: XPathExpr): ReadonlyMap<string, string> {
  const last = context.k === 'path' ? context.steps.at(-1) : undefined;
  const fixed = new Map<string, string>();
  const note = (expr: XPathExpr): void => {
    if (expr.k === 'and') [expr.left, expr.right].forEach(note);
    else if (expr.k === 'general' && expr.op === '=' && expr.left.k === 'path' && expr.right.k === 'string') {
      const name = attributeName(expr.left);
      if (name !== undefined && expr.right.value !== '') fixed.set(name, expr.right.value);
    }
  };
  if (last?.k === 'axis') last.predicates.forEach(note);
  return fixed;
}

/**
 * What follows from an earlier rule not taking the node: where both contexts reach it by the same steps, that it does not
 * pass the last step of the other. Only of predicates that cannot be errors, for an error too is no match.
 */
function notTakenBy(earlier: ReadRule, context: XPathExpr): readonly Formula[] {
  if (context.k !== 'path') return [];
  return alternativesOf(earlier.context).flatMap((other): readonly Formula[] => {
    if (other.k !== 'path' || way(other) !== way(context)) return [];
    const last = other.steps.at(-1);
    if (last?.k !== 'axis' || last.axis === 'attribute' || !last.predicates.every(neverErrs)) return [];
    const facts = stepFacts(last, earlier.reader);
    return facts.length === last.predicates.length + 1 ? [negated({ k: 'and', parts: facts })] : [];
  });
}

const ways = new WeakMap<XPathExpr, string>();

/** The steps before the last, as a text to compare. */
function way(path: Extract<XPathExpr, { k: 'path' }>): string {
  const known = ways.get(path);
  if (known !== undefined) return known;
  const { steps, root } = path;
  const last = steps.at(-1);
  const text = JSON.stringify([root, steps.slice(0, -1), last?.k === 'axis' ? last.axis : 'each']);
  ways.set(path, text);
  return text;
}

function neverErrs(expr: XPathExpr): boolean {
  switch (expr.k) {
    case 'string':
      return true;
    case 'and':
    case 'or':
      return neverErrs(expr.left) && neverErrs(expr.right);
    case 'general':
      return expr.left.k === 'path' && expr.right.k === 'string' && neverErrs(expr.left);
    case 'path':
      return (
        expr.start === undefined &&
        expr.steps.every((step) => step.k === 'axis' && step.predicates.every(neverErrs))
      );
    case 'call':
      return ['not', 'exists', 'empty'].includes(expr.name) && expr.args.every(neverErrs);
    default:
      return false;
  }
}
