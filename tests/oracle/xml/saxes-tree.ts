import { SaxesParser } from 'saxes';

/** A tree in plain data, to compare what two parsers make of one text. */
export type PlainNode =
  | {
      readonly k: 'element';
      readonly name: string;
      readonly attributes: readonly string[];
      readonly children: readonly PlainNode[];
    }
  | { readonly k: 'text' | 'comment'; readonly value: string }
  | { readonly k: 'instruction'; readonly name: string; readonly value: string };

type Growing = { children: PlainNode[] };

/** The content of a document as saxes reads it; undefined when saxes refuses it. */
export function saxesTree(source: string): readonly PlainNode[] | undefined {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const top: Growing = { children: [] };
  const open: Growing[] = [top];
  const add = (node: PlainNode): void => void open.at(-1)?.children.push(node);
  const text = (value: string): void => {
    if (open.length === 1 || value === '') return;
    const before = open.at(-1)?.children.at(-1);
    if (before?.k !== 'text') add({ k: 'text', value });
    else open.at(-1)?.children.splice(-1, 1, { k: 'text', value: before.value + value });
  };
  const refusal = new Error('refused');
  parser.on('error', () => {
    throw refusal;
  });
  parser.on('opentag', (tag) => {
    const children: PlainNode[] = [];
    const attributes = Object.values(tag.attributes)
      .filter((one) => one.uri !== 'http://www.w3.org/2000/xmlns/')
      .map((one) => `{${one.uri}}${one.prefix}:${one.local}=${one.value}`);
    add({ k: 'element', name: `{${tag.uri}}${tag.prefix}:${tag.local}`, attributes, children });
    open.push({ children });
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('comment', (value) => add({ k: 'comment', value }));
  parser.on('processinginstruction', ({ target, body }) =>
    add({ k: 'instruction', name: target, value: body }),
  );
  try {
    parser.write(source).close();
    return top.children;
  } catch (error) {
    if (error === refusal) return undefined;
    throw error;
  }
}
