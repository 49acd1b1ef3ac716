import type { Check } from '../../../domain/check.ts';
import { notInsOids } from '../../../formats/ins/ins-authority.ts';
import { judgePids, messageKinds, placeIn } from './reading/judge-messages.ts';
import { sentences } from './reading/sentences.ts';

/** The authority of the INS has an INS OID, of type ISO, and the name space that goes with it. */
export const check: Check = {
  title: {
    fr: 'L’autorité de l’INS est l’une des quatre, avec son nom et le type ISO',
    en: 'The authority of the INS is one of the four, with its name and type ISO',
  },
  assertions: ['INS-HL7-003'],
  clauses: [
    { source: 'ANS hl7V2-exemples', section: 'PID-3.4', trust: 'V' },
    { source: 'FR Core 2.2.0', section: 'fr-core-patient-ins', trust: 'V' },
  ],
  reads: messageKinds,
  findings: {
    'oid-not-ins': sentences(
      'L’OID {actual} n’est pas celui d’une autorité INS {nature}.',
      'The OID {actual} is not that of an INS authority {nature}.',
      'Reprendre l’OID rendu par INSi : 1.2.250.1.213.1.4.8 (NIR), .9 (NIA), .10 en test, .11 en démonstration.',
      'Use the OID that INSi gave: 1.2.250.1.213.1.4.8 (NIR), .9 (NIA), .10 for tests, .11 for demonstrations.',
    ),
    'namespace-mismatch': sentences(
      'CX.4.1 vaut « {actual} », « {expected} » attendu pour cet OID.',
      'CX.4.1 is "{actual}", "{expected}" is expected for this OID.',
      'Écrire ASIP-SANTE-INS-NIR pour un NIR (y compris de test), ASIP-SANTE-INS-NIA pour un NIA.',
      'Write ASIP-SANTE-INS-NIR for a NIR (tests included), ASIP-SANTE-INS-NIA for a NIA.',
    ),
    'oid-type': sentences(
      'CX.4.3 vaut « {actual} », ISO attendu.',
      'CX.4.3 is "{actual}", ISO is expected.',
      'Écrire ISO comme type de l’identifiant universel.',
      'Write ISO as type of the universal id.',
    ),
  },
  judge: (input) =>
    judgePids(input, (pid) =>
      pid.ins.length === 0
        ? undefined
        : pid.ins.flatMap((ins) => {
            const place = placeIn(pid.segment, `${ins.path}.4`);
            if (ins.authority === undefined) {
              const known = notInsOids.get(ins.oid);
              const nature = known === undefined ? '' : `(${known})`;
              return [{ code: 'oid-not-ins', actual: ins.oid, values: { nature }, ...place }];
            }
            const { namespace, nature } = ins.authority;
            return [
              // The name of the NIA is known second-hand: a check apart.
              ...(ins.namespace === namespace || nature === 'NIA'
                ? []
                : [{ code: 'namespace-mismatch', expected: namespace, actual: ins.namespace, ...place }]),
              ...(ins.oidType === 'ISO' ? [] : [{ code: 'oid-type', actual: ins.oidType, ...place }]),
            ];
          }),
    ),
};
