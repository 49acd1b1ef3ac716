import type { FoundSubmission } from '../../../../formats/bundle/bundle.ts';
import { parseTree } from '../../../../formats/xml-navigation/xml-tree.ts';
import { dsigNamespace, readXmlSignature } from '../../../../formats/xmldsig/read-xml-signature.ts';
import type { XmlSignature } from '../../../../formats/xmldsig/xml-signature.ts';
import type { XdsDocumentEntry } from '../../../../formats/xds/xds-submission.ts';

/** The signature of a submission set, and the entry that describes it. */
export interface SubmissionSignature {
  readonly entry: XdsDocumentEntry;
  readonly signature: XmlSignature;
}

/** True for the entry that describes a signature and no health document. */
export function isSignatureEntry({ formatCodes }: XdsDocumentEntry): boolean {
  return formatCodes.some(({ code }) => code === dsigNamespace);
}

/** Entries of a submission that describe signatures, in order. */
export function signatureEntries({ submission }: FoundSubmission): readonly XdsDocumentEntry[] {
  return submission.entries.filter(isSignatureEntry);
}

/** The XML signature that an entry describes; the reason when its document is absent or no signature. */
export function readSignatureOf(found: FoundSubmission, entry: XdsDocumentEntry): XmlSignature | string {
  const bytes = found.documentOf(entry);
  if (bytes === undefined) return 'document absent';
  const xml = parseTree(bytes);
  if (xml.kind === 'problem') return xml.message;
  const { root } = xml;
  return root.name === 'Signature' && root.namespace === dsigNamespace
    ? readXmlSignature(root)
    : `root element ${root.name}`;
}

/** The signatures of a submission that can be read. */
export function submissionSignatures(found: FoundSubmission): readonly SubmissionSignature[] {
  return signatureEntries(found).flatMap((entry) => {
    const signature = readSignatureOf(found, entry);
    return typeof signature === 'string' ? [] : [{ entry, signature }];
  });
}
