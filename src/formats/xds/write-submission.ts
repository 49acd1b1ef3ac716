import {
  associationTypes,
  documentEntryIds,
  ebxmlNamespaces,
  submissionSetIds,
} from './ebrim-identifiers.ts';

/** A coded value: code, coding scheme, label. */
export type CodeDraft = readonly [code: string, scheme: string, displayName: string];

/** An author of a set or an entry; absent slots are not written. */
export interface AuthorDraft {
  readonly institution?: string;
  readonly person: string;
  readonly role?: string;
  readonly specialty?: string;
}

export interface EntryDraft {
  readonly id: string;
  readonly mimeType: string;
  readonly title: string;
  readonly author: AuthorDraft;
  readonly classCode: CodeDraft;
  readonly typeCode: CodeDraft;
  readonly formatCode: CodeDraft;
  readonly confidentialityCodes: readonly CodeDraft[];
  readonly eventCodes?: readonly CodeDraft[];
  readonly facilityType: CodeDraft;
  readonly practiceSetting: CodeDraft;
  readonly patientId: string;
  readonly uniqueId: string;
  /** Slots in order: `creationTime`, `hash`, `size`, `URI`... */
  readonly slots: readonly (readonly [name: string, values: readonly string[]])[];
}

export interface SetDraft {
  readonly id: string;
  readonly submissionTime: string;
  readonly author: AuthorDraft;
  readonly contentTypeCode: CodeDraft;
  readonly patientId: string;
  readonly sourceId: string;
  readonly uniqueId: string;
}

export interface SubmissionDraft {
  readonly set: SetDraft;
  readonly entries: readonly EntryDraft[];
  /** Replaced entryUUID per entry id. */
  readonly replaces?: Readonly<Record<string, string>>;
  /** Ids of the entries that sign the set. */
  readonly signs?: readonly string[];
}

/** Writes a `lcm:SubmitObjectsRequest` (ITI TF-3 4.2.1), UTF-8, deterministic. It writes what it is given: lies are possible. */
export function writeSubmission(draft: SubmissionDraft): string {
  const { set, entries } = draft;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<lcm:SubmitObjectsRequest xmlns:lcm="${ebxmlNamespaces.lcm}" xmlns="${ebxmlNamespaces.rim}">`,
    '<RegistryObjectList>',
    registryPackage(set),
    ...entries.map(extrinsicObject),
    `<Classification id="${escape(set.id)}-node" classifiedObject="${escape(set.id)}" classificationNode="${submissionSetIds.classificationNode}"/>`,
    ...entries.map((entry, index) =>
      association(
        `as${index + 1}`,
        associationTypes.hasMember,
        set.id,
        entry.id,
        slot('SubmissionSetStatus', ['Original']),
      ),
    ),
    ...Object.entries(draft.replaces ?? {}).map(([id, parent], index) =>
      association(`rp${index + 1}`, associationTypes.replace, id, parent, ''),
    ),
    ...(draft.signs ?? []).map((id, index) =>
      association(`sg${index + 1}`, associationTypes.signs, id, set.id, ''),
    ),
    '</RegistryObjectList>',
    '</lcm:SubmitObjectsRequest>',
    '',
  ].join('\n');
}

function registryPackage(set: SetDraft): string {
  return [
    `<RegistryPackage id="${escape(set.id)}">`,
    slot('submissionTime', [set.submissionTime]),
    author(set.id, submissionSetIds.author, set.author),
    classification(set.id, submissionSetIds.contentTypeCode, set.contentTypeCode),
    externalIdentifier(set.id, submissionSetIds.patientId, set.patientId, 'XDSSubmissionSet.patientId'),
    externalIdentifier(set.id, submissionSetIds.sourceId, set.sourceId, 'XDSSubmissionSet.sourceId'),
    externalIdentifier(set.id, submissionSetIds.uniqueId, set.uniqueId, 'XDSSubmissionSet.uniqueId'),
    '</RegistryPackage>',
  ].join('\n');
}

function extrinsicObject(entry: EntryDraft): string {
  const { id } = entry;
  return [
    `<ExtrinsicObject id="${escape(id)}" mimeType="${escape(entry.mimeType)}" objectType="${documentEntryIds.objectType}">`,
    ...entry.slots.map(([name, values]) => slot(name, values)),
    `<Name><LocalizedString value="${escape(entry.title)}"/></Name>`,
    author(id, documentEntryIds.author, entry.author),
    classification(id, documentEntryIds.classCode, entry.classCode),
    classification(id, documentEntryIds.typeCode, entry.typeCode),
    classification(id, documentEntryIds.formatCode, entry.formatCode),
    ...entry.confidentialityCodes.map((code) =>
      classification(id, documentEntryIds.confidentialityCode, code),
    ),
    ...(entry.eventCodes ?? []).map((code) => classification(id, documentEntryIds.eventCodeList, code)),
    classification(id, documentEntryIds.healthcareFacilityTypeCode, entry.facilityType),
    classification(id, documentEntryIds.practiceSettingCode, entry.practiceSetting),
    externalIdentifier(id, documentEntryIds.patientId, entry.patientId, 'XDSDocumentEntry.patientId'),
    externalIdentifier(id, documentEntryIds.uniqueId, entry.uniqueId, 'XDSDocumentEntry.uniqueId'),
    '</ExtrinsicObject>',
  ].join('\n');
}

function slot(name: string, values: readonly string[]): string {
  const list = values.map((value) => `<Value>${escape(value)}</Value>`).join('');
  return `<Slot name="${escape(name)}"><ValueList>${list}</ValueList></Slot>`;
}

function author(of: string, scheme: string, draft: AuthorDraft): string {
  const slots = [
    ['authorInstitution', draft.institution],
    ['authorPerson', draft.person],
    ['authorRole', draft.role],
    ['authorSpecialty', draft.specialty],
  ].flatMap(([name, value]) => (name === undefined || value === undefined ? [] : [slot(name, [value])]));
  return `<Classification id="${escape(of)}-au" classificationScheme="${scheme}" classifiedObject="${escape(of)}" nodeRepresentation="">${slots.join('')}</Classification>`;
}

function classification(of: string, scheme: string, [code, codingScheme, displayName]: CodeDraft): string {
  return (
    `<Classification id="${escape(of)}-${scheme.slice(-12)}-${escape(code)}" classificationScheme="${scheme}" classifiedObject="${escape(of)}" nodeRepresentation="${escape(code)}">` +
    `${slot('codingScheme', [codingScheme])}<Name><LocalizedString value="${escape(displayName)}"/></Name></Classification>`
  );
}

function externalIdentifier(of: string, scheme: string, value: string, name: string): string {
  return `<ExternalIdentifier id="${escape(of)}-${scheme.slice(-12)}" identificationScheme="${scheme}" registryObject="${escape(of)}" value="${escape(value)}"><Name><LocalizedString value="${name}"/></Name></ExternalIdentifier>`;
}

function association(id: string, type: string, source: string, target: string, content: string): string {
  return `<Association id="${id}" associationType="${type}" sourceObject="${escape(source)}" targetObject="${escape(target)}">${content}</Association>`;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
