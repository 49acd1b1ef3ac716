import type { Check } from '../../../domain/check.ts';
import { parseMatricule } from '../../../formats/ins/matricule.ts';
import { frCoreOf, frCoreOptions, type FrCoreOptions } from './reading/fr-core-options.ts';
import { fhirKinds, judgePatients } from './reading/judge-fhir.ts';
import { sentences } from './reading/sentences.ts';

/** Each INS identifier has the type, use and value of its authority, and travels under the INS profile. */
export const check: Check<FrCoreOptions> = {
  title: {
    fr: 'Chaque INS a le type, l’usage et la forme de son autorité',
    en: 'Each INS has the type, the use and the form of its authority',
  },
  assertions: ['INS-FHIR-002'],
  clauses: [{ source: 'FR Core 2.2.0', section: 'fr-core-patient-ins, identifier', trust: 'V' }],
  reads: fhirKinds,
  options: frCoreOptions,
  findings: {
    'no-ins-profile': sentences(
      'Une INS voyage hors du profil fr-core-patient-ins.',
      'An INS travels outside of the profile fr-core-patient-ins.',
      'Déclarer le profil, ou retirer l’INS d’une identité non qualifiée.',
      'Declare the profile, or drop the INS of an identity that is not qualified.',
    ),
    'ins-type': sentences(
      'Le type de l’identifiant est « {actual} », {expected} attendu pour cet OID.',
      'The type of the identifier is "{actual}", {expected} is expected for this OID.',
      'Aligner type et système : INS-NIR .8, INS-NIA .9, INS-NIR-TEST .10, INS-NIR-DEMO .11.',
      'Align type and system: INS-NIR .8, INS-NIA .9, INS-NIR-TEST .10, INS-NIR-DEMO .11.',
    ),
    'ins-use': sentences(
      'L’usage de l’INS est « {actual} », {expected} attendu.',
      'The use of the INS is "{actual}", {expected} is expected.',
      'Écrire use = official pour l’INS active, old pour une ancienne quand la version l’admet.',
      'Write use = official for the active INS, old for a former one where the release admits it.',
    ),
    'ins-value': sentences(
      'La valeur « {actual} » n’est pas un matricule de 15 caractères à la clé juste.',
      'The value "{actual}" is no matricule of 15 characters with a right key.',
      'Reprendre numéro et clé tels qu’INSi les a rendus.',
      'Take number and key as INSi gave them.',
    ),
  },
  judge: (input) =>
    judgePatients(input, (read) => {
      if (read.ins.length === 0) return undefined;
      const { use } = frCoreOf(input);
      return [
        ...(read.profiled ? [] : [{ code: 'no-ins-profile', at: { path: 'Patient.meta.profile' } }]),
        ...read.ins.flatMap((ins) => {
          const { fhirType } = ins.authority;
          const uses = use[fhirType] ?? [];
          const matricule = parseMatricule(ins.value);
          return [
            ...(ins.types.includes(fhirType)
              ? []
              : [
                  {
                    code: 'ins-type',
                    expected: fhirType,
                    actual: ins.types.join(', '),
                    at: { path: `${ins.path}.type` },
                  },
                ]),
            ...(uses.includes(ins.use)
              ? []
              : [
                  {
                    code: 'ins-use',
                    expected: uses.join(' | '),
                    actual: ins.use,
                    at: { path: `${ins.path}.use` },
                  },
                ]),
            ...(matricule !== undefined && matricule.key === matricule.expectedKey
              ? []
              : [{ code: 'ins-value', actual: ins.value, at: { path: `${ins.path}.value` } }]),
          ];
        }),
      ];
    }),
};
