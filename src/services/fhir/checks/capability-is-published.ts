import type { Check } from '../../../domain/check.ts';
import { readFhir } from '../../../formats/fhir/read-fhir.ts';
import { inPreuve, isObject, sendings } from './shared/fhir-preuves.ts';

/** The software's server publishes an R4 CapabilityStatement that names Patient. */
export const check: Check = {
  title: {
    fr: 'Le serveur FHIR du logiciel publie son CapabilityStatement',
    en: 'The FHIR server of the software publishes its CapabilityStatement',
  },
  assertions: ['HX-FHIR-CAPACITES'],
  clauses: [{ source: 'FHIR R4', section: '3.1.0.10, 5.2', trust: 'V' }],
  reads: ['fhir/sent'],
  findings: {
    'not-published': {
      says: {
        fr: 'GET [base]/metadata reçoit {actual}, un CapabilityStatement est attendu',
        en: 'GET [base]/metadata gets {actual}, a CapabilityStatement is expected',
      },
      fix: {
        fr: 'Publiez le CapabilityStatement du serveur à [base]/metadata',
        en: 'Publish the CapabilityStatement of the server at [base]/metadata',
      },
    },
    'other-version': {
      says: {
        fr: 'Le serveur annonce FHIR « {actual} », FR Core repose sur {expected}',
        en: 'The server announces FHIR "{actual}", FR Core rests on {expected}',
      },
      fix: { fr: 'Parlez FHIR R4 (4.0.1)', en: 'Speak FHIR R4 (4.0.1)' },
    },
    'patient-not-declared': {
      says: {
        fr: 'Le CapabilityStatement ne déclare pas la ressource Patient',
        en: 'The CapabilityStatement does not declare the resource Patient',
      },
      fix: {
        fr: 'Déclarez Patient et ses interactions dans rest.resource',
        en: 'Declare Patient and its interactions in rest.resource',
      },
    },
  },
  judge({ preuves, bytes }) {
    const asked = sendings(preuves, 'capacites');
    const findings = asked.flatMap((preuve) => {
      const ref = preuve.raw['resource'];
      const reading = ref === undefined ? undefined : readFhir(bytes(ref));
      const { status, issue } = preuve.view;
      if (
        status !== 200 ||
        reading?.kind !== 'resource' ||
        reading.resource.resourceType !== 'CapabilityStatement'
      ) {
        const actual = issue === 'answered' ? String(status) : issue;
        return [inPreuve(preuve, 'status', { code: 'not-published', actual })];
      }
      // Read from JSON: its members may be of any type.
      const { fhirVersion, rest } = reading.resource as unknown as Readonly<Record<string, unknown>>;
      const version = typeof fhirVersion === 'string' ? fhirVersion : '';
      const types = list(rest).flatMap((one) => list(one['resource']).map(({ type }) => type));
      return [
        ...(version.startsWith('4.0')
          ? []
          : [inPreuve(preuve, 'fhirVersion', { code: 'other-version', expected: '4.0.1', actual: version })]),
        ...(types.includes('Patient')
          ? []
          : [inPreuve(preuve, 'rest.resource', { code: 'patient-not-declared' })]),
      ];
    });
    return { examined: asked.length, findings };
  },
};

function list(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? (value as readonly unknown[]).filter(isObject) : [];
}
