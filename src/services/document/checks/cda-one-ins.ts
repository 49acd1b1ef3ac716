import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { notInsOids } from '../../../formats/ins/ins-authority.ts';
import { isInsOid } from './reading/is-ins-oid.ts';
import { judgeCdas, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** A patient has at most one INS, and no billing or abandoned number stands in for it. */
export const check: Check = {
  title: {
    fr: 'Le patient a une seule INS, sous le bon OID',
    en: 'The patient has one INS, under the right OID',
  },
  assertions: ['INS-CDA-004'],
  clauses: [
    { source: 'FR Core 2.2.0', section: 'fr-core-patient, fr-core-patient-ins', trust: 'V' },
    { source: 'CI-SIS Volet Structuration minimale 1.16', section: 'patientRole/id', trust: 'V' },
  ],
  reads: documentKinds,
  findings: {
    'ins-twice': sentences(
      'Le patient porte {actual} INS.',
      'The patient carries {actual} INS.',
      'N’écrire que l’INS courante.',
      'Write the current INS only.',
    ),
    'oid-not-ins': sentences(
      'L’OID {actual} ({kind}) n’est pas celui d’une INS.',
      'The OID {actual} ({kind}) is not that of an INS.',
      'Employer l’OID rendu par INSi avec le matricule.',
      'Use the OID that INSi returned with the matricule.',
    ),
    'id-incomplete': sentences(
      'Un identifiant du patient n’a pas de racine ou d’extension.',
      'An identifier of the patient has no root or no extension.',
      'Écrire root et extension pour chaque identifiant.',
      'Write root and extension on every identifier.',
    ),
  },
  judge: (input) =>
    judgeCdas(input, ({ document }) => {
      const ids = document.patients.flatMap((patient) => patient.ids);
      if (ids.length === 0) return undefined;
      const ins = ids.filter((id) => isInsOid(id.root));
      const twice: Observation[] =
        ins.length > 1
          ? [{ code: 'ins-twice', expected: 1, actual: ins.length, ...(ins[1] ? { at: ins[1].at } : {}) }]
          : [];
      return [
        ...twice,
        ...ids.flatMap((id): Observation[] => {
          const kind = notInsOids.get(id.root);
          return kind === undefined
            ? []
            : [{ code: 'oid-not-ins', actual: id.root, values: { kind }, at: id.at }];
        }),
        ...ids
          .filter((id) => id.nullFlavor === undefined && (id.root === '' || (id.extension ?? '') === ''))
          .map((id) => ({ code: 'id-incomplete', at: id.at })),
      ];
    }),
};
