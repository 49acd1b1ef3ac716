import type { XPathContext } from './xpath-context.ts';
import type { XPathItem } from './xpath-value.ts';

/** Runs with another focus and puts the former one back, whatever happens. */
export function withFocus<T>(
  context: XPathContext,
  item: XPathItem | undefined,
  position: number,
  size: number,
  run: (context: XPathContext) => T,
): T {
  const { item: formerItem, position: formerPosition, size: formerSize } = context;
  context.item = item;
  context.position = position;
  context.size = size;
  try {
    return run(context);
  } finally {
    context.item = formerItem;
    context.position = formerPosition;
    context.size = formerSize;
  }
}
