import { InputError } from '../../domain/segur-error.ts';
import { expandText, normaliseLineEnds } from './expand-references.ts';
import { malformedXml, type MalformedReason } from './malformed-xml.ts';
import { readXmlDeclaration } from './read-xml-declaration.ts';
import { offsetToPosition } from './source-position.ts';
import { StartTagReader } from './start-tag-reader.ts';
import { TreeBuilder, type OpenElement, type ParseJob } from './tree-builder.ts';
import { continuesName, isXmlSpace, startsName } from './xml-characters.ts';
import { readName } from './xml-names.ts';
import type { XmlDocument } from './xml-node.ts';

const [bang, slash, greater, question] = [0x21, 0x2f, 0x3e, 0x3f];

/** Reads one document from its first character to its last; lives for one call of `read`. */
export class MarkupReader {
  readonly #job: ParseJob;
  readonly #source: string;
  readonly #builder: TreeBuilder;
  readonly #startTags: StartTagReader;
  /** Where the next `&`, `]]>` and carriage return stand, searched when passed: each is looked for once. */
  readonly #ampersand: NextOccurrence;
  readonly #cdataEnd: NextOccurrence;
  readonly #return: NextOccurrence;

  constructor(job: ParseJob) {
    this.#job = job;
    this.#source = job.source;
    this.#builder = new TreeBuilder(job);
    this.#startTags = new StartTagReader(job, this.#builder);
    this.#ampersand = new NextOccurrence(job.source, '&');
    this.#cdataEnd = new NextOccurrence(job.source, ']]>');
    this.#return = new NextOccurrence(job.source, '\r');
  }

  read(): XmlDocument {
    const source = this.#source;
    const builder = this.#builder;
    let at = readXmlDeclaration(this.#job);
    for (;;) {
      const markup = source.indexOf('<', at);
      const end = markup < 0 ? source.length : markup;
      if (end > at) this.#characters(at, end);
      if (markup < 0) break;
      at = this.#markup(markup);
    }
    const { current, root } = builder;
    if (current !== undefined) throw this.#notClosed(current, source.length, 'unclosed');
    if (root === undefined) throw this.#wrong(source.length, 'no-root');
    return builder.finish(root);
  }

  /** Gives the offset after what opens at `<`. */
  #markup(at: number): number {
    const unit = this.#source.charCodeAt(at + 1);
    if (startsName(unit)) {
      if (this.#builder.current === undefined && this.#builder.root !== undefined)
        throw malformedXml(this.#job, at, 'second-root', { name: readName(this.#source, at + 1).raw });
      return this.#startTags.read(at);
    }
    switch (unit) {
      case slash:
        return this.#endTag(at);
      case question:
        return this.#instruction(at);
      case bang:
        return this.#declaration(at);
      default:
        throw this.#wrong(at, 'markup');
    }
  }

  #characters(from: number, to: number): void {
    if (this.#builder.current === undefined) {
      for (let at = from; at < to; at += 1)
        if (!isXmlSpace(this.#source.charCodeAt(at))) throw this.#wrong(at, 'outside-root');
      return;
    }
    const wrong = this.#cdataEnd.from(from);
    if (wrong < to) throw this.#wrong(wrong, 'cdata-end-in-text');
    const plain = this.#ampersand.from(from) >= to && this.#return.from(from) >= to;
    const raw = this.#source.slice(from, to);
    this.#builder.text(plain ? raw : expandText(raw, this.#job, from), from);
  }

  /** XML 1.0 [42]. */
  #endTag(start: number): number {
    const source = this.#source;
    const element = this.#builder.current;
    if (element === undefined) throw this.#wrong(start, 'end-without-start');
    const name = rawName(element);
    let at = start + 2;
    if (!source.startsWith(name, at) || continuesName(source.charCodeAt(at + name.length)))
      throw startsName(source.charCodeAt(at))
        ? this.#notClosed(element, start, 'wrong-end')
        : this.#wrong(at, at < source.length ? 'end-tag' : 'cut-in-tag');
    at += name.length;
    while (isXmlSpace(source.charCodeAt(at))) at += 1;
    if (source.charCodeAt(at) !== greater)
      throw this.#wrong(at, at < source.length ? 'end-tag' : 'cut-in-tag');
    this.#builder.close();
    return at + 1;
  }

  /** What starts with `<!`: a comment [15], a CDATA section [18], or a document type declaration. */
  #declaration(start: number): number {
    const source = this.#source;
    if (source.startsWith('<!--', start)) return this.#comment(start);
    if (source.startsWith('<![CDATA[', start)) return this.#cdata(start);
    if (source.startsWith('<!DOCTYPE', start) && this.#builder.root === undefined) throw this.#doctype(start);
    throw this.#wrong(start, 'markup');
  }

  /** Refused before what it holds is read: no entity is ever declared, external or not. */
  #doctype(start: number): Error {
    return new InputError('xml-doctype', 'a DOCTYPE is not accepted', {
      at: { file: this.#job.file, ...offsetToPosition(this.#source, start) },
      hint: 'remove the document type declaration: exchanged documents have none',
    });
  }

  #comment(start: number): number {
    const end = this.#source.indexOf('--', start + 4);
    if (end < 0) throw this.#wrong(start, 'cut-in-comment');
    if (this.#source.charCodeAt(end + 2) !== greater)
      throw end + 2 < this.#source.length
        ? this.#wrong(end, 'hyphens-in-comment')
        : this.#wrong(start, 'cut-in-comment');
    this.#builder.comment(normaliseLineEnds(this.#source.slice(start + 4, end)), start);
    return end + 3;
  }

  #cdata(start: number): number {
    if (this.#builder.current === undefined) throw this.#wrong(start, 'outside-root');
    const end = this.#source.indexOf(']]>', start + 9);
    if (end < 0) throw this.#wrong(start, 'cut-in-cdata');
    this.#builder.text(normaliseLineEnds(this.#source.slice(start + 9, end)), start);
    return end + 3;
  }

  /** XML 1.0 [16] and [17]; a target has no colon (Namespaces in XML, section 7). */
  #instruction(start: number): number {
    const source = this.#source;
    const nameAt = start + 2;
    const name = startsName(source.charCodeAt(nameAt)) ? readName(source, nameAt).raw : '';
    let at = nameAt + name.length;
    const end = source.indexOf('?>', at);
    if (end < 0) throw this.#wrong(start, 'cut-in-instruction');
    if (name === '' || name.includes(':') || (at !== end && !isXmlSpace(source.charCodeAt(at))))
      throw this.#wrong(nameAt, 'instruction-target');
    if (name.toLowerCase() === 'xml') throw this.#wrong(start, 'declaration-late');
    while (at < end && isXmlSpace(source.charCodeAt(at))) at += 1;
    this.#builder.instruction(name, normaliseLineEnds(source.slice(at, end)), start);
    return end + 2;
  }

  #notClosed(element: OpenElement, at: number, reason: 'unclosed' | 'wrong-end'): Error {
    const { line } = offsetToPosition(this.#source, element.offset);
    return malformedXml(this.#job, at, reason, { name: rawName(element), line });
  }

  #wrong(at: number, reason: MalformedReason): Error {
    return malformedXml(this.#job, at, reason);
  }
}

function rawName({ prefix, name }: OpenElement): string {
  return prefix === '' ? name : `${prefix}:${name}`;
}

/** The next place of a text, from offsets that only grow. */
class NextOccurrence {
  readonly #source: string;
  readonly #text: string;
  #at = -1;

  constructor(source: string, text: string) {
    this.#source = source;
    this.#text = text;
  }

  /** Its first offset from there on; infinity when there is none. */
  from(offset: number): number {
    if (this.#at < offset) {
      const found = this.#source.indexOf(this.#text, offset);
      this.#at = found < 0 ? Number.POSITIVE_INFINITY : found;
    }
    return this.#at;
  }
}
