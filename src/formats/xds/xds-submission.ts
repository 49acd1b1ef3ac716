import type { ElementPlace } from '../xml-navigation/navigate.ts';

/** A value with its place. */
export interface XdsValue {
  readonly value: string;
  readonly at: ElementPlace;
}

export interface XdsCode {
  readonly code: string;
  readonly scheme: string;
  readonly displayName: string;
  readonly at: ElementPlace;
}

export interface XdsSlot {
  readonly name: string;
  readonly values: readonly string[];
  readonly at: ElementPlace;
}

/** One author classification; a slot that is absent is undefined, an empty one is an empty list. */
export interface XdsAuthor {
  readonly institutions: readonly string[] | undefined;
  readonly persons: readonly string[] | undefined;
  readonly roles: readonly string[] | undefined;
  readonly specialties: readonly string[] | undefined;
  readonly at: ElementPlace;
}

/** A classification or external identifier, as written. */
export interface XdsScheme {
  readonly kind: 'classification' | 'external-identifier' | 'node';
  readonly scheme: string;
  readonly value: string;
  /** Id of the object that it says to belong to. */
  readonly of: string;
  readonly at: ElementPlace;
}

export interface XdsDocumentEntry {
  readonly id: string;
  readonly objectType: string;
  readonly mimeType: string;
  readonly logicalId: string | undefined;
  readonly title: XdsValue | undefined;
  readonly slots: readonly XdsSlot[];
  readonly authors: readonly XdsAuthor[];
  readonly classCodes: readonly XdsCode[];
  readonly typeCodes: readonly XdsCode[];
  readonly formatCodes: readonly XdsCode[];
  readonly confidentialityCodes: readonly XdsCode[];
  readonly eventCodes: readonly XdsCode[];
  readonly facilityTypes: readonly XdsCode[];
  readonly practiceSettings: readonly XdsCode[];
  readonly patientIds: readonly XdsValue[];
  readonly uniqueIds: readonly XdsValue[];
  readonly schemes: readonly XdsScheme[];
  readonly at: ElementPlace;
}

export interface XdsSubmissionSet {
  readonly id: string;
  readonly title: XdsValue | undefined;
  readonly slots: readonly XdsSlot[];
  readonly authors: readonly XdsAuthor[];
  readonly contentTypeCodes: readonly XdsCode[];
  readonly patientIds: readonly XdsValue[];
  readonly sourceIds: readonly XdsValue[];
  readonly uniqueIds: readonly XdsValue[];
  readonly schemes: readonly XdsScheme[];
  readonly at: ElementPlace;
}

export interface XdsAssociation {
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly slots: readonly XdsSlot[];
  readonly at: ElementPlace;
}

/** An element whose name is right but for its case or name space, so that receivers do not see it. */
export interface XdsStray {
  readonly name: string;
  readonly namespace: string;
  readonly at: ElementPlace;
}

/** The content of one RegistryObjectList as written; nothing is corrected. */
export interface XdsSubmission {
  readonly sets: readonly XdsSubmissionSet[];
  readonly entries: readonly XdsDocumentEntry[];
  readonly associations: readonly XdsAssociation[];
  readonly strays: readonly XdsStray[];
}
