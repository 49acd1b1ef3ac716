import type { Check } from '../../../domain/check.ts';
import { judgePids, messageKinds, placeIn } from './reading/judge-messages.ts';
import { sentences } from './reading/sentences.ts';

/** An INS is typed `INS` in CX.5: neither a billing number nor a local one. */
export const check: Check = {
  title: { fr: 'L’INS porte le type INS', en: 'The INS has the type INS' },
  assertions: ['INS-HL7-004'],
  clauses: [{ source: 'ANS hl7V2-exemples', section: 'PID-3.5', trust: 'V' }],
  reads: messageKinds,
  findings: {
    'type-not-ins': sentences(
      'CX.5 de l’INS vaut « {actual} », INS attendu.',
      'CX.5 of the INS is "{actual}", INS is expected.',
      'Typer INS la répétition de PID-3 qui porte le matricule.',
      'Give the type INS to the repetition of PID-3 that carries the matricule.',
    ),
  },
  judge: (input) =>
    judgePids(input, (pid) =>
      pid.ins.length === 0
        ? undefined
        : pid.ins
            .filter((ins) => ins.type !== 'INS')
            .map((ins) => ({
              code: 'type-not-ins',
              expected: 'INS',
              actual: ins.type,
              ...placeIn(pid.segment, `${ins.path}.5`),
            })),
    ),
};
