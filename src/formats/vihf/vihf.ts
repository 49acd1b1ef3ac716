import type { ElementPlace } from '../xml-navigation/navigate.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import type { XmlSignature } from '../xmldsig/xml-signature.ts';

/** A value of an attribute: its text, or the coded element that it holds. */
export interface VihfValue {
  readonly text: string;
  /** Of a `Role` or `PurposeOfUse` element. */
  readonly code: string | undefined;
  readonly codeSystem: string | undefined;
}

/** One attribute of the statement, values in order. */
export interface VihfAttribute {
  readonly name: string;
  readonly values: readonly VihfValue[];
  readonly at: ElementPlace;
}

/** The SAML assertion that the DMP calls VIHF, as written; the signature is told of, not judged. */
export interface Vihf {
  readonly element: XmlElement;
  readonly id: string;
  readonly version: string;
  /** `IssueInstant`, as written. */
  readonly issued: string;
  readonly issuer: string;
  readonly issuerFormat: string;
  readonly nameId: string;
  readonly authnInstant: string;
  readonly classRef: string;
  /** Primary authentication of the AIR mode, undefined when absent. */
  readonly contextDecl: string | undefined;
  readonly audiences: number;
  readonly attributes: readonly VihfAttribute[];
  /** Undefined when the assertion is not signed. */
  readonly signature: XmlSignature | undefined;
  readonly at: ElementPlace;
}
