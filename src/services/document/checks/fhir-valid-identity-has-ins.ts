import type { Check } from '../../../domain/check.ts';
import { frCoreOf, frCoreOptions, type FrCoreOptions } from './reading/fr-core-options.ts';
import { fhirKinds, judgePatients } from './reading/judge-fhir.ts';
import { sentences } from './reading/sentences.ts';

/** A VALI patient under the INS profile has an official INS, and one official identifier only. */
export const check: Check<FrCoreOptions> = {
  title: {
    fr: 'Une identité VALI du profil patient-ins a une INS officielle, et une seule',
    en: 'A VALI identity under the patient-ins profile has one official INS, and only one',
  },
  assertions: ['INS-FHIR-001', 'INS-FHIR-006'],
  clauses: [{ source: 'FR Core 2.2.0', section: 'fr-core-1, fr-core-2', trust: 'V' }],
  reads: fhirKinds,
  options: frCoreOptions,
  findings: {
    'ins-missing': sentences(
      'L’identité est VALI et aucun identifiant officiel n’est une INS.',
      'The identity is VALI and no official identifier is an INS.',
      'Joindre l’INS (use = official), ou ne pas déclarer le profil patient-ins.',
      'Add the INS (use = official), or do not declare the patient-ins profile.',
    ),
    'several-official': sentences(
      '{actual} identifiants ont use = official, un seul attendu.',
      '{actual} identifiers have use = official, one is expected.',
      'Passer l’ancienne INS à use = old et l’IPP à usual.',
      'Give the former INS use = old and the local number usual.',
    ),
    'reliability-missing': sentences(
      'L’extension identityReliability manque.',
      'The extension identityReliability is missing.',
      'Joindre l’extension fr-core-identity-reliability avec le statut.',
      'Add the extension fr-core-identity-reliability with the status.',
    ),
  },
  judge: (input) =>
    judgePatients(input, (read) => {
      if (!read.profiled) return undefined;
      const rules = frCoreOf(input);
      const valid = read.statuses.includes('VALI');
      const accepted = read.ins.filter(
        (ins) =>
          (rules.oneOfficial ? ins.use === 'official' : true) && accepts(rules.insOids, ins.authority.oid),
      );
      return [
        ...(valid && accepted.length === 0
          ? [{ code: 'ins-missing', at: { path: 'Patient.identifier' } }]
          : []),
        ...(valid && rules.oneOfficial && read.official.length > 1
          ? [{ code: 'several-official', actual: read.official.length, at: { path: read.official[1] ?? '' } }]
          : []),
        ...(read.reliabilities < rules.reliability
          ? [{ code: 'reliability-missing', at: { path: 'Patient.extension' } }]
          : []),
      ];
    }),
};

function accepts(systems: readonly string[], oid: string): boolean {
  return systems.includes(`urn:oid:${oid}`);
}
