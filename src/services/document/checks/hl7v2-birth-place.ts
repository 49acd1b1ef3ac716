import type { Check } from '../../../domain/check.ts';
import { birthPlaceKind } from '../../../formats/ins/birth-place.ts';
import { judgePids, messageKinds, placeIn } from './reading/judge-messages.ts';
import { sentences } from './reading/sentences.ts';

/** With an INS, the COG of the birth place is in component 9 of a PID-11 repetition of type BDL. */
export const check: Check = {
  title: {
    fr: 'Avec l’INS, le code du lieu de naissance est en PID-11.9 de type BDL',
    en: 'With the INS, the birth place code is in PID-11.9 of type BDL',
  },
  assertions: ['INS-HL7-010'],
  clauses: [{ source: 'ANS hl7V2-exemples', section: 'PID-11', trust: 'V' }],
  reads: messageKinds,
  findings: {
    'no-birth-place': sentences(
      'Aucune répétition de PID-11 n’a le type BDL (lieu de naissance).',
      'No repetition of PID-11 has the type BDL (birth place).',
      'Ajouter une répétition ^^^^^^BDL^^ suivie du code INSEE.',
      'Add a repetition ^^^^^^BDL^^ followed by the INSEE code.',
    ),
    'birth-place-code': sentences(
      'Le lieu de naissance « {actual} » n’a pas la forme d’un code INSEE de 5 caractères.',
      'The birth place "{actual}" has not the form of an INSEE code of 5 characters.',
      'Écrire en PID-11.9 le code INSEE à la date de naissance (99 + pays à l’étranger, 99999 si inconnu).',
      'Write in PID-11.9 the INSEE code at the birth date (99 + country abroad, 99999 when unknown).',
    ),
  },
  judge: (input) =>
    judgePids(input, (pid) => {
      if (pid.ins.length === 0) return undefined;
      const { birthPlacePath: path, traits } = pid;
      if (path === undefined) return [{ code: 'no-birth-place', ...placeIn(pid.segment, 'PID-11') }];
      return birthPlaceKind(traits.lieuNaissance) === undefined
        ? [{ code: 'birth-place-code', actual: traits.lieuNaissance, ...placeIn(pid.segment, `${path}.9`) }]
        : [];
    }),
};
