import type { Check } from '../../../domain/check.ts';
import { mayCarryIns, type IdentityStatus } from '../../../formats/ins/identity-status.ts';
import { fhirKinds, judgePatients } from './reading/judge-fhir.ts';
import { sentences } from './reading/sentences.ts';

type Options = {
  readonly statut: IdentityStatus;
};

/** A Patient carries the INS when the identity is qualified, and only then. */
export const check: Check<Options> = {
  title: {
    fr: 'Le Patient porte l’INS si et seulement si l’identité est qualifiée',
    en: 'The Patient carries the INS if and only if the identity is qualified',
  },
  assertions: ['INS-FHIR-005'],
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.53, INS/va1.59 (r.28)', trust: 'V' }],
  reads: fhirKinds,
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['statut'],
    properties: { statut: { enum: ['PROV', 'VALI', 'RECUP', 'QUAL'] } },
  },
  findings: {
    'ins-missing': sentences(
      'Le Patient ne porte pas l’INS d’une identité qualifiée.',
      'The Patient does not carry the INS of a qualified identity.',
      'Ajouter un identifiant official avec le matricule et son OID, sous le profil fr-core-patient-ins.',
      'Add an official identifier with matricule and OID, under the profile fr-core-patient-ins.',
    ),
    'ins-not-allowed': sentences(
      'Le Patient porte l’INS {actual} alors que l’identité est au statut {statut}.',
      'The Patient carries the INS {actual} although the identity has status {statut}.',
      'Ne transmettre matricule et OID que pour une identité qualifiée.',
      'Send matricule and OID for qualified identities only.',
    ),
  },
  judge: (input) =>
    judgePatients(input, (read) => {
      const { statut } = input.options;
      const values = { statut };
      const active = read.ins.filter(({ use }) => use !== 'old');
      if (mayCarryIns(statut)) {
        return active.length > 0 ? [] : [{ code: 'ins-missing', values, at: { path: 'Patient.identifier' } }];
      }
      return active.map((ins) => ({
        code: 'ins-not-allowed',
        values,
        actual: ins.value,
        at: { path: ins.path },
      }));
    }),
};
