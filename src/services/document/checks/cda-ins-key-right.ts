import type { Check } from '../../../domain/check.ts';
import { parseMatricule } from '../../../formats/ins/matricule.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { isInsOid } from './reading/is-ins-oid.ts';
import { judgeCdas, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** The matricule has its fifteen characters and the key of its number. */
export const check: Check = {
  title: { fr: 'La clé du matricule est juste', en: 'The key of the matricule is right' },
  assertions: ['INS-CDA-005'],
  clauses: [{ source: 'Structure du NIR', section: 'clé : 97 - (N mod 97)', trust: 'R' }],
  reads: documentKinds,
  findings: {
    'matricule-malformed': sentences(
      'Le matricule {actual} n’a pas la forme de 15 caractères.',
      'The matricule {actual} does not have the 15-character form.',
      'Écrire les 13 caractères et la clé, sans séparateur.',
      'Write the 13 characters and the key, without separators.',
    ),
    'key-wrong': sentences(
      'La clé {actual} n’est pas celle du matricule, attendue {expected}.',
      'The key {actual} is not that of the matricule, {expected} is expected.',
      'Reprendre le matricule et la clé rendus par INSi.',
      'Take the matricule and the key that INSi returned.',
    ),
  },
  judge: (input) =>
    judgeCdas(input, ({ document }) => {
      const ids = document.patients.flatMap((patient) => patient.ids).filter((id) => isInsOid(id.root));
      if (ids.length === 0) return undefined;
      return ids.flatMap(({ extension = '', at }): Observation[] => {
        const matricule = parseMatricule(extension);
        if (matricule === undefined) return [{ code: 'matricule-malformed', actual: extension, at }];
        const { key, expectedKey } = matricule;
        return key === expectedKey ? [] : [{ code: 'key-wrong', expected: expectedKey, actual: key, at }];
      });
    }),
};
