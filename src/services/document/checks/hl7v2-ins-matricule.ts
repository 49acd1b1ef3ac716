import type { Check } from '../../../domain/check.ts';
import { parseMatricule } from '../../../formats/ins/matricule.ts';
import { judgePids, messageKinds, placeIn } from './reading/judge-messages.ts';
import { sentences } from './reading/sentences.ts';

/** The matricule of a message has its 15 characters and the right key. */
export const check: Check = {
  title: {
    fr: 'Le matricule du message a ses 15 caractères et sa clé',
    en: 'The matricule of the message has its 15 characters and its key',
  },
  assertions: ['INS-HL7-002'],
  clauses: [
    { source: 'ANS hl7V2-exemples', section: 'PID-3', trust: 'V' },
    { source: 'REM 2023-02', section: 'INS/va1.41 (r.17)', trust: 'V' },
    { source: 'Clé du NIR, 97 − (N mod 97)', trust: 'R' },
  ],
  reads: messageKinds,
  findings: {
    'matricule-form': sentences(
      'Le matricule {actual} n’a pas la forme d’un matricule de 15 caractères.',
      'The matricule {actual} has not the form of a matricule of 15 characters.',
      'Transmettre les 13 caractères suivis des 2 chiffres de la clé, sans séparateur.',
      'Send the 13 characters followed by the 2 digits of the key, without separator.',
    ),
    'matricule-key': sentences(
      'La clé du matricule est {actual}, {expected} attendue.',
      'The key of the matricule is {actual}, {expected} is expected.',
      'Reprendre numéro et clé tels que INSi les a rendus ; contrôler la clé à la saisie.',
      'Take number and key as INSi gave them; control the key at entry.',
    ),
  },
  judge: (input) =>
    judgePids(input, (pid) =>
      pid.ins.length === 0
        ? undefined
        : pid.ins.flatMap((ins) => {
            const matricule = parseMatricule(ins.value);
            const place = placeIn(pid.segment, `${ins.path}.1`);
            if (matricule === undefined) return [{ code: 'matricule-form', actual: ins.value, ...place }];
            const { key, expectedKey } = matricule;
            return key === expectedKey
              ? []
              : [{ code: 'matricule-key', expected: expectedKey, actual: key, ...place }];
          }),
    ),
};
