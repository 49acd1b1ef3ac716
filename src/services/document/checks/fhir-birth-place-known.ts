import type { Check } from '../../../domain/check.ts';
import { frCoreOf, frCoreOptions, type FrCoreOptions } from './reading/fr-core-options.ts';
import { fhirKinds, judgePatients } from './reading/judge-fhir.ts';
import { sentences } from './reading/sentences.ts';

/** The birth place of a validated identity is known. */
export const check: Check<FrCoreOptions> = {
  title: {
    fr: 'Le lieu de naissance d’une identité VALI est connu',
    en: 'The birth place of a VALI identity is known',
  },
  assertions: ['INS-FHIR-004'],
  clauses: [{ source: 'FR Core 2.2.0', section: 'fr-core-3 (warning)', trust: 'V' }],
  reads: fhirKinds,
  options: frCoreOptions,
  findings: {
    'birth-place-unknown': sentences(
      'L’identité est VALI et le lieu de naissance 99999 (inconnu).',
      'The identity is VALI and the birth place 99999 (unknown).',
      'Reprendre le code du lieu de naissance de la pièce ou d’INSi.',
      'Take the birth place code from the proof or from INSi.',
    ),
  },
  judge: (input) =>
    judgePatients(input, (read) => {
      if (!frCoreOf(input).knownBirthPlace || !read.statuses.includes('VALI')) return undefined;
      if (read.birthPlaces.length === 0) return undefined;
      return read.birthPlaces.includes('99999')
        ? [{ code: 'birth-place-unknown', actual: '99999', at: { path: 'Patient.extension(birthPlace)' } }]
        : [];
    }),
};
