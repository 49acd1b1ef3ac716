import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { notInsOids } from '../../../formats/ins/ins-authority.ts';
import { judgeCdas, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** OIDs of the billing number: official documents of the child's health carry it after the INS. */
const billing: ReadonlySet<string> = new Set(['1.2.250.1.213.1.4.13', '1.2.250.1.213.1.4.14']);

/** No billing or abandoned number stands in the place of the INS, and every identifier is whole. */
export const check: Check = {
  title: {
    fr: 'Aucun autre numéro ne tient lieu d’INS',
    en: 'No other number stands for the INS',
  },
  assertions: ['INS-CDA-004'],
  clauses: [
    { source: 'FR Core 2.2.0', section: 'fr-core-patient, fr-core-patient-ins', trust: 'V' },
    { source: 'CI-SIS Volet Structuration minimale 1.16', section: 'patientRole/id', trust: 'V' },
  ],
  reads: documentKinds,
  findings: {
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
      return [
        ...ids.flatMap((id, index): Observation[] => {
          const kind = notInsOids.get(id.root);
          return kind === undefined || (index > 0 && billing.has(id.root))
            ? []
            : [{ code: 'oid-not-ins', actual: id.root, values: { kind }, at: id.at }];
        }),
        ...ids
          .filter((id) => id.nullFlavor === undefined && (id.root === '' || (id.extension ?? '') === ''))
          .map((id) => ({ code: 'id-incomplete', at: id.at })),
      ];
    }),
};
