import { decodeBase64 } from '../base64/decode-base64.ts';
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
  CdaActor,
  CdaBody,
  CdaCode,
  CdaDocument,
  CdaEncounter,
  CdaId,
  CdaName,
  CdaNamePart,
  CdaOrganisation,
  CdaPatient,
  CdaSection,
  CdaServiceEvent,
  CdaText,
} from './cda-document.ts';
import type { XmlElement } from '../xml/xml-node.ts';

/** Name space of CDA R2. */
const cdaNamespace = 'urn:hl7-org:v3';

/**
 * Reads the header and the body of a CDA R2 document from its tree, or from the style sheet that carries it
 * when it is self-presenting. Undefined when there is no `ClinicalDocument` in the HL7 v3 name space;
 * otherwise never throws, whatever is missing.
 */
export function readCda(tree: XmlElement): CdaDocument | undefined {
  const root = documentOf(tree);
  if (root === undefined) return undefined;
  const all = (name: string): readonly XmlElement[] => children(root, name);
  return {
    root,
    selfPresenting: root !== tree,
    realmCodes: all('realmCode').map(code),
    typeIds: all('typeId').map(id),
    templateIds: all('templateId').map(id),
    ids: all('id').map(id),
    codes: all('code').map(code),
    titles: all('title').map(content),
    effectiveTimes: all('effectiveTime').map(valued),
    confidentialityCodes: all('confidentialityCode').map(code),
    languageCodes: all('languageCode').map(code),
    setIds: all('setId').map(id),
    versionNumbers: all('versionNumber').map(valued),
    patients: descend(root, 'recordTarget', 'patientRole').map(patient),
    authors: all('author').map((element) => actor(element, child(element, 'assignedAuthor'))),
    custodians: descend(root, 'custodian', 'assignedCustodian', 'representedCustodianOrganization').map(
      organisation,
    ),
    legalAuthenticators: all('legalAuthenticator').map((element) => ({
      ...actor(element, child(element, 'assignedEntity')),
      signatureCode: attribute(child(element, 'signatureCode'), 'code') ?? '',
    })),
    serviceEvents: descend(root, 'documentationOf', 'serviceEvent').map(serviceEvent),
    relatedDocuments: all('relatedDocument').map((element) => ({
      typeCode: attribute(element, 'typeCode') ?? '',
      parentIds: descend(element, 'parentDocument', 'id').map(id),
      at: placeOf(element),
    })),
    encounters: descend(root, 'componentOf', 'encompassingEncounter').map(encounter),
    body: body(root),
  };
}

function documentOf(tree: XmlElement): XmlElement | undefined {
  const isDocument = (one: XmlElement): boolean =>
    one.name === 'ClinicalDocument' && one.namespace === cdaNamespace;
  if (isDocument(tree)) return tree;
  if (tree.name !== 'stylesheet') return undefined;
  return elementsOf(tree)
    .flatMap((one) => [one, ...elementsOf(one)])
    .find(isDocument);
}

function id(element: XmlElement): CdaId {
  return {
    root: attribute(element, 'root') ?? '',
    extension: attribute(element, 'extension'),
    nullFlavor: attribute(element, 'nullFlavor'),
    at: placeOf(element),
  };
}

function code(element: XmlElement): CdaCode {
  return {
    code: attribute(element, 'code') ?? '',
    codeSystem: attribute(element, 'codeSystem') ?? '',
    displayName: attribute(element, 'displayName') ?? '',
    nullFlavor: attribute(element, 'nullFlavor'),
    at: placeOf(element),
  };
}

function content(element: XmlElement): CdaText {
  return { text: textOf(element).replace(/\s+/g, ' ').trim(), at: placeOf(element) };
}

function valued(element: XmlElement): CdaText {
  return { text: attribute(element, 'value') ?? '', at: placeOf(element) };
}

function optional<T>(element: XmlElement | undefined, read: (element: XmlElement) => T): T | undefined {
  return element === undefined ? undefined : read(element);
}

function namePart(element: XmlElement): CdaNamePart {
  return { ...content(element), qualifier: attribute(element, 'qualifier') };
}

function name(element: XmlElement): CdaName {
  return {
    family: children(element, 'family').map(namePart),
    given: children(element, 'given').map(namePart),
    at: placeOf(element),
  };
}

function patient(role: XmlElement): CdaPatient {
  const person = child(role, 'patient');
  return {
    ids: children(role, 'id').map(id),
    names: children(person, 'name').map(name),
    genders: children(person, 'administrativeGenderCode').map(code),
    birthTimes: children(person, 'birthTime').map(valued),
    counties: descend(person, 'birthplace', 'place', 'addr', 'county').map(content),
    at: placeOf(role),
  };
}

function organisation(element: XmlElement): CdaOrganisation {
  return {
    ids: children(element, 'id').map(id),
    name: optional(child(element, 'name'), content)?.text ?? '',
    industry: optional(child(element, 'standardIndustryClassCode'), code),
    at: placeOf(element),
  };
}

function actor(participation: XmlElement, role: XmlElement | undefined): CdaActor {
  const device = child(role, 'assignedAuthoringDevice');
  const label = (of: string): string => optional(child(device, of), content)?.text ?? '';
  return {
    time: optional(child(participation, 'time'), valued),
    ids: children(role, 'id').map(id),
    code: optional(child(role, 'code'), code),
    functionCode: optional(child(participation, 'functionCode'), code),
    person: optional(child(child(role, 'assignedPerson'), 'name'), name),
    device:
      device === undefined
        ? undefined
        : { model: label('manufacturerModelName'), software: label('softwareName') },
    organisation: optional(child(role, 'representedOrganization'), organisation),
    at: placeOf(participation),
  };
}

function serviceEvent(element: XmlElement): CdaServiceEvent {
  const time = child(element, 'effectiveTime');
  return {
    code: optional(child(element, 'code'), code),
    low: optional(child(time, 'low'), valued),
    high: optional(child(time, 'high'), valued),
    performers: children(element, 'performer').map((performer) =>
      actor(performer, child(performer, 'assignedEntity')),
    ),
    at: placeOf(element),
  };
}

function encounter(element: XmlElement): CdaEncounter {
  const time = child(element, 'effectiveTime');
  return {
    low: optional(child(time, 'low'), valued),
    high: optional(child(time, 'high'), valued),
    facility: optional(child(child(child(element, 'location'), 'healthCareFacility'), 'code'), code),
    at: placeOf(element),
  };
}

function body(root: XmlElement): CdaBody {
  const component = child(root, 'component');
  const attached = child(component, 'nonXMLBody');
  if (attached !== undefined) {
    const text = child(attached, 'text');
    return {
      kind: 'non-xml',
      mediaType: attribute(text, 'mediaType') ?? '',
      representation: attribute(text, 'representation') ?? '',
      content: decodeBase64(text === undefined ? '' : textOf(text)),
      at: placeOf(text ?? attached),
    };
  }
  const structured = child(component, 'structuredBody');
  if (structured === undefined) return { kind: 'none', at: placeOf(component ?? root) };
  return { kind: 'structured', sections: sections(structured), at: placeOf(structured) };
}

function sections(parent: XmlElement): CdaSection[] {
  return descend(parent, 'component', 'section').flatMap((element) => [
    {
      title: optional(child(element, 'title'), content)?.text ?? '',
      templateIds: children(element, 'templateId').map((template) => attribute(template, 'root') ?? ''),
      narrative: optional(child(element, 'text'), content)?.text ?? '',
      at: placeOf(element),
    },
    ...sections(element),
  ]);
}
