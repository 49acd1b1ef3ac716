import type { Check } from '../../../domain/check.ts';
import { parseBirthDate } from '../../../formats/ins/birth-date.ts';
import { birthPlaceKind } from '../../../formats/ins/birth-place.ts';
import type { InsDatamatrix } from '../../../formats/ins/datamatrix-payload.ts';
import { insAuthority } from '../../../formats/ins/ins-authority.ts';
import { parseMatricule } from '../../../formats/ins/matricule.ts';
import { birthNameFault, givenNameFault } from '../../../formats/ins/rniv-characters.ts';
import { datamatrixKinds, judgeDatamatrix } from './reading/judge-datamatrix.ts';
import type { Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** Each value of the INS datamatrix is written as the format wants it. */
export const check: Check = {
  title: {
    fr: 'Chaque valeur du datamatrix INS a sa forme',
    en: 'Each value of the INS datamatrix has its form',
  },
  assertions: ['INS-DM-002'],
  clauses: [
    { source: 'INS – Format datamatrix v2.2.20230926', trust: '2' },
    { source: 'REM 2023-02', section: 'INS/va1.03 (r.32) : renvoi à ce format', trust: '2' },
  ],
  reads: datamatrixKinds,
  findings: {
    matricule: wrong('S1', 'un matricule de 15 caractères', 'a matricule of 15 characters'),
    'matricule-key': sentences(
      'La clé du matricule est {actual}, {expected} attendue.',
      'The key of the matricule is {actual}, {expected} is expected.',
      'Imprimer le matricule tel qu’INSi l’a rendu.',
      'Print the matricule as INSi gave it.',
    ),
    oid: wrong('S2', 'l’OID d’une autorité INS', 'the OID of an INS authority'),
    'given-names': wrong('S3', 'en majuscules sans accent', 'in upper case without accents'),
    'birth-name': wrong('S4', 'en majuscules sans accent', 'in upper case without accents'),
    sex: wrong('S5', 'M ou F', 'M or F'),
    'birth-date': wrong('S6', 'une date JJ-MM-AAAA', 'a date DD-MM-YYYY'),
    'birth-place': wrong('S7', 'un code INSEE', 'an INSEE code'),
  },
  judge: (input) => judgeDatamatrix(input, ({ content }) => faultsOf(content)),
};

function faultsOf(content: InsDatamatrix): readonly Observation[] {
  const rules: readonly (readonly [string, string, string | undefined, (value: string) => boolean])[] = [
    ['matricule', 'S1', content.matricule, (value) => parseMatricule(value) !== undefined],
    ['oid', 'S2', content.oid, (value) => insAuthority(value) !== undefined],
    ['given-names', 'S3', content.prenoms, (value) => givenNameFault(value) === undefined],
    ['birth-name', 'S4', content.nomNaissance, (value) => birthNameFault(value) === undefined],
    ['sex', 'S5', content.sexe, (value) => /^[MF]$/.test(value)],
    [
      'birth-date',
      'S6',
      content.dateNaissance,
      (value) => /^\d\d-\d\d-\d{4}$/.test(value) && parseBirthDate(value) !== undefined,
    ],
    ['birth-place', 'S7', content.lieuNaissance, (value) => birthPlaceKind(value) !== undefined],
  ];
  const matricule = parseMatricule(content.matricule ?? '');
  const key =
    matricule === undefined || matricule.key === matricule.expectedKey
      ? []
      : [
          {
            code: 'matricule-key',
            expected: matricule.expectedKey,
            actual: matricule.key,
            at: { path: 'S1' },
          },
        ];
  return [
    ...key,
    ...rules.flatMap(([code, path, value, right]) =>
      // An absent block is the business of the format.
      value === undefined || right(value) ? [] : [{ code, actual: value, at: { path } }],
    ),
  ];
}

function wrong(block: string, fr: string, en: string): ReturnType<typeof sentences> {
  return sentences(
    `${block} vaut « {actual} » : ce n’est pas ${fr}.`,
    `${block} is "{actual}": not ${en}.`,
    `Écrire en ${block} ${fr}.`,
    `Write in ${block} ${en}.`,
  );
}
