import { compareGeneral } from './compare-values.ts';
import { constantTexts } from './document-table.ts';
import { attributeOf } from './walk-axis.ts';
import { isConstant, type CompiledXPath, type DocumentLibrary, type XPathContext } from './xpath-context.ts';
import type { XPathExpr } from './xpath-syntax.ts';
import { falseSequence, isNode, stringOf, trueSequence, type XPathSequence } from './xpath-value.ts';

type General = Extract<XPathExpr, { k: 'general' }>;

/** General comparisons; equality with a constant text or value set is one look-up. */
export function compileComparison(
  expr: General,
  compile: (part: XPathExpr) => CompiledXPath,
  library: DocumentLibrary,
): CompiledXPath {
  const [left, right] = [compile(expr.left), compile(expr.right)];
  const constant = isConstant(left) ? expr.left : expr.right;
  const test =
    attributeTest(expr) ??
    memberTest(expr, [left, right], constantTexts(constant, compile, library)) ??
    plainTest(expr, left, right);
  return {
    test,
    sequence: (c) => (test(c) ? trueSequence : falseSequence),
    focus: left.focus || right.focus,
    rule: left.rule || right.rule,
    numeric: 'never',
    positional: left.positional || right.positional,
  };
}

function plainTest(expr: General, left: CompiledXPath, right: CompiledXPath): CompiledXPath['test'] {
  return (c) => {
    const first = left.sequence(c);
    return first.length > 0 && compareGeneral(expr.op, first, right.sequence(c));
  };
}

/** `@name = 'text'`, the most frequent of all. */
function attributeTest(expr: General): CompiledXPath['test'] | undefined {
  if (expr.op !== '=' || expr.right.k !== 'string' || expr.left.k !== 'path') return undefined;
  const { start, root, steps } = expr.left;
  const [step] = steps;
  if (start !== undefined || root || steps.length !== 1 || step?.k !== 'axis' || step.axis !== 'attribute')
    return undefined;
  if (
    step.predicates.length > 0 ||
    step.test.k !== 'name' ||
    step.test.local === '*' ||
    step.test.namespace === '*'
  )
    return undefined;
  const { local, namespace } = step.test;
  const { value } = expr.right;
  return (c) =>
    c.item !== undefined && isNode(c.item) && attributeOf(c.item, local, namespace)?.value === value;
}

function memberTest(
  expr: General,
  [left, right]: readonly [CompiledXPath, CompiledXPath],
  textsOf: (c: XPathContext) => readonly string[] | null,
): CompiledXPath['test'] | undefined {
  if (expr.op !== '=' || isConstant(left) === isConstant(right)) return undefined;
  const [set, probe] = isConstant(left) ? [left, right] : [right, left];
  let members: ReadonlySet<string> | null | undefined;
  return (c: XPathContext) => {
    const items = probe.sequence(c);
    if (items.length === 0) return false;
    if (members === undefined) {
      const texts = textsOf(c);
      members = texts === null ? null : new Set(texts);
    }
    return members === null ? compareGeneral('=', items, set.sequence(c)) : isMember(items, members, set, c);
  };
}

function isMember(
  items: XPathSequence,
  members: ReadonlySet<string>,
  set: CompiledXPath,
  context: XPathContext,
): boolean {
  for (const item of items) {
    const textual =
      typeof item === 'string' || (typeof item === 'object' && (isNode(item) || item.kind === 'untyped'));
    if (textual ? members.has(stringOf(item)) : compareGeneral('=', [item], set.sequence(context)))
      return true;
  }
  return false;
}
