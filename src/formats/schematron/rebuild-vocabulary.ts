import { attributeValue } from '../xml/find-element.ts';
import { parseXml } from '../xml/parse-xml.ts';
import type { XmlDocument } from '../xml/xml-node.ts';
import type { KitFiles } from './kit-files.ts';
import type { RebuiltPart } from './rule-set-result.ts';

const vocabularyName = /(?:^|\/)voc-([\d.]+)-DYNAMIC\.xml$/i;
const concepts = ['code', 'codeSystem', 'displayName'] as const;

/**
 * A vocabulary file that the rules of minimal structure ask for and the kit lacks, rebuilt from the value set
 * (IHE SVS) of the same OID that the kit has under jeuxDeValeurs/: both mirror one source. Undefined when
 * the address is no vocabulary or no value set has its OID.
 */
export function rebuildVocabulary(
  files: KitFiles,
  address: string,
): { readonly document: XmlDocument; readonly part: RebuiltPart } | undefined {
  const oid = vocabularyName.exec(address)?.[1];
  if (oid === undefined) return undefined;
  for (const path of files.paths) {
    if (!/(?:^|\/)jeuxDeValeurs\/[^/]+\.xml$/i.test(path)) continue;
    const bytes = Buffer.from(files.read(path));
    if (!bytes.subarray(0, 4096).includes(`"${oid}"`)) continue;
    const source = parseXml(bytes, { file: path });
    if (!source.elements.some((one) => one.name === 'ValueSet' && attributeValue(one, 'id') === oid))
      continue;
    const document = parseXml(Buffer.from(vocabularyText(oid, source)), { file: address });
    return { document, part: { path: address, from: path } };
  }
  return undefined;
}

function vocabularyText(oid: string, source: XmlDocument): string {
  const rows = source.elements
    .filter((one) => one.name === 'Concept')
    .map((one) => {
      const attributes = concepts.map((name) => `${name}="${escaped(attributeValue(one, name) ?? '')}"`);
      return `<concept ${attributes.join(' ')}/>`;
    });
  return `<valueSets xmlns="urn:hl7-org:v3"><valueSet xmlns="" id="${oid}"><conceptList>${rows.join('')}</conceptList></valueSet></valueSets>`;
}

function escaped(text: string): string {
  return text.replace(/[&<"]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&quot;'));
}
