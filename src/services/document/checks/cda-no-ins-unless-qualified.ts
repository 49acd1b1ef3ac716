import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { isInsOid } from './reading/is-ins-oid.ts';
import { judgeCdas } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** The document of an identity that is not qualified carries no INS, and that of a qualified one does. */
export const check: Check<{ readonly statut: 'PROV' | 'VALI' | 'RECUP' | 'QUAL' }> = {
  title: {
    fr: 'L’INS ne sort que pour une identité qualifiée',
    en: 'The INS leaves for a qualified identity only',
  },
  assertions: ['INS-CDA-007'],
  clauses: [
    { source: 'REM, INS/va1.59', section: 'règle 28', trust: 'V' },
    { source: 'REM, DOC/va1.04', trust: 'V' },
  ],
  reads: documentKinds,
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['statut'],
    properties: { statut: { enum: ['PROV', 'VALI', 'RECUP', 'QUAL'] } },
  },
  findings: {
    'ins-undue': sentences(
      'Le document porte l’INS d’une identité au statut {actual}.',
      'The document carries the INS of an identity of status {actual}.',
      'Ne transmettre que les traits tant que l’identité n’est pas qualifiée.',
      'Send traits only until the identity is qualified.',
    ),
    'ins-absent': sentences(
      'Le document ne porte pas l’INS d’une identité qualifiée.',
      'The document does not carry the INS of a qualified identity.',
      'Transmettre le matricule et son OID dans patientRole.',
      'Send the matricule and its OID in patientRole.',
    ),
  },
  judge: (input) =>
    judgeCdas(input, ({ document }) => {
      const { statut } = input.options;
      const carried = document.patients.flatMap(({ ids }) => ids).find((id) => isInsOid(id.root));
      if (statut === 'QUAL') {
        return carried === undefined
          ? [{ code: 'ins-absent', at: { path: '/ClinicalDocument[1]/recordTarget[1]' } }]
          : [];
      }
      return carried === undefined ? [] : [{ code: 'ins-undue', actual: statut, at: carried.at }];
    }),
};
