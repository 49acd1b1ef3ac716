import { createHash } from 'node:crypto';
import { patient } from './build-cda.ts';
import { applyEdits, type Edit } from './build-xdm.ts';
import type { CheckCase } from './check-cases.ts';
import { toFhirXml } from './to-fhir-xml.ts';

const core = 'https://hl7.fr/ig/fhir/core/StructureDefinition';

/** A conforming fr-core-patient-ins of the synthetic patient. */
const patientIns = {
  resourceType: 'Patient',
  meta: { profile: [`${core}/fr-core-patient-ins`] },
  extension: [
    {
      url: `${core}/fr-core-identity-reliability`,
      extension: [{ url: 'identityStatus', valueCoding: { code: 'VALI' } }],
    },
    {
      url: 'http://hl7.org/fhir/StructureDefinition/patient-birthPlace',
      valueAddress: {
        extension: [{ url: `${core}/fr-core-address-insee-code`, valueCoding: { code: patient.county } }],
      },
    },
  ],
  identifier: [
    {
      use: 'official',
      type: { coding: [{ code: 'INS-NIR-TEST' }] },
      system: `urn:oid:${patient.oid}`,
      value: patient.matricule,
    },
    {
      use: 'usual',
      type: { coding: [{ code: 'PI' }] },
      system: 'urn:oid:1.2.250.1.999.1.1.1',
      value: '0001',
    },
  ],
  name: [
    {
      extension: [{ url: `${core}/fr-core-patient-birth-list-given-name`, valueString: patient.givenList }],
      use: 'official',
      family: patient.family,
      given: [patient.given],
    },
  ],
  gender: 'female',
  birthDate: '1979-03-28',
};

const content = Buffer.from('essai');
const publication = {
  resourceType: 'Bundle',
  type: 'transaction',
  entry: [
    {
      fullUrl: 'urn:uuid:1',
      resource: {
        resourceType: 'List',
        code: { coding: [{ code: 'submissionset' }] },
        entry: [{ item: { reference: 'urn:uuid:2' } }],
      },
    },
    {
      fullUrl: 'urn:uuid:2',
      resource: {
        resourceType: 'DocumentReference',
        contained: [{ resourceType: 'Practitioner' }],
        masterIdentifier: { value: 'urn:oid:2.25.1' },
        status: 'current',
        date: '2026-06-11T10:30:00+02:00',
        author: [{ reference: '#1' }],
        custodian: { reference: '#2' },
        content: [
          {
            attachment: {
              url: 'urn:uuid:3',
              title: 'Essai',
              size: content.length,
              hash: createHash('sha1').update(content).digest('base64'),
            },
          },
        ],
        context: { period: { start: '2026-06-11' } },
      },
    },
    {
      fullUrl: 'urn:uuid:3',
      resource: { resourceType: 'Binary', contentType: 'text/plain', data: content.toString('base64') },
    },
  ],
};

/** A case of the conforming patient with edits of its JSON text. */
export function patientCase(
  name: string,
  edits: readonly Edit[] = [],
  more: Partial<CheckCase> = {},
): CheckCase {
  return { name, files: [Buffer.from(applyEdits(JSON.stringify(patientIns), edits))], ...more };
}

/** A case of the conforming publication with edits of its JSON text. */
export function publicationCase(name: string, edits: readonly Edit[] = []): CheckCase {
  return { name, files: [Buffer.from(applyEdits(JSON.stringify(publication), edits))] };
}

/** The same cases with each resource in XML. */
export function inXml<T extends { readonly ok: readonly CheckCase[]; readonly ko: object }>(cases: T): T {
  const one = (plain: CheckCase): CheckCase => ({
    ...plain,
    name: `${plain.name}, in XML`,
    files: (plain.files as readonly Uint8Array[]).map((file) =>
      Buffer.from(toFhirXml(Buffer.from(file).toString())),
    ),
  });
  const ko = Object.fromEntries(
    Object.entries(cases.ko as Record<string, readonly CheckCase[]>).map(([code, list]) => [
      code,
      list.map(one),
    ]),
  );
  return { ...cases, ok: cases.ok.map(one), ko };
}
