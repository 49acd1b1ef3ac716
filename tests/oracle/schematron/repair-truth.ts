import type { XPathExpr } from '../../../src/formats/xpath/xpath-syntax.ts';
import { operandsOf } from './blueprint.ts';
import { removal } from './edit-source.ts';
import { inTurn, holdsRuleNode, resolved, type Literal, type Move } from './literal.ts';
import { nodesAt, truthAt } from './read-rule.ts';
import { absentMoves, presentMoves } from './repair-presence.ts';
import { comparisonMoves, valueMoves } from './repair-value.ts';

/**
 * Moves towards an expression having the wanted truth at a node, likeliest first: the inverse of evaluation, one step at
 * a time. Nothing is promised; whoever tries a move judges the document it makes.
 */
export function* movesFor(literal: Literal): Generator<Move> {
  const { expr, want } = literal;
  const part = (one: XPathExpr, wanted = want): Literal => ({ ...literal, expr: one, want: wanted });
  switch (expr.k) {
    case 'and':
    case 'or':
      yield* connectiveMoves(literal, operandsOf(expr, expr.k), (expr.k === 'and') === want);
      return;
    case 'sequence':
      yield* inTurn(expr.items.map((one) => movesFor(part(one))));
      return;
    case 'if': {
      const truth = isTrue(part(expr.test));
      yield* inTurn([movesFor(part(truth ? expr.then : expr.else)), movesFor(part(expr.test, !truth))]);
      return;
    }
    case 'var': {
      const inner = resolved(literal);
      if (inner.expr.k !== 'var' && inner.expr.k !== 'context') yield* movesFor(inner);
      return;
    }
    case 'set':
      if (expr.op === 'union') yield* connectiveMoves(literal, [expr.left, expr.right], !want);
      else yield* valueMoves(literal, movesFor);
      return;
    case 'some':
    case 'every':
      yield* quantifiedMoves(literal, expr);
      return;
    case 'path':
    case 'filter':
      if (expr.k === 'path' && expr.start?.k === 'call' && expr.start.name !== 'current') {
        yield* valueMoves(literal, movesFor);
        return;
      }
      yield* want ? presentMoves(literal, movesFor) : absentMoves(literal, movesFor);
      return;
    case 'general':
    case 'value':
      yield* comparisonMoves(literal, expr, movesFor);
      return;
    case 'call':
      yield* callMoves(literal, expr);
      return;
    case 'string':
    case 'number':
    case 'context':
      return;
    default:
      yield* valueMoves(literal, movesFor);
  }
}

function* callMoves(literal: Literal, expr: Extract<XPathExpr, { k: 'call' }>): Generator<Move> {
  const [first] = expr.args;
  if (first === undefined) {
    if (!['true', 'false', 'current'].includes(expr.name)) yield* valueMoves(literal, movesFor);
  } else if (expr.name === 'not' || expr.name === 'empty')
    yield* movesFor({ ...literal, expr: first, want: !literal.want });
  else if (expr.name === 'exists' || expr.name === 'boolean') yield* movesFor({ ...literal, expr: first });
  else if (expr.name === 'count')
    yield* comparisonMoves(
      literal,
      { k: 'general', op: '!=', left: expr, right: { k: 'number', value: 0 } },
      movesFor,
    );
  else yield* valueMoves(literal, movesFor);
}

function isTrue({ expr, node, stand }: Literal): boolean {
  return truthAt(expr, node, stand) === true;
}

/** For all operands to be as wanted the first that is not is worked at; for one of them, any. */
function* connectiveMoves(literal: Literal, operands: readonly XPathExpr[], all: boolean): Generator<Move> {
  const wishes = operands.map((expr): Literal => ({ ...literal, expr }));
  if (!all) yield* inTurn(wishes.map(movesFor));
  else {
    const unmet = wishes.find((one) => isTrue(one) !== one.want);
    if (unmet !== undefined) yield* movesFor(unmet);
  }
}

function* quantifiedMoves(
  literal: Literal,
  expr: Extract<XPathExpr, { k: 'some' | 'every' }>,
): Generator<Move> {
  const { node, stand, want } = literal;
  const domain = nodesAt(expr.in, node, stand);
  const of = (one: (typeof domain)[number]): Literal => ({
    ...literal,
    expr: expr.satisfies,
    stand: { ...stand, bound: new Map(stand.bound).set(expr.variable, one) },
  });
  if ((expr.k === 'every') === want) {
    const unmet = domain.find((one) => isTrue(of(one)) !== want);
    if (unmet === undefined) return;
    yield* movesFor(of(unmet));
    if (unmet.kind === 'element' && !holdsRuleNode(unmet, stand)) yield { edits: removal(unmet) };
    return;
  }
  yield* inTurn(domain.slice(0, 5).map((one) => movesFor(of(one))));
  if (domain.length < 3) yield* movesFor({ ...literal, expr: expr.in, want: true });
}
