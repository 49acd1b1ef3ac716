import type { Check } from '../../../domain/check.ts';
import { comingCodes, frCoreCodes } from '../../../formats/fhir/fr-core-codes.ts';
import type { ReliabilityCode } from '../../../formats/fhir/patient-ins.ts';
import { fhirKinds, judgePatients } from './reading/judge-fhir.ts';
import type { Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** The codes of identityReliability are those of FR Core; sources disagree on some, so that what is outside is told. */
export const check: Check = {
  title: {
    fr: 'Statut, mode de recueil et pièce d’une identité sont des codes de FR Core',
    en: 'Status, method and proof of an identity are codes of FR Core',
  },
  assertions: ['INS-FHIR-005'],
  clauses: [
    {
      source: 'FR Core 2.2.0',
      section: 'fr-core-identity-reliability; fr-core-patient-ins, validationMode',
      trust: 'V',
    },
  ],
  reads: fhirKinds,
  findings: {
    'reliability-code-unknown': sentences(
      'Le code « {actual} » n’existe pas pour {part}, {expected} attendu.',
      'The code "{actual}" does not exist for {part}, {expected} is expected.',
      'Écrire l’un des codes de la liste.',
      'Write one of the codes of the list.',
    ),
    'proof-outside-profile': sentences(
      'La pièce « {actual} » n’est pas de celles que le profil fr-core-patient-ins admet ({expected}).',
      'The proof "{actual}" is not one of those that the profile fr-core-patient-ins admits ({expected}).',
      'Vérifier auprès du destinataire : l’identitovigilance admet cette pièce, le profil 2.2.0 non.',
      'Ask the receiver: identity rules admit this proof, the profile 2.2.0 does not.',
    ),
  },
  judge: (input) =>
    judgePatients(input, (read) =>
      read.reliabilityCodes.length === 0
        ? undefined
        : read.reliabilityCodes.flatMap((one) => faultsOf(one, read.profiled)),
    ),
};

function faultsOf({ part, code, path }: ReliabilityCode, profiled: boolean): readonly Observation[] {
  const { known, bound } = codesOf(part);
  if (!known.includes(code)) {
    const expected = known.join(' | ');
    return [{ code: 'reliability-code-unknown', actual: code, expected, values: { part }, at: { path } }];
  }
  if (!profiled || bound.includes(code)) return [];
  return [{ code: 'proof-outside-profile', actual: code, expected: bound.join(' | '), at: { path } }];
}

function codesOf(part: ReliabilityCode['part']): {
  readonly known: readonly string[];
  readonly bound: readonly string[];
} {
  switch (part) {
    case 'identityStatus': {
      const known = [...frCoreCodes.identityStatus, ...comingCodes.identityStatus];
      return { known, bound: known };
    }
    case 'methodCollection': {
      const known = [...frCoreCodes.methodCollection, ...comingCodes.methodCollection];
      return { known, bound: known };
    }
    case 'validationMode':
      return {
        known: [...frCoreCodes.validationMode, ...frCoreCodes.otherValidationMode],
        bound: frCoreCodes.validationMode,
      };
  }
}
