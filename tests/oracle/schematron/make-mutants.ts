import type { XmlDocument, XmlElement } from '../../../src/formats/xml/xml-node.ts';
import {
  attributeRemoval,
  edited,
  elementEnd,
  sourceOf,
  startTag,
  touch,
  valueSpan,
  type Edit,
} from './edit-source.ts';

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

const values = ['', 'zzz', '1.2.3.4.5', '20259999', '-7', 'UNK', 'fr-FR'];

function editOf(element: XmlElement, kind: number, random: () => number): Edit | undefined {
  if (element.parent.kind === 'document' && kind !== 2 && kind !== 4) return undefined;
  const source = sourceOf(element);
  const tagEnd = startTag(element).open - 1;
  const end = elementEnd(element);
  const attribute = element.attributes[Math.floor(random() * element.attributes.length)];
  switch (kind) {
    case 0:
      return { from: element.offset, to: end, text: '' };
    case 1:
      return { from: end, to: end, text: source.slice(element.offset, end) };
    case 2: {
      if (attribute === undefined) return undefined;
      const value = values[Math.floor(random() * values.length)] ?? '';
      return { ...valueSpan(attribute), text: value };
    }
    case 3:
      return attribute === undefined ? undefined : attributeRemoval(attribute)[0];
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

function applied(source: string, edits: readonly (Edit | undefined)[]): string {
  const kept: Edit[] = [];
  for (const edit of edits) if (edit !== undefined && !kept.some((one) => touch(one, edit))) kept.push(edit);
  return edited(source, kept);
}
