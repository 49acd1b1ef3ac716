import type { CdaDocument } from '../../../../formats/cda/cda-document.ts';
import { readCda } from '../../../../formats/cda/read-cda.ts';
import { attachedDocuments, type AttachedDocument } from '../../../../formats/hl7v2/attached-document.ts';
import type { Hl7Message } from '../../../../formats/hl7v2/hl7-message.ts';
import { parseTree } from '../../../../formats/xml-navigation/xml-tree.ts';

/** A CDA, or why the bytes are none. */
export type CdaReading =
  | { readonly kind: 'cda'; readonly document: CdaDocument }
  | { readonly kind: 'problem'; readonly problem: string };

/** Reads a CDA that a message carries. Never throws. */
export function cdaOf(bytes: Uint8Array): CdaReading {
  const xml = parseTree(bytes);
  if (xml.kind === 'problem') return { kind: 'problem', problem: xml.message };
  const document = readCda(xml.root);
  return document === undefined
    ? { kind: 'problem', problem: 'no ClinicalDocument' }
    : { kind: 'cda', document };
}

/** The documents of a message that are CDA; the others are for the check that says so. */
export function attachedCdas(
  message: Hl7Message,
): readonly (AttachedDocument & { readonly document: CdaDocument })[] {
  return attachedDocuments(message).flatMap((attached) => {
    const read = attached.content.kind === 'bytes' ? cdaOf(attached.content.bytes) : undefined;
    return read?.kind === 'cda' ? [{ ...attached, document: read.document }] : [];
  });
}
