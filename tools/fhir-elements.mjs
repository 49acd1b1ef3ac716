// The elements of the FHIR R4 types that our documents use, from the declarations of @medplum/fhirtypes.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.resolve('@medplum/fhirtypes/package.json')));
/** Resources of FR Core identities and of PDSm exchanges; the types that they use follow. */
const roots = [
  'Element',
  'Binary',
  'Bundle',
  'Device',
  'DocumentReference',
  'List',
  'Location',
  'OperationOutcome',
  'Organization',
  'Patient',
  'Practitioner',
  'PractitionerRole',
  'RelatedPerson',
];

/** Source of a module that holds, for each type, its elements: `Type`, `Type*` for a list, `=a|b` for codes. */
export function fhirElements() {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const types = new Map();
  const waiting = [...roots];
  while (waiting.length > 0) {
    const name = waiting.pop();
    if (types.has(name)) continue;
    for (const [type, elements] of interfacesOf(name)) {
      types.set(type, elements);
      for (const one of Object.values(elements)) {
        const target = one.replace(/\*$/, '');
        if (/^[A-Z]/.test(target) && target !== 'Resource' && !types.has(target)) waiting.push(target);
      }
    }
  }
  const sorted = [...types].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = sorted.flatMap(([name, elements]) => [
    `  ${name}: {`,
    ...Object.entries(elements).map(([key, value]) => `    ${key}: '${value}',`),
    '  },',
  ]);
  return [
    `/* Generated from @medplum/fhirtypes ${version} (FHIR 4.0.1); run npm run generate. */`,
    '',
    '/** Elements by type: `Type`, `Type*` for a list, `=a|b` for the codes of a required binding. */',
    'export const fhirElements: Readonly<Record<string, Readonly<Record<string, string>>>> = {',
    ...lines,
    '};',
    '',
  ].join('\n');
}

/** A file declares a type and the parts that only it has (PatientContact lies in Patient.d.ts). */
function interfacesOf(name) {
  const file = join(folder, 'dist', `${name}.d.ts`);
  if (!existsSync(file)) return [];
  const source = readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\//g, '');
  return [...source.matchAll(/export interface (\w+)(?:<[^{]*>)? \{([^]*?)\n\}/g)].map(([, type, body]) => {
    const elements = {};
    for (const [, key, declared] of body.matchAll(/^ {2}(?:readonly )?(\w+)\??: ([^;]+);/gm)) {
      if (key !== 'resourceType') elements[key] = typeOf(declared);
    }
    return [type, elements];
  });
}

/** Names of the declarations that are no types of FHIR. */
const aliases = { T: 'Resource', ResourceType: 'string' };

function typeOf(declared) {
  const text = declared.replace(/\s+/g, ' ').trim();
  const list = text.endsWith('[]');
  const one = text.replace(/\[\]$/, '').replace(/^\((.*)\)$/, '$1');
  const codes = [...one.matchAll(/'([^']*)'/g)].map(([, code]) => code);
  const base = codes.length > 0 ? `=${codes.join('|')}` : (aliases[one] ?? one.replace(/<.*>$/, ''));
  return list ? `${base}*` : base;
}
