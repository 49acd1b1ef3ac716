import type { CompiledRuleSet } from '../../../src/formats/schematron/compile-rule-set.ts';
import { parseXml } from '../../../src/formats/xml/parse-xml.ts';
import type { XmlNode } from '../../../src/formats/xml/xml-node.ts';
import { parseXPath } from '../../../src/formats/xpath/parse-xpath.ts';
import type { XPathExpr, XPathStep } from '../../../src/formats/xpath/xpath-syntax.ts';
import { compileNodeTest } from '../../../src/formats/xpath/walk-axis.ts';
import { InputError } from '../../../src/domain/segur-error.ts';
import {
  attributeRemoval,
  attributeInsertion,
  childInsertion,
  compatible,
  doubling,
  edited,
  refilling,
} from './edit-source.ts';
import { ruleTaking } from './judge-node.ts';
import { holdsAfter, inTurn, type Literal, type Move } from './literal.ts';
import { nodeAfter } from './move-node.ts';
import { truthAt, type ReadAssertion, type Reader, type ReadRule, type Stand } from './read-rule.ts';
import { movesFor } from './repair-truth.ts';
import type { Scene } from './trim-document.ts';

/** An assertion to be made to fail at the node of a scene, while its rule still takes that node. */
export interface Target {
  readonly set: CompiledRuleSet;
  readonly pattern: number;
  readonly rule: number;
  readonly read: ReadRule;
  readonly assertion: ReadAssertion;
}

/**
 * A scene in which the assertion fails, found by repairs: at each level the first unmet wish (that the rule take the
 * node, then that the assertion fail) offers moves; a few are tried before they are followed further.
 */
export function searchMutant(target: Target, start: Scene, documents: number): Scene | undefined {
  return deeper(target, start, {
    budget: { left: documents },
    depth: 5,
    seen: new Set([start.document.source]),
  });
}

interface Search {
  /** Documents that may still be judged. */
  readonly budget: { left: number };
  readonly depth: number;
  readonly seen: Set<string>;
}

/** Scenes tried at a level before the first of them are followed further. */
const width = 4;

function deeper(target: Target, scene: Scene, search: Search): Scene | undefined {
  if (search.depth === 0) return undefined;
  let open: Scene[] = [];
  const follow = (): Scene | undefined => {
    const waiting = open;
    open = [];
    for (const next of waiting) {
      const found = deeper(target, next, { ...search, depth: search.depth - 1 });
      if (found !== undefined) return found;
    }
    return undefined;
  };
  for (const move of movesFrom(target, scene)) {
    if (search.budget.left <= 0) return undefined;
    const next = after(scene, move, search);
    if (next === undefined) continue;
    if (isMet(target, next)) return next;
    open.push(next);
    if (open.length < width) continue;
    const found = follow();
    if (found !== undefined) return found;
  }
  return follow();
}

function isMet(target: Target, { node }: Scene): boolean {
  return takes(target, node) && fails(target, node);
}

function takes({ set, pattern, rule }: Target, node: XmlNode): boolean {
  return ruleTaking(set, pattern, node)?.at === rule;
}

function fails({ assertion }: Target, node: XmlNode): boolean {
  const { test, source } = assertion;
  return truthAt(test, node, standAt(assertion.reader, node)) === (source.k === 'report');
}

function standAt(reader: Reader, ruleNode: XmlNode): Stand {
  return { reader, ruleNode, bound: new Map() };
}

function after(scene: Scene, { edits, goal }: Move, { budget, seen }: Search): Scene | undefined {
  if (edits.length === 0 || !compatible(edits)) return undefined;
  const text = edited(scene.document.source, edits);
  if (seen.has(text)) return undefined;
  seen.add(text);
  budget.left -= 1;
  try {
    const document = parseXml(Buffer.from(text), { file: scene.document.file });
    const node = nodeAfter(scene.node, edits, document);
    if (node === undefined || (goal !== undefined && !holdsAfter(goal, edits, document))) return undefined;
    return { document, node };
  } catch (error) {
    // A move that left no well-formed XML, for instance an attribute written twice.
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

function* movesFrom(target: Target, { node }: Scene): Generator<Move> {
  if (!takes(target, node)) yield* takingMoves(target, node);
  else {
    const { test, source, reader } = target.assertion;
    yield* movesFor({ expr: test, node, want: source.k === 'report', stand: standAt(reader, node) });
    yield* ownMoves(node);
  }
}

/** Moves towards the rule taking the node: no earlier rule of the pattern does, and its own context fits. */
function* takingMoves({ set, pattern, rule, read }: Target, node: XmlNode): Generator<Move> {
  const taking = ruleTaking(set, pattern, node);
  const stand = standAt(read.reader, node);
  if (taking !== undefined && taking.at < rule) {
    const context = parseXPath(taking.source.context, set.source.namespaces);
    for (const literals of contextLiterals(context, node, stand))
      if (literals.every(isTrue)) yield* inTurn(literals.map((one) => movesFor({ ...one, want: false })));
    return;
  }
  yield* inTurn(
    contextLiterals(read.context, node, stand).map((literals) => {
      const unmet = literals.find((one) => !isTrue(one));
      return unmet === undefined ? [] : movesFor(unmet);
    }),
  );
}

function isTrue({ expr, node, stand }: Literal): boolean {
  return truthAt(expr, node, stand) === true;
}

/** For each way a context may fit the node by its names, the predicates that must hold of it and its ancestors. */
function contextLiterals(context: XPathExpr, node: XmlNode, stand: Stand): readonly (readonly Literal[])[] {
  if (context.k === 'set' && context.op === 'union')
    return [...contextLiterals(context.left, node, stand), ...contextLiterals(context.right, node, stand)];
  return context.k === 'path' ? climb(context.steps, node, stand) : [];
}

function climb(steps: readonly XPathStep[], node: XmlNode, stand: Stand): readonly (readonly Literal[])[] {
  const step = steps.at(-1);
  if (step === undefined) return [[]];
  const rest = steps.slice(0, -1);
  if (step.k !== 'axis') return [];
  if (step.axis === 'descendant-or-self') {
    const ways: (readonly Literal[])[] = [];
    for (let one: XmlNode | undefined = node; one !== undefined; one = one.parent)
      ways.push(...climb(rest, one, stand));
    return ways.slice(0, 6);
  }
  if (!compileNodeTest(step.test, step.axis)(node)) return [];
  const own = step.predicates.map((expr): Literal => ({
    expr,
    node,
    want: true,
    stand: { ...stand, ruleNode: node },
  }));
  if (rest.length === 0) return [own];
  const above = step.axis === 'self' ? node : node.parent;
  if (above === undefined) return [];
  return climb(rest, above, stand).map((way) => [...own, ...way]);
}

/** What may be wrong with any node, whatever its test says. */
function* ownMoves(node: XmlNode): Generator<Move> {
  if (node.kind !== 'element') return;
  yield { edits: doubling(node) };
  yield { edits: refilling(node, '') };
  yield { edits: refilling(node, 'zzz') };
  yield { edits: childInsertion(node, '<zzz xmlns="urn:hl7-org:v3"/>') };
  yield { edits: node.attributes.flatMap(attributeRemoval) };
  yield { edits: attributeInsertion(node, 'nullFlavor="UNK"') };
}
