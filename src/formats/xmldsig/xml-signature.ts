import type { ElementPlace } from '../xml-navigation/navigate.ts';
import type { XmlElement } from '../xml/xml-node.ts';

/** A transform or a canonicalization: its URI, and the prefixes that the exclusive form is told to keep. */
export interface SignatureTransform {
  readonly algorithm: string;
  readonly prefixes: readonly string[];
}

/** One `ds:Reference`, as written. */
export interface SignatureReference {
  /** Undefined when the attribute is absent. */
  readonly uri: string | undefined;
  readonly type: string;
  readonly transforms: readonly SignatureTransform[];
  readonly digestMethod: string;
  /** Base64, white space taken out. */
  readonly digestValue: string;
  readonly at: ElementPlace;
}

/** A `ds:Signature`, as written; nothing is verified. */
export interface XmlSignature {
  readonly id: string;
  readonly element: XmlElement;
  /** Undefined when absent: then nothing is signed. */
  readonly signedInfo: XmlElement | undefined;
  readonly canonicalization: SignatureTransform;
  readonly signatureMethod: string;
  readonly references: readonly SignatureReference[];
  /** Base64, white space taken out. */
  readonly value: string;
  /** DER of each X509Certificate of KeyInfo, in order; what is not base64 is left out. */
  readonly certificates: readonly Uint8Array[];
  readonly at: ElementPlace;
}
