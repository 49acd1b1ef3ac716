import { internedText } from './interned-text.ts';
import { malformedXml, type MalformedReason, type XmlPlace } from './malformed-xml.ts';
import type { NamespaceScope } from './xml-node.ts';

/** Namespaces in XML 1.0, section 3: what `xmlns` and `xml` are always bound to. */
const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/';
const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

/** What is bound without being declared. */
export const initialScope: NamespaceScope = new Map([['xml', xmlNamespace]]);

/** One `xmlns` or `xmlns:prefix` attribute; `prefix` is empty for the default namespace. */
export interface NamespaceDeclaration {
  readonly prefix: string;
  readonly namespace: string;
  readonly offset: number;
}

/**
 * A scope with declarations added; the outer one is shared, never copied, so that no document makes it grow by
 * repetition. Throws `xml-malformed` on what sections 3 and 5 forbid.
 */
export function declareNamespaces(
  outer: NamespaceScope,
  declarations: readonly NamespaceDeclaration[],
  place: XmlPlace,
): NamespaceScope {
  const own = new Map<string, string>();
  for (const { prefix, namespace, offset } of declarations) {
    const wrong = forbidden(prefix, namespace);
    if (wrong !== undefined) throw malformedXml(place, offset, wrong, { prefix, namespace });
    own.set(prefix, internedText(namespace));
  }
  return new InnerScope(outer, own);
}

/** An empty name takes the default namespace away (Namespaces in XML 6.2). */
class InnerScope implements NamespaceScope {
  readonly #outer: NamespaceScope;
  readonly #own: ReadonlyMap<string, string>;

  constructor(outer: NamespaceScope, own: ReadonlyMap<string, string>) {
    this.#outer = outer;
    this.#own = own;
  }

  get(prefix: string): string | undefined {
    const found = this.#own.get(prefix);
    if (found === undefined) return this.#outer.get(prefix);
    return found === '' ? undefined : found;
  }

  keys(): Iterable<string> {
    const bound = new Set([...this.#outer.keys(), ...this.#own.keys()]);
    if (this.#own.get('') === '') bound.delete('');
    return bound;
  }
}

function forbidden(prefix: string, namespace: string): MalformedReason | undefined {
  if (prefix === 'xmlns') return 'reserved-prefix';
  if (prefix === 'xml') return namespace === xmlNamespace ? undefined : 'reserved-prefix';
  if (namespace === xmlNamespace || namespace === xmlnsNamespace) return 'reserved-namespace';
  return namespace === '' && prefix !== '' ? 'empty-namespace' : undefined;
}
