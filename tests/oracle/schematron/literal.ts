import { documentOf } from '../../../src/formats/xpath/document-index.ts';
import type { XPathExpr } from '../../../src/formats/xpath/xpath-syntax.ts';
import type { XmlDocument, XmlElement, XmlNode } from '../../../src/formats/xml/xml-node.ts';
import type { Edit } from './edit-source.ts';
import { nodeAfter } from './move-node.ts';
import { truthAt, type Stand } from './read-rule.ts';

/** A wish: that an expression have a truth at a node. */
export interface Literal {
  readonly expr: XPathExpr;
  readonly node: XmlNode;
  readonly want: boolean;
  readonly stand: Stand;
}

/** Edits that may help a wish; with a goal, edits that are worthless unless the goal is then reached. */
export interface Move {
  readonly edits: readonly Edit[];
  readonly goal?: Literal;
}

/** How the moves for a part of a wish are found. */
export type Recur = (literal: Literal) => Iterable<Move>;

/** Whether a wish of the document before holds after edits; false when its node is gone. */
export function holdsAfter(goal: Literal, edits: readonly Edit[], after: XmlDocument): boolean {
  const moved = movedLiteral(goal, edits, after);
  return moved !== undefined && truthAt(moved.expr, moved.node, moved.stand) === moved.want;
}

function movedLiteral(goal: Literal, edits: readonly Edit[], after: XmlDocument): Literal | undefined {
  const node = nodeAfter(goal.node, edits, after);
  const ruleNode = nodeAfter(goal.stand.ruleNode, edits, after);
  if (node === undefined || ruleNode === undefined) return undefined;
  const bound = new Map<string, XmlNode>();
  for (const [name, one] of goal.stand.bound) {
    const moved = nodeAfter(one, edits, after);
    if (moved === undefined) return undefined;
    bound.set(name, moved);
  }
  return { ...goal, node, stand: { ...goal.stand, ruleNode, bound } };
}

/** A wish after the name of a let is followed to what it stands for, and the name of a bound node to that node. */
export function resolved(literal: Literal): Literal {
  let current = literal;
  for (;;) {
    const { expr, stand } = current;
    if (expr.k !== 'var') return current;
    const one = stand.bound.get(expr.name);
    if (one !== undefined) return { ...current, expr: { k: 'context' }, node: one };
    const binding = stand.reader.lets.get(expr.name);
    if (binding === undefined) return current;
    const node = binding.global ? documentOf(stand.ruleNode) : stand.ruleNode;
    const outer: Stand = { reader: binding.reader, ruleNode: stand.ruleNode, bound: new Map() };
    current = { ...current, expr: binding.expr, node, stand: outer };
  }
}

/** Whether the node of the rule is in (or is) an element, which so cannot be taken out. */
export function holdsRuleNode(element: XmlElement, { ruleNode }: Stand): boolean {
  return element.order <= ruleNode.order && ruleNode.order <= element.last;
}

/** One of each in turn. */
export function* inTurn<T>(lists: readonly Iterable<T>[]): Generator<T> {
  let open = lists.map((list) => list[Symbol.iterator]());
  while (open.length > 0) {
    const still: Iterator<T>[] = [];
    for (const one of open) {
      const next = one.next();
      if (next.done === true) continue;
      yield next.value;
      still.push(one);
    }
    open = still;
  }
}
