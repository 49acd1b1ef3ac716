import type { Extension, HumanName, Identifier, Patient } from '@medplum/fhirtypes';
import type { Identity, Ins } from './identity.ts';

const core = 'https://hl7.fr/ig/fhir/core/';
const definition = `${core}StructureDefinition/`;
const types: Readonly<Record<string, string>> = {
  '1.2.250.1.213.1.4.8': 'INS-NIR',
  '1.2.250.1.213.1.4.9': 'INS-NIA',
  '1.2.250.1.213.1.4.10': 'INS-NIR-TEST',
  '1.2.250.1.213.1.4.11': 'INS-NIR-DEMO',
};

/** The system of the product's own patient numbers. */
export const ippSystem = 'urn:oid:2.25.213478905563120984412309871234567890123';

/** The Patient of an identity, as FR Core 2.2.0 has it: with its INS once qualifiée, and only then. */
export function fhirPatient(identity: Identity): Patient {
  const { traits } = identity;
  const ins = sentIns(identity);
  const profile = ins === undefined ? 'fr-core-patient' : 'fr-core-patient-ins';
  return {
    resourceType: 'Patient',
    meta: { profile: [`${definition}${profile}`] },
    extension: [...reliabilities(identity), birthPlace(traits['lieuNaissance'] ?? '')],
    identifier: [
      {
        use: 'usual',
        type: { coding: [{ system: `${core}CodeSystem/fr-core-cs-v2-0203`, code: 'PI' }] },
        system: ippSystem,
        value: identity.id,
      },
      ...(ins === undefined ? [] : [insIdentifier(ins), ...identity.insHistorique.map(formerIns)]),
    ],
    active: true,
    name: [officialName(identity)],
    gender: genders[traits['sexe'] ?? ''] ?? 'unknown',
    birthDate: traits['dateNaissance'] ?? '',
  };
}

const genders: Readonly<Record<string, 'male' | 'female'>> = { M: 'male', F: 'female' };

function sentIns({ ins, statut }: Identity): Ins | undefined {
  return statut === 'qualifiee' ? ins : undefined;
}

/** One extension for the status, one for each attribute: a status of FR Core 2.2.0 holds one code. */
function reliabilities({ statut, attributs }: Identity): readonly Extension[] {
  const status = statut === 'qualifiee' || statut === 'validee' ? 'VALI' : 'PROV';
  const codes = { douteuse: 'DOUT', fictive: 'FICT', homonyme: 'HOMA' } as const;
  return [status, ...attributs.map((one) => codes[one])].map((code) => ({
    url: `${definition}fr-core-identity-reliability`,
    extension: [
      { url: 'identityStatus', valueCoding: { system: `${core}CodeSystem/fr-core-cs-v2-0445`, code } },
    ],
  }));
}

function birthPlace(code: string): Extension {
  const system = 'https://mos.esante.gouv.fr/NOS/TRE_R13-CommuneOM/FHIR/TRE-R13-CommuneOM';
  return {
    url: 'http://hl7.org/fhir/StructureDefinition/patient-birthPlace',
    valueAddress: {
      extension: [{ url: `${definition}fr-core-address-insee-code`, valueCoding: { system, code } }],
    },
  };
}

function insIdentifier({ matricule, oid }: Ins): Identifier {
  const code = types[oid] ?? 'INS-NIR';
  return {
    use: 'official',
    type: { coding: [{ system: `${core}CodeSystem/fr-core-cs-v2-0203`, code }] },
    system: `urn:oid:${oid}`,
    value: matricule,
  };
}

/** FR Core gives the type of test numbers to official ones only: a former one has none. */
function formerIns({ matricule, oid }: Ins): Identifier {
  const { type, ...rest } = insIdentifier({ matricule, oid });
  const typed = oid.endsWith('.8') || oid.endsWith('.9');
  return { ...rest, ...(typed && type !== undefined ? { type } : {}), use: 'old' };
}

function officialName({ traits }: Identity): HumanName {
  const list = traits['prenoms'] ?? traits['premierPrenom'] ?? '';
  return {
    extension: [{ url: `${definition}fr-core-patient-birth-list-given-name`, valueString: list }],
    use: 'official',
    family: traits['nomNaissance'] ?? '',
    given: [traits['premierPrenom'] ?? list.split(' ')[0] ?? ''],
  };
}
