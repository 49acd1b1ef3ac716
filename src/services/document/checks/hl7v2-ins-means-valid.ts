import type { Check } from '../../../domain/check.ts';
import { judgePids, messageKinds, placeIn } from './reading/judge-messages.ts';
import { sentences } from './reading/sentences.ts';

/** Attributes that lower an identity to PROV: a doubtful or fictive identity cannot be a valid one. */
const lowering = ['DOUT', 'FICT'];

/** A message with an INS says VALI: its receiver then knows that the identity is qualified. */
export const check: Check = {
  title: { fr: 'Une INS transmise va avec PID-32 = VALI', en: 'An INS that is sent goes with PID-32 = VALI' },
  assertions: ['INS-HL7-006'],
  clauses: [
    { source: 'ANS hl7V2-exemples', section: 'PID-32', trust: 'V' },
    { source: 'REM 2023-02', section: 'INS/va1.62', trust: 'V' },
    { source: 'Guide d’implémentation de l’INS v3.0', section: '2.2.2', trust: '2' },
  ],
  reads: messageKinds,
  findings: {
    'not-valid': sentences(
      'L’INS est transmise avec PID-32 = « {actual} », VALI attendu.',
      'The INS is sent with PID-32 = "{actual}", VALI is expected.',
      'Ne transmettre l’INS que d’une identité qualifiée, avec VALI.',
      'Send the INS of qualified identities only, with VALI.',
    ),
    'attribute-lowers': sentences(
      'L’INS est transmise avec l’attribut {actual}, qui abaisse l’identité à provisoire.',
      'The INS is sent with attribute {actual}, which lowers the identity to provisional.',
      'Retirer matricule et OID quand l’identité devient douteuse ou fictive.',
      'Drop matricule and OID when the identity becomes doubtful or fictive.',
    ),
  },
  judge: (input) =>
    judgePids(input, (pid) => {
      if (pid.ins.length === 0) return undefined;
      const place = placeIn(pid.segment, 'PID-32');
      const { statuses } = pid;
      return [
        ...(statuses.includes('VALI')
          ? []
          : [{ code: 'not-valid', expected: 'VALI', actual: statuses.join('~'), ...place }]),
        ...statuses
          .filter((status) => lowering.includes(status))
          .map((status) => ({ code: 'attribute-lowers', actual: status, ...place })),
      ];
    }),
};
