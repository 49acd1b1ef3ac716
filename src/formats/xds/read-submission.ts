import { documentEntryIds, ebxmlNamespaces, submissionSetIds } from './ebrim-identifiers.ts';
import {
  attribute,
  child,
  children,
  descend,
  elementsOf,
  placeOf,
  textOf,
} from '../xml-navigation/navigate.ts';
import type {
  XdsAssociation,
  XdsAuthor,
  XdsCode,
  XdsDocumentEntry,
  XdsScheme,
  XdsSlot,
  XdsStray,
  XdsSubmission,
  XdsSubmissionSet,
  XdsValue,
} from './xds-submission.ts';
import type { XmlElement } from '../xml/xml-node.ts';

const { rim } = ebxmlNamespaces;

/** Elements of a submission that receivers look for by exact name. */
const KNOWN = [
  'RegistryObjectList',
  'RegistryPackage',
  'ExtrinsicObject',
  'Association',
  'Classification',
  'ExternalIdentifier',
  'Slot',
  'ValueList',
  'Value',
  'Name',
  'Description',
  'LocalizedString',
];
const KNOWN_LOWER = new Map(KNOWN.map((name) => [name.toLowerCase(), name]));

/**
 * Reads the RegistryObjectList found under an element (METADATA.XML, ITI-41, ITI-57 or ITI-18 content).
 * Undefined when there is none; never throws. Names are case-sensitive: what is misspelt is a stray.
 */
export function readSubmission(root: XmlElement): XdsSubmission | undefined {
  const list = find(root);
  if (list === undefined) return undefined;
  const loose = children(list, 'Classification');
  return {
    sets: children(list, 'RegistryPackage').map((element) => submissionSet(element, loose)),
    entries: children(list, 'ExtrinsicObject').map(documentEntry),
    associations: children(list, 'Association').map(association),
    strays: strays(list),
  };
}

function find(root: XmlElement): XmlElement | undefined {
  const queue: XmlElement[] = [root];
  for (let index = 0; index < queue.length; index += 1) {
    const element = queue[index];
    if (element === undefined) break;
    if (element.name === 'RegistryObjectList' && element.namespace === rim) return element;
    queue.push(...elementsOf(element));
  }
  return undefined;
}

function submissionSet(element: XmlElement, loose: readonly XmlElement[]): XdsSubmissionSet {
  const id = attribute(element, 'id') ?? '';
  const own = loose.filter((classification) => attribute(classification, 'classifiedObject') === id);
  const { schemes, codes, authors, externals } = classified(element, own);
  return {
    id,
    title: title(element),
    slots: children(element, 'Slot').map(slot),
    authors: authors(submissionSetIds.author),
    contentTypeCodes: codes(submissionSetIds.contentTypeCode),
    patientIds: externals(submissionSetIds.patientId),
    sourceIds: externals(submissionSetIds.sourceId),
    uniqueIds: externals(submissionSetIds.uniqueId),
    schemes,
    at: placeOf(element),
  };
}

function documentEntry(element: XmlElement): XdsDocumentEntry {
  const { schemes, codes, authors, externals } = classified(element, []);
  return {
    id: attribute(element, 'id') ?? '',
    objectType: attribute(element, 'objectType') ?? '',
    mimeType: attribute(element, 'mimeType') ?? '',
    logicalId: attribute(element, 'lid'),
    title: title(element),
    slots: children(element, 'Slot').map(slot),
    authors: authors(documentEntryIds.author),
    classCodes: codes(documentEntryIds.classCode),
    typeCodes: codes(documentEntryIds.typeCode),
    formatCodes: codes(documentEntryIds.formatCode),
    confidentialityCodes: codes(documentEntryIds.confidentialityCode),
    eventCodes: codes(documentEntryIds.eventCodeList),
    facilityTypes: codes(documentEntryIds.healthcareFacilityTypeCode),
    practiceSettings: codes(documentEntryIds.practiceSettingCode),
    patientIds: externals(documentEntryIds.patientId),
    uniqueIds: externals(documentEntryIds.uniqueId),
    schemes,
    at: placeOf(element),
  };
}

interface Classified {
  readonly schemes: readonly XdsScheme[];
  readonly codes: (scheme: string) => readonly XdsCode[];
  readonly authors: (scheme: string) => readonly XdsAuthor[];
  readonly externals: (scheme: string) => readonly XdsValue[];
}

function classified(element: XmlElement, loose: readonly XmlElement[]): Classified {
  const classifications = [...children(element, 'Classification'), ...loose];
  const identifiers = children(element, 'ExternalIdentifier');
  const under = (scheme: string): XmlElement[] =>
    classifications.filter((one) => attribute(one, 'classificationScheme') === scheme);
  return {
    schemes: [...classifications.map(classificationScheme), ...identifiers.map(identifierScheme)],
    codes: (scheme) => under(scheme).map(code),
    authors: (scheme) => under(scheme).map(author),
    externals: (scheme) =>
      identifiers
        .filter((one) => attribute(one, 'identificationScheme') === scheme)
        .map((one) => ({ value: attribute(one, 'value') ?? '', at: placeOf(one) })),
  };
}

function classificationScheme(element: XmlElement): XdsScheme {
  const node = attribute(element, 'classificationNode');
  return {
    kind: node === undefined ? 'classification' : 'node',
    scheme: node ?? attribute(element, 'classificationScheme') ?? '',
    value: attribute(element, 'nodeRepresentation') ?? '',
    of: attribute(element, 'classifiedObject') ?? '',
    at: placeOf(element),
  };
}

function identifierScheme(element: XmlElement): XdsScheme {
  return {
    kind: 'external-identifier',
    scheme: attribute(element, 'identificationScheme') ?? '',
    value: attribute(element, 'value') ?? '',
    of: attribute(element, 'registryObject') ?? '',
    at: placeOf(element),
  };
}

function slot(element: XmlElement): XdsSlot {
  return {
    name: attribute(element, 'name') ?? '',
    values: descend(element, 'ValueList', 'Value').map((value) => textOf(value).trim()),
    at: placeOf(element),
  };
}

function title(element: XmlElement): XdsValue | undefined {
  const text = child(child(element, 'Name'), 'LocalizedString');
  return text === undefined ? undefined : { value: attribute(text, 'value') ?? '', at: placeOf(text) };
}

function code(element: XmlElement): XdsCode {
  const scheme = children(element, 'Slot')
    .map(slot)
    .find((one) => one.name === 'codingScheme');
  return {
    code: attribute(element, 'nodeRepresentation') ?? '',
    scheme: scheme?.values[0] ?? '',
    displayName: title(element)?.value ?? '',
    at: placeOf(element),
  };
}

function author(element: XmlElement): XdsAuthor {
  const slots = children(element, 'Slot').map(slot);
  const values = (name: string): readonly string[] | undefined =>
    slots.find((one) => one.name === name)?.values;
  return {
    institutions: values('authorInstitution'),
    persons: values('authorPerson'),
    roles: values('authorRole'),
    specialties: values('authorSpecialty'),
    at: placeOf(element),
  };
}

function association(element: XmlElement): XdsAssociation {
  return {
    type: attribute(element, 'associationType') ?? '',
    source: attribute(element, 'sourceObject') ?? '',
    target: attribute(element, 'targetObject') ?? '',
    slots: children(element, 'Slot').map(slot),
    at: placeOf(element),
  };
}

function strays(list: XmlElement): XdsStray[] {
  const found: XdsStray[] = [];
  const queue: XmlElement[] = [...elementsOf(list)];
  for (let index = 0; index < queue.length; index += 1) {
    const element = queue[index];
    if (element === undefined) break;
    const known = KNOWN_LOWER.get(element.name.toLowerCase());
    if (known !== undefined && (known !== element.name || element.namespace !== rim)) {
      found.push({ name: element.name, namespace: element.namespace, at: placeOf(element) });
    }
    queue.push(...elementsOf(element));
  }
  return found;
}
