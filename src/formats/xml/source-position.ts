import type { XmlNode } from './xml-node.ts';

/** Line and column, both from 1; a column counts UTF-16 units. */
export interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

const lineStarts = new Map<string, readonly number[]>();

/** The position of an offset of a text. */
export function offsetToPosition(source: string, offset: number): SourcePosition {
  const starts = startsOf(source);
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

/** Kept for the last text only: findings come document by document. */
function startsOf(source: string): readonly number[] {
  const known = lineStarts.get(source);
  if (known !== undefined) return known;
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  lineStarts.clear();
  lineStarts.set(source, starts);
  return starts;
}

/** Where a node starts in the user's file: an attribute at its name, a text at its parent. */
export function positionOf(node: XmlNode): SourcePosition {
  let owner: XmlNode = node;
  while (owner.kind !== 'document') owner = owner.parent;
  return offsetToPosition(owner.source, offsetOf(node));
}

function offsetOf(node: XmlNode): number {
  switch (node.kind) {
    case 'element':
    case 'attribute':
      return node.offset;
    case 'document':
      return 0;
    default:
      return offsetOf(node.parent);
  }
}
