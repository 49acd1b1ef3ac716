import type { CompiledRuleSet } from '../../../src/formats/schematron/compile-rule-set.ts';
import { ruleCandidates } from '../../../src/formats/schematron/rule-candidates.ts';
import type { XmlDocument, XmlElement, XmlNode } from '../../../src/formats/xml/xml-node.ts';

/** One edit of a source text: `[from, to)` replaced. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The same seed gives the same stream (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A document with a few random edits anywhere. */
export function randomMutant(document: XmlDocument, random: () => number): string {
  const count = 1 + Math.floor(random() * 6);
  const edits = Array.from({ length: count }, () => {
    const element = document.elements[Math.floor(random() * document.elements.length)];
    return element === undefined ? undefined : editOf(element, Math.floor(random() * 7), random);
  });
  return applied(document.source, edits);
}

/**
 * Documents aimed at the rules: for the rules that may look at a document, each name that an assertion mentions is
 * removed, emptied, doubled or given another value near a node of the rule. Edits that do not overlap share one
 * document.
 */
export function directedMutants(
  set: CompiledRuleSet,
  document: XmlDocument,
  random: () => number,
): readonly string[] {
  const edits: Edit[] = [];
  const done = new Set<string>();
  for (const rule of set.patterns.flatMap((pattern) => pattern.rules)) {
    if (rule.context instanceof Error) continue;
    const nodes = rule.context.alternatives
      .flatMap(({ selector }) => ruleCandidates(document, selector))
      .slice(0, 400);
    const [node] = nodes.filter(
      (one): one is XmlElement => one.kind === 'element' && one.parent.kind === 'element',
    );
    const names = new Set(
      rule.source.items.flatMap((item) => namesIn(item.k === 'let' ? item.value : item.test)),
    );
    for (const target of [node, ...near(nodes, names)])
      if (target !== undefined)
        for (let kind = 0; kind < 7; kind += 1) {
          const id = `${target.order} ${kind}`;
          const edit = done.has(id) ? undefined : editOf(target, kind, random);
          done.add(id);
          if (edit !== undefined) edits.push(edit);
        }
  }
  return packed(document.source, edits, random);
}

function namesIn(test: string): readonly string[] {
  return [...test.matchAll(/[\w-]+:([A-Za-z][\w.-]*)/g)].map((match) => match[1] ?? '');
}

function near(nodes: readonly XmlNode[], names: ReadonlySet<string>): readonly XmlElement[] {
  const found = new Map<string, XmlElement>();
  for (const node of nodes.slice(0, 3)) {
    const walk = (element: XmlElement | XmlNode, depth: number): void => {
      if (element.kind !== 'element' && element.kind !== 'document') return;
      for (const child of element.children)
        if (child.kind === 'element') {
          if (names.has(child.name) && !found.has(child.name)) found.set(child.name, child);
          if (depth < 4) walk(child, depth + 1);
        }
    };
    walk(node, 0);
  }
  return [...found.values()];
}

/** Several documents, each with edits that do not touch the same text. */
function packed(source: string, edits: readonly Edit[], random: () => number): readonly string[] {
  const left = [...edits].sort(() => random() - 0.5);
  const mutants: string[] = [];
  while (left.length > 0 && mutants.length < 25) {
    const chosen: Edit[] = [];
    for (let at = left.length - 1; at >= 0 && chosen.length < 20; at -= 1) {
      const edit = left[at];
      if (edit === undefined || chosen.some((one) => one.from < edit.to && edit.from < one.to)) continue;
      chosen.push(edit);
      left.splice(at, 1);
    }
    mutants.push(applied(source, chosen));
  }
  return mutants;
}

const values = ['', 'zzz', '1.2.3.4.5', '20259999', '-7', 'UNK', 'fr-FR'];

function editOf(element: XmlElement, kind: number, random: () => number): Edit | undefined {
  if (element.parent.kind === 'document' && kind !== 2 && kind !== 4) return undefined;
  const source = documentSource(element);
  const tagEnd = source.indexOf('>', element.attributes.at(-1)?.end ?? element.offset);
  const end = elementEnd(element, source);
  const attribute = element.attributes[Math.floor(random() * element.attributes.length)];
  switch (kind) {
    case 0:
      return { from: element.offset, to: end, text: '' };
    case 1:
      return { from: end, to: end, text: source.slice(element.offset, end) };
    case 2: {
      if (attribute === undefined) return undefined;
      const value = values[Math.floor(random() * values.length)] ?? '';
      const open = source.lastIndexOf(source.charAt(attribute.end - 1), attribute.end - 2);
      return { from: open + 1, to: attribute.end - 1, text: value };
    }
    case 3: {
      if (attribute === undefined) return undefined;
      const name = attribute.prefix === '' ? attribute.name : `${attribute.prefix}:${attribute.name}`;
      const open = source.lastIndexOf(source.charAt(attribute.end - 1), attribute.end - 2);
      return { from: source.lastIndexOf(name, open), to: attribute.end, text: '' };
    }
    case 4: {
      if (element.attributes.some((one) => one.name === 'nullFlavor')) return undefined;
      const at =
        element.offset + 1 + (element.prefix === '' ? 0 : element.prefix.length + 1) + element.name.length;
      return { from: at, to: at, text: random() < 0.5 ? ' nullFlavor="UNK"' : ' nullFlavor="XX"' };
    }
    case 5:
      return source.charAt(tagEnd - 1) === '/'
        ? undefined
        : { from: tagEnd + 1, to: tagEnd + 1, text: 'texte' };
    default:
      return source.charAt(tagEnd - 1) === '/'
        ? undefined
        : { from: tagEnd + 1, to: source.lastIndexOf('</', end - 1), text: '' };
  }
}

function documentSource(element: XmlElement): string {
  let owner: XmlNode = element;
  while (owner.kind !== 'document') owner = owner.parent;
  return owner.source;
}

function elementEnd(element: XmlElement, source: string): number {
  const name = element.prefix === '' ? element.name : `${element.prefix}:${element.name}`;
  let depth = 0;
  const tags = new RegExp(
    String.raw`<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<(/?)${name}(?=[\s/>])(?:"[^"]*"|'[^']*'|[^>"'])*>`,
    'g',
  );
  tags.lastIndex = element.offset;
  for (let match = tags.exec(source); match !== null; match = tags.exec(source)) {
    if (match[0].startsWith('<!')) continue;
    if (match[1] === '/') depth -= 1;
    else if (!match[0].endsWith('/>')) depth += 1;
    if (depth === 0) return tags.lastIndex;
  }
  return source.length;
}

function applied(source: string, edits: readonly (Edit | undefined)[]): string {
  let out = source;
  const kept: Edit[] = [];
  for (const edit of edits)
    if (edit !== undefined && !kept.some((one) => one.from <= edit.to && edit.from <= one.to))
      kept.push(edit);
  for (const edit of kept.sort((a, b) => b.from - a.from))
    out = out.slice(0, edit.from) + edit.text + out.slice(edit.to);
  return out;
}
