import type { Check } from '../../../domain/check.ts';
import { mayCarryIns, type IdentityStatus } from '../../../formats/ins/identity-status.ts';
import { judgePids, messageKinds, placeIn } from './reading/judge-messages.ts';
import { sentences } from './reading/sentences.ts';

type Options = {
  readonly statut: IdentityStatus;
};

/** A message carries the INS when the identity is qualified, and only then. */
export const check: Check<Options> = {
  title: {
    fr: 'Le message porte l’INS si et seulement si l’identité est qualifiée',
    en: 'The message carries the INS if and only if the identity is qualified',
  },
  assertions: ['INS-HL7-001', 'INS-HL7-022'],
  clauses: [
    { source: 'REM 2023-02', section: 'INS/va1.53, INS/va1.59 (r.28)', trust: 'V' },
    { source: 'REM 2023-02', section: 'INS/va1.61, INS/va1.71', trust: 'V' },
  ],
  reads: messageKinds,
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['statut'],
    properties: { statut: { enum: ['PROV', 'VALI', 'RECUP', 'QUAL'] } },
  },
  findings: {
    'ins-missing': sentences(
      'Le message ne porte pas l’INS d’une identité qualifiée.',
      'The message does not carry the INS of a qualified identity.',
      'Ajouter à PID-3 une répétition avec le matricule et l’OID.',
      'Add to PID-3 a repetition with matricule and OID.',
    ),
    'ins-not-allowed': sentences(
      'Le message porte une INS alors que l’identité est au statut {statut}.',
      'The message carries an INS although the identity has status {statut}.',
      'Ne transmettre matricule et OID que pour une identité qualifiée.',
      'Send matricule and OID for qualified identities only.',
    ),
  },
  judge: (input) =>
    judgePids(input, (pid) => {
      const { statut } = input.options;
      const [ins] = pid.ins;
      const values = { statut };
      if (mayCarryIns(statut)) {
        return ins === undefined ? [{ code: 'ins-missing', values, ...placeIn(pid.segment, 'PID-3') }] : [];
      }
      return ins === undefined
        ? []
        : [{ code: 'ins-not-allowed', values, actual: ins.value, ...placeIn(pid.segment, ins.path) }];
    }),
};
