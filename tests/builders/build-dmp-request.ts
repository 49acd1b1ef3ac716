import { patient } from './build-cda.ts';
import { buildVihf } from './build-vihf.ts';
import { applyEdits, buildFeeding, buildSubmission, type Edit, type XdmRecipe } from './build-xdm.ts';
import type { CheckCase } from './check-cases.ts';

const soap = 'http://www.w3.org/2003/05/soap-envelope';
const insCx = `${patient.matricule}^^^&amp;${patient.oid}&amp;ISO^NH`;
const approved = 'urn:oasis:names:tc:ebxml-regrep:StatusType:Approved';

/** A slot as ebRIM writes it. */
function slot(name: string, ...values: readonly string[]): string {
  return `<rim:Slot name="${name}"><rim:ValueList>${values.map((value) => `<rim:Value>${value}</rim:Value>`).join('')}</rim:ValueList></rim:Slot>`;
}

function query(id: string, returnType: string, slots: readonly string[]): string {
  return `<q:AdhocQueryRequest xmlns:q="urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0" xmlns:rim="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0"><q:ResponseOption returnComposedObjects="true" returnType="${returnType}"/><rim:AdhocQuery id="${id}">${slots.join('')}</rim:AdhocQuery></q:AdhocQueryRequest>`;
}

const entry = 'urn:uuid:5e0a1f0e-7b5e-4a1c-9e0a-3a2c5d0c2222';

/** A status change (TD3.3c or d) of one document: a set of no entry. */
function statusChange(): string {
  const change = `<Association id="a1" associationType="urn:ihe:iti:2010:AssociationType:UpdateAvailabilityStatus" sourceObject="SubmissionSet01" targetObject="${entry}">${slot('OriginalStatus', approved)}${slot('NewStatus', 'urn:asip:ci-sis:2010:StatusType:Deleted')}</Association>`;
  return applyEdits(buildSubmission().metadata.replace(/<\?xml.*\?>/, ''), [
    [/<ExtrinsicObject[\s\S]*<\/ExtrinsicObject>/, ''],
    [/<Association[\s\S]*<\/Association>/, change.replaceAll('rim:', '')],
  ]);
}

/** A change of metadata (TD3.3a or b): the whole entry again, under the logical id of the first. */
function metadataChange(): string {
  return applyEdits(buildSubmission().metadata.replace(/<\?xml.*\?>/, ''), [
    ['<ExtrinsicObject id="Document01"', `<ExtrinsicObject lid="${entry}" id="Document01"`],
    [
      '<Value>Original</Value></ValueList></Slot>',
      '<Value>Original</Value></ValueList></Slot><Slot name="PreviousVersion"><ValueList><Value>1</Value></ValueList></Slot>',
    ],
  ]);
}

/** Requests that the builder knows. */
export type DmpRequestName =
  'TD0.2' | 'TD0.3' | 'TD2.1' | 'TD3.1a' | 'TD3.1b' | 'TD3.2' | 'TD3.3a' | 'TD3.3c';

/** Bodies of requests to the DMP, by transaction. */
const bodies: Readonly<Record<DmpRequestName, () => string>> = {
  'TD0.2': (): string =>
    `<PRPA_IN201307UV02 xmlns="urn:hl7-org:v3" ITSVersion="XML_1.0"><id root="1.2.250.1.999.1.7" extension="1"/><creationTime value="20260611083000"/><interactionId root="2.16.840.1.113883.1.6" extension="PRPA_IN201307UV02"/><processingCode code="D"/><processingModeCode code="T"/><acceptAckCode code="AL"/><receiver typeCode="RCV"><device classCode="DEV" determinerCode="INSTANCE"><id root="1.2.250.1.213.4.1.1.1"/><softwareName>DMP</softwareName></device></receiver><sender typeCode="SND"><device classCode="DEV" determinerCode="INSTANCE"><id root="1.2.250.1.999.1.2"/></device></sender><controlActProcess classCode="CACT" moodCode="EVN"><reasonCode code="TEST_EXST" codeSystem="1.2.250.1.213.1.1.4.11"/><queryByParameter><queryId root="1.2.250.1.999.1.8" extension="1"/><statusCode code="new"/><parameterList><patientIdentifier><value root="${patient.oid}" extension="${patient.matricule}"/><semanticsText>Patient.id</semanticsText></patientIdentifier></parameterList></queryByParameter></controlActProcess></PRPA_IN201307UV02>`,
  'TD0.3': (): string =>
    '<setAuthorization xmlns="urn:si-dmp-habilitations"><action>AJOUT</action></setAuthorization>',
  'TD2.1': (): string =>
    `<x:ProvideAndRegisterDocumentSetRequest xmlns:x="urn:ihe:iti:xds-b:2007">${buildSubmission().metadata.replace(/<\?xml.*\?>/, '')}<x:Document id="Document01"><i:Include xmlns:i="http://www.w3.org/2004/08/xop/include" href="cid:doc%401"/></x:Document></x:ProvideAndRegisterDocumentSetRequest>`,
  'TD3.1a': (): string =>
    query('urn:uuid:14d4debf-8f97-4251-9a74-a90016b0af0d', 'LeafClass', [
      slot('$XDSDocumentEntryPatientId', `'${insCx}'`),
      slot('$XDSDocumentEntryStatus', `('${approved}')`),
      slot('$XDSDocumentEntryServiceStartTimeFrom', '20240611000000'),
    ]),
  'TD3.1b': (): string =>
    query('urn:uuid:5c4f972b-d56b-40ac-a5fc-c8ca9b40b9d4', 'ObjectRef', [
      slot('$XDSDocumentEntryUniqueId', "('2.25.279035121500001')"),
    ]),
  'TD3.2': (): string =>
    '<x:RetrieveDocumentSetRequest xmlns:x="urn:ihe:iti:xds-b:2007"><x:DocumentRequest><x:RepositoryUniqueId>1.2.250.1.213.4.1.1.1.2</x:RepositoryUniqueId><x:DocumentUniqueId>2.25.279035121500001</x:DocumentUniqueId></x:DocumentRequest></x:RetrieveDocumentSetRequest>',
  'TD3.3a': metadataChange,
  'TD3.3c': statusChange,
};

const actions: Readonly<Record<DmpRequestName, string>> = {
  'TD0.2': 'urn:hl7-org:v3:PRPA_IN201307UV02',
  'TD0.3': 'urn:si-dmp-habilitations:HabilitationsEndPoint:setAuthorization',
  'TD2.1': 'urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b',
  'TD3.1a': 'urn:ihe:iti:2007:RegistryStoredQuery',
  'TD3.1b': 'urn:ihe:iti:2007:RegistryStoredQuery',
  'TD3.2': 'urn:ihe:iti:2007:RetrieveDocumentSet',
  'TD3.3a': 'urn:ihe:iti:2010:UpdateDocumentSet',
  'TD3.3c': 'urn:ihe:iti:2010:UpdateDocumentSet',
};

/** A conforming request to the DMP about the synthetic patient, with an unsigned VIHF, then the edits. */
export function buildDmpRequest(name: DmpRequestName, ...edits: readonly Edit[]): string {
  const text = `<s:Envelope xmlns:s="${soap}"><s:Header xmlns:a="http://www.w3.org/2005/08/addressing"><a:Action s:mustUnderstand="true">${actions[name]}</a:Action><a:MessageID>urn:uuid:0d5f0f4e-7b5e-4a1c-9e0a-3a2c5d0c3333</a:MessageID><a:To/><a:ReplyTo s:mustUnderstand="true"><a:Address>http://www.w3.org/2005/08/addressing/anonymous</a:Address></a:ReplyTo><w:Security xmlns:w="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd">${buildVihf()}</w:Security></s:Header><s:Body>${bodies[name]()}</s:Body></s:Envelope>`;
  return applyEdits(text, edits);
}

/** A case of one request with edits. */
export function dmpRequestCase(name: string, request: DmpRequestName, ...edits: readonly Edit[]): CheckCase {
  return { name, files: [Buffer.from(buildDmpRequest(request, ...edits))] };
}

/** A message that feeds, as captured with its parts; `doc@1` is the one that `buildDmpRequest` names. */
export function packageFeeding(
  root: string,
  parts: Readonly<Record<string, Uint8Array>> = { 'doc@1': Buffer.from('the document') },
): Buffer {
  const head = (id: string, type: string): Buffer =>
    Buffer.from(`--b\r\nContent-Type: ${type}\r\nContent-ID: <${id}>\r\n\r\n`);
  return Buffer.concat([
    head('root@1', 'application/xop+xml; charset=UTF-8; type="application/soap+xml"'),
    Buffer.from(root),
    ...Object.entries(parts).flatMap(([id, bytes]) => [
      Buffer.from('\r\n'),
      head(id, 'text/xml'),
      Buffer.from(bytes),
    ]),
    Buffer.from('\r\n--b--\r\n'),
  ]);
}

/** The message that feeds that submission, with the headers of the DMP and this VIHF, documents as parts. */
export function buildPackagedFeeding(recipe: XdmRecipe, vihf: string): Buffer {
  const parts: Record<string, Uint8Array> = {};
  const body = buildFeeding(recipe)
    .replace(/^[\s\S]*<s:Body>|<\/s:Body>[\s\S]*$/g, '')
    .replace(/(<x:Document id="([^"]*)">)([^<]*)/g, (_all, open: string, id: string, content: string) => {
      parts[`${id}@1`] = Buffer.from(content, 'base64');
      return `${open}<i:Include xmlns:i="http://www.w3.org/2004/08/xop/include" href="cid:${id}@1"/>`;
    });
  const root = buildDmpRequest('TD2.1')
    .replace(/<saml2:Assertion[\s\S]*<\/saml2:Assertion>/, () => vihf)
    .replace(/<s:Body>[\s\S]*<\/s:Body>/, () => `<s:Body>${body}</s:Body>`);
  return packageFeeding(root, parts);
}
