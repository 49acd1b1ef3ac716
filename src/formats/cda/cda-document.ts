import type { Base64Decoding } from '../base64/decode-base64.ts';
import type { ElementPlace } from '../xml-navigation/navigate.ts';
import type { XmlElement } from '../xml/xml-node.ts';

export interface CdaId {
  readonly root: string;
  readonly extension: string | undefined;
  readonly nullFlavor: string | undefined;
  readonly at: ElementPlace;
}

export interface CdaCode {
  readonly code: string;
  readonly codeSystem: string;
  readonly displayName: string;
  readonly nullFlavor: string | undefined;
  readonly at: ElementPlace;
}

/** Text of an element, or the `value` of an attribute-valued one. */
export interface CdaText {
  readonly text: string;
  readonly at: ElementPlace;
}

/** A piece of a person's name; `qualifier` as written, undefined when absent. */
export interface CdaNamePart extends CdaText {
  readonly qualifier: string | undefined;
}

export interface CdaName {
  readonly family: readonly CdaNamePart[];
  readonly given: readonly CdaNamePart[];
  readonly at: ElementPlace;
}

export interface CdaPatient {
  readonly ids: readonly CdaId[];
  readonly names: readonly CdaName[];
  readonly genders: readonly CdaCode[];
  readonly birthTimes: readonly CdaText[];
  /** COG of the place of birth. */
  readonly counties: readonly CdaText[];
  readonly at: ElementPlace;
}

export interface CdaOrganisation {
  readonly ids: readonly CdaId[];
  readonly name: string;
  readonly industry: CdaCode | undefined;
  readonly at: ElementPlace;
}

/** A person, a device or the patient who acts in the document. */
export interface CdaActor {
  readonly time: CdaText | undefined;
  readonly ids: readonly CdaId[];
  readonly code: CdaCode | undefined;
  readonly functionCode: CdaCode | undefined;
  readonly person: CdaName | undefined;
  readonly device: { readonly model: string; readonly software: string } | undefined;
  readonly organisation: CdaOrganisation | undefined;
  readonly at: ElementPlace;
}

export interface CdaServiceEvent {
  readonly code: CdaCode | undefined;
  readonly low: CdaText | undefined;
  readonly high: CdaText | undefined;
  readonly performers: readonly CdaActor[];
  readonly at: ElementPlace;
}

export interface CdaRelatedDocument {
  readonly typeCode: string;
  readonly parentIds: readonly CdaId[];
  readonly at: ElementPlace;
}

export interface CdaEncounter {
  readonly low: CdaText | undefined;
  readonly high: CdaText | undefined;
  readonly facility: CdaCode | undefined;
  readonly at: ElementPlace;
}

export interface CdaSection {
  readonly title: string;
  readonly templateIds: readonly string[];
  /** White space collapsed. */
  readonly narrative: string;
  readonly at: ElementPlace;
}

/** Body of the document: an attached file, structured sections, or nothing. */
export type CdaBody =
  | {
      readonly kind: 'non-xml';
      readonly mediaType: string;
      readonly representation: string;
      readonly content: Base64Decoding;
      readonly at: ElementPlace;
    }
  | { readonly kind: 'structured'; readonly sections: readonly CdaSection[]; readonly at: ElementPlace }
  | { readonly kind: 'none'; readonly at: ElementPlace };

/**
 * The header and body of a CDA R2 document as written, with places. Lists keep what the norm wants single,
 * so that checks can count; nothing is corrected.
 */
export interface CdaDocument {
  readonly root: XmlElement;
  /** The document came inside of the style sheet that shows it. */
  readonly selfPresenting: boolean;
  readonly realmCodes: readonly CdaCode[];
  readonly typeIds: readonly CdaId[];
  readonly templateIds: readonly CdaId[];
  readonly ids: readonly CdaId[];
  readonly codes: readonly CdaCode[];
  readonly titles: readonly CdaText[];
  readonly effectiveTimes: readonly CdaText[];
  readonly confidentialityCodes: readonly CdaCode[];
  readonly languageCodes: readonly CdaCode[];
  readonly setIds: readonly CdaId[];
  readonly versionNumbers: readonly CdaText[];
  readonly patients: readonly CdaPatient[];
  readonly authors: readonly CdaActor[];
  readonly custodians: readonly CdaOrganisation[];
  readonly legalAuthenticators: readonly (CdaActor & { readonly signatureCode: string })[];
  readonly serviceEvents: readonly CdaServiceEvent[];
  readonly relatedDocuments: readonly CdaRelatedDocument[];
  readonly encounters: readonly CdaEncounter[];
  readonly body: CdaBody;
}
