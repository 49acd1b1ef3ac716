import type { Extension, HumanName, Identifier, Patient } from '@medplum/fhirtypes';
import type { FhirConduct } from './fhir-conduct.ts';
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
export function fhirPatient(identity: Identity, conduct: FhirConduct): Patient {
  const { traits } = identity;
  const ins = sentIns(identity, conduct);
  const plain = ins === undefined || conduct.plainProfile === true;
  const place = conduct.withoutBirthPlace === true ? [] : [birthPlace(traits['lieuNaissance'] ?? '')];
  return {
    resourceType: 'Patient',
    meta: { profile: [`${definition}${plain ? 'fr-core-patient' : 'fr-core-patient-ins'}`] },
    extension: [...reliabilities(identity, conduct), ...place],
    identifier: [
      {
        use: conduct.localNumberOfficial === true ? 'official' : 'usual',
        type: { coding: [{ system: `${core}CodeSystem/fr-core-cs-v2-0203`, code: 'PI' }] },
        system: ippSystem,
        value: identity.id,
      },
      ...(ins === undefined
        ? []
        : [
            insIdentifier(ins, conduct),
            ...identity.insHistorique.map((former) => formerIns(former, conduct)),
          ]),
    ],
    active: true,
    name: [officialName(identity, conduct)],
    gender: genders[traits['sexe'] ?? ''] ?? 'unknown',
    birthDate: traits['dateNaissance'] ?? '',
  };
}

const genders: Readonly<Record<string, 'male' | 'female'>> = { M: 'male', F: 'female' };

function sentIns({ ins, statut }: Identity, conduct: FhirConduct): Ins | undefined {
  if (conduct.withoutIns === true) return undefined;
  return statut === 'qualifiee' || conduct.sendsUnqualifiedIns === true ? ins : undefined;
}

/** One extension for the status, one for each attribute: a status of FR Core 2.2.0 holds one code. */
function reliabilities({ statut, attributs }: Identity, conduct: FhirConduct): readonly Extension[] {
  const kept = conduct.doubtfulStaysValid === true && attributs.length > 0;
  const status = statut === 'qualifiee' || statut === 'validee' || kept ? 'VALI' : 'PROV';
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

function insIdentifier({ matricule, oid }: Ins, conduct: FhirConduct): Identifier {
  const sent = conduct.productionOid === true ? '1.2.250.1.213.1.4.8' : oid;
  const code = conduct.typeOfProduction === true ? 'INS-NIR' : (types[sent] ?? 'INS-NIR');
  return {
    use: 'official',
    type: { coding: [{ system: `${core}CodeSystem/fr-core-cs-v2-0203`, code }] },
    system: `urn:oid:${sent}`,
    value: matricule,
  };
}

/** FR Core gives the type of test numbers to official ones only: a former one has none. */
function formerIns(former: Ins, conduct: FhirConduct): Identifier {
  const { type, ...rest } = insIdentifier(former, conduct);
  const typed = former.oid.endsWith('.8') || former.oid.endsWith('.9');
  const use = conduct.formerInsOfficial === true ? 'official' : 'old';
  return { ...rest, ...(typed && type !== undefined ? { type } : {}), use };
}

function officialName({ traits }: Identity, conduct: FhirConduct): HumanName {
  const list = traits['prenoms'] ?? traits['premierPrenom'] ?? '';
  const [first = ''] = list.split(' ');
  const given = traits['premierPrenom'] ?? first;
  const family = traits['nomNaissance'] ?? '';
  const listed = [{ url: `${definition}fr-core-patient-birth-list-given-name`, valueString: list }];
  return {
    ...(conduct.withoutBirthList === true ? {} : { extension: listed }),
    use: 'official',
    family: conduct.swapsNames === true ? given : family,
    given: conduct.severalGiven === true ? [given, ...list.split(' '), 'X'] : [given],
  };
}
