import {
  attribute,
  child,
  children,
  descend,
  elementsOf,
  placeOf,
  textOf,
} from '../xml-navigation/navigate.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import type { AddressingHeader, DmpRequest, DocumentRequest, StoredQuery } from './dmp-request.ts';
import { dmpTransactions } from './dmp-transactions.ts';

const addressing = 'http://www.w3.org/2005/08/addressing';

/** Reads a SOAP message whose body is a request of the DMP; undefined for any other element. Never throws. */
export function readDmpRequest(root: XmlElement): DmpRequest | undefined {
  if (root.name !== 'Envelope') return undefined;
  const body = elementsOf(child(root, 'Body'))[0];
  const transaction = dmpTransactions.find((one) => one.body === body?.name);
  if (body === undefined || transaction === undefined) return undefined;
  return {
    transaction,
    soap: root.namespace,
    addressing: elementsOf(child(root, 'Header'))
      .filter((header) => header.namespace === addressing)
      .map((header) => addressingHeader(header, root.namespace)),
    body,
    query: storedQuery(body),
    retrieved: children(body, 'DocumentRequest').map(documentRequest),
    at: placeOf(root),
  };
}

/** Identifiers of the patient whom a request of the DMP names, as written: of its query, or of its search. */
export function patientsOf({ query, body }: DmpRequest): readonly string[] {
  const queried = (query?.slots ?? []).filter(({ name }) => /PatientId$/.test(name));
  return [
    ...queried.flatMap(({ values }) => values.map((value) => value.replace(/^[('\s]+|[)'\s]+$/g, ''))),
    ...searched(body).map((value) => attribute(value, 'extension') ?? ''),
  ];
}

/** The identifiers by which a search of the HL7 v3 family designates a patient. */
export function searched(body: XmlElement): readonly XmlElement[] {
  return descend(
    body,
    'controlActProcess',
    'queryByParameter',
    'parameterList',
    'patientIdentifier',
    'value',
  );
}

function addressingHeader(header: XmlElement, soap: string): AddressingHeader {
  const mark = header.attributes.find((one) => one.name === 'mustUnderstand' && one.namespace === soap);
  const address = child(header, 'Address');
  return {
    name: header.name,
    value: textOf(address ?? header).trim(),
    mustUnderstand: mark !== undefined && ['true', '1'].includes(mark.value.trim()),
    at: placeOf(header),
  };
}

function storedQuery(body: XmlElement): StoredQuery | undefined {
  // The query is of the name space of the registry information model, its request is not.
  const query = elementsOf(body).find(({ name }) => name === 'AdhocQuery');
  if (query === undefined) return undefined;
  const option = elementsOf(body).find(({ name }) => name === 'ResponseOption');
  return {
    id: attribute(query, 'id') ?? '',
    returnType: attribute(option, 'returnType'),
    slots: children(query, 'Slot').map((slot) => ({
      name: attribute(slot, 'name') ?? '',
      values: descend(slot, 'ValueList', 'Value').map((value) => textOf(value).trim()),
      at: placeOf(slot),
    })),
    at: placeOf(query),
  };
}

function documentRequest(element: XmlElement): DocumentRequest {
  const text = (name: string): string => {
    const found = child(element, name);
    return found === undefined ? '' : textOf(found).trim();
  };
  return {
    repository: text('RepositoryUniqueId'),
    document: text('DocumentUniqueId'),
    at: placeOf(element),
  };
}
