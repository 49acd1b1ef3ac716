import { InputError } from '../../domain/segur-error.ts';
import { decodeXml } from './decode-xml.ts';
import { malformedXml } from './malformed-xml.ts';
import { MarkupReader } from './markup-reader.ts';
import { firstForbiddenCharacter } from './xml-characters.ts';
import { defaultXmlLimits, type XmlLimits } from './xml-limits.ts';
import type { XmlDocument } from './xml-node.ts';

export interface ParseXmlOptions {
  /** Name of the file in messages. */
  readonly file?: string;
  readonly limits?: Partial<XmlLimits>;
  /** Leaves out texts of white space alone, which only indent: for value sets, half of the nodes. */
  readonly dropBlankText?: boolean;
}

/**
 * Parses bytes into a tree with places. Namespace-aware, no DTD: a DOCTYPE is refused where it starts, so
 * neither external entities nor entity expansion exist. Throws InputError (`xml-too-large`, `xml-doctype`,
 * `xml-too-deep`, `xml-too-many-nodes`, `xml-too-many-attributes`, `xml-malformed`, `xml-encoding`,
 * `xml-undecodable`) with file, line and column.
 */
export function parseXml(bytes: Uint8Array, options: ParseXmlOptions = {}): XmlDocument {
  const file = options.file ?? 'document.xml';
  const limits = { ...defaultXmlLimits, ...options.limits };
  if (bytes.byteLength > limits.bytes)
    throw new InputError('xml-too-large', `${bytes.byteLength} bytes of XML, ${limits.bytes} accepted`, {
      at: { file },
      details: { bytes: bytes.byteLength, limit: limits.bytes },
    });
  const source = decodeXml(bytes, file);
  const forbidden = firstForbiddenCharacter(source);
  if (forbidden >= 0) {
    const character = `U+${source.charCodeAt(forbidden).toString(16).toUpperCase().padStart(4, '0')}`;
    throw malformedXml({ source, file }, forbidden, 'character', { character });
  }
  return new MarkupReader({ source, file, limits, dropBlankText: options.dropBlankText === true }).read();
}
