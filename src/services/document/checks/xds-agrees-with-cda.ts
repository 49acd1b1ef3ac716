import type { Check } from '../../../domain/check.ts';
import type { CdaDocument } from '../../../formats/cda/cda-document.ts';
import { xdsSdPdf } from '../../../formats/xds/metadata-value-sets.ts';
import { parseCx } from '../../../formats/xds/parse-cx.ts';
import type { XdsDocumentEntry } from '../../../formats/xds/xds-submission.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { isInsOid } from './reading/is-ins-oid.ts';
import { judgeSubmissions, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

type Pair = readonly [
  name: string,
  metadata: string | undefined,
  cda: string | undefined,
  at: Observation['at'],
];

/** What the metadata say of a document is what its header says. */
export const check: Check = {
  title: {
    fr: 'Les métadonnées disent ce que dit l’en-tête CDA',
    en: 'Metadata say what the CDA header says',
  },
  assertions: [
    'MSS-XDM-006',
    'DMP-META-05',
    'DMP-META-09',
    'DMP-META-10',
    'DMP-META-14',
    'INS-XDS-004',
    'MSS-ADR-003',
  ],
  clauses: [
    { source: 'ANS P4D 0.1.0', section: 'correspondance CDA vers XDS', trust: 'V' },
    { source: 'ANS IG HL7v2 transmission CDA 2.1', section: 'mapping CDA vers XDS', trust: 'V' },
  ],
  reads: documentKinds,
  findings: {
    'metadata-not-header': sentences(
      '{name} vaut {actual} dans les métadonnées et {expected} dans le CDA.',
      '{name} is {actual} in the metadata and {expected} in the CDA.',
      'Tirer les métadonnées de l’en-tête du document transmis.',
      'Take metadata from the header of the document that is sent.',
    ),
    'format-not-level': sentences(
      'Le format {actual} ne convient pas au niveau du document ({expected}).',
      'The format {actual} does not fit the level of the document ({expected}).',
      'Niveau 1 : urn:ihe:iti:xds-sd:* ; niveau 3 : le format du volet.',
      'Level 1: urn:ihe:iti:xds-sd:*; level 3: the format of the volet.',
    ),
    'trait-not-header': sentences(
      'sourcePatientInfo {name} vaut {actual}, le CDA dit {expected}.',
      'sourcePatientInfo {name} is {actual}, the CDA says {expected}.',
      'Recopier les traits du recordTarget.',
      'Copy the traits of recordTarget.',
    ),
  },
  judge: (input) =>
    judgeSubmissions(input, (found) => {
      const pairs = found.submission.entries.flatMap((entry) => {
        const document = found.cdaOf(entry);
        return document === undefined ? [] : [{ entry, document }];
      });
      if (pairs.length === 0) return undefined;
      return pairs.flatMap(({ entry, document }) => [
        ...header(entry, document),
        ...format(entry, document),
        ...traits(entry, document),
      ]);
    }),
};

function header(entry: XdsDocumentEntry, document: CdaDocument): Observation[] {
  const slot = (name: string): string | undefined => entry.slots.find((one) => one.name === name)?.values[0];
  const industry = document.serviceEvents[0]?.performers[0]?.organisation?.industry?.code;
  const ins = document.patients[0]?.ids.find((id) => isInsOid(id.root));
  const patientId = parseCx(entry.patientIds[0]?.value ?? '');
  const pairs: readonly Pair[] = [
    ['uniqueId', entry.uniqueIds[0]?.value, document.ids[0]?.root, entry.uniqueIds[0]?.at],
    ['typeCode', entry.typeCodes[0]?.code, document.codes[0]?.code, entry.typeCodes[0]?.at],
    ['title', entry.title?.value, document.titles[0]?.text, entry.title?.at],
    ['languageCode', slot('languageCode'), document.languageCodes[0]?.code, entry.at],
    [
      'confidentialityCode',
      entry.confidentialityCodes[0]?.code,
      document.confidentialityCodes[0]?.code,
      entry.confidentialityCodes[0]?.at,
    ],
    ['practiceSettingCode', entry.practiceSettings[0]?.code, industry, entry.practiceSettings[0]?.at],
    [
      'healthcareFacilityTypeCode',
      entry.facilityTypes[0]?.code,
      document.encounters[0]?.facility?.code,
      entry.facilityTypes[0]?.at,
    ],
    ['patientId', patientId?.id, ins?.extension, entry.patientIds[0]?.at],
    ['patientId OID', patientId?.authority, ins?.root, entry.patientIds[0]?.at],
    [
      'legalAuthenticator',
      slot('legalAuthenticator')?.split('^')[0],
      document.legalAuthenticators[0]?.ids[0]?.extension,
      entry.at,
    ],
  ];
  return pairs.flatMap(([name, actual, expected, at]): Observation[] =>
    actual === undefined || expected === undefined || collapse(actual) === expected
      ? []
      : [{ code: 'metadata-not-header', expected, actual, values: { name }, at: at ?? entry.at }],
  );
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function format(entry: XdsDocumentEntry, document: CdaDocument): Observation[] {
  const [written] = entry.formatCodes;
  if (written === undefined) return [];
  const wrapped = written.code.includes(':xds-sd:');
  const pdf = document.body.kind === 'non-xml' && document.body.mediaType === 'application/pdf';
  const fits = document.body.kind === 'non-xml' ? wrapped && (!pdf || written.code === xdsSdPdf) : !wrapped;
  const expected = pdf ? xdsSdPdf : document.body.kind === 'non-xml' ? 'urn:ihe:iti...xds-sd' : 'volet';
  return fits ? [] : [{ code: 'format-not-level', expected, actual: written.code, at: written.at }];
}

function traits(entry: XdsDocumentEntry, document: CdaDocument): Observation[] {
  const slot = entry.slots.find((one) => one.name === 'sourcePatientInfo');
  const [patient] = document.patients;
  if (slot === undefined || patient === undefined) return [];
  const field = (name: string, type?: string): string[] | undefined =>
    slot.values
      .filter((value) => value.startsWith(`${name}|`))
      .map((value) => value.slice(name.length + 1).split('^'))
      .find((components) => type === undefined || components.includes(type));
  const name = (kind: 'family' | 'given'): string | undefined =>
    patient.names.flatMap((one) => one[kind]).find((part) => part.qualifier === 'BR')?.text;
  const pairs: readonly (readonly [string, string | undefined, string | undefined])[] = [
    ['PID-5.1', field('PID-5', 'L')?.[0], name('family')],
    ['PID-5.2', field('PID-5', 'L')?.[1], name('given')],
    ['PID-7', field('PID-7')?.[0], patient.birthTimes[0]?.text],
    ['PID-8', field('PID-8')?.[0], patient.genders[0]?.code],
  ];
  return pairs.flatMap(([label, actual, expected]): Observation[] =>
    actual === undefined || expected === undefined || actual === expected
      ? []
      : [{ code: 'trait-not-header', expected, actual, values: { name: label }, at: slot.at }],
  );
}
