import type { Check } from '../../../domain/check.ts';
import { judgePids, messageKinds, placeIn } from './reading/judge-messages.ts';
import { sentences } from './reading/sentences.ts';

/** A patient has one INS at a time; a former one carries its end date. */
export const check: Check = {
  title: { fr: 'Une seule INS active par patient', en: 'One active INS for a patient' },
  assertions: ['INS-HL7-011'],
  clauses: [{ source: 'Unicité déduite', trust: 'R' }],
  reads: messageKinds,
  findings: {
    'several-ins': sentences(
      'PID-3 porte {actual} INS sans date de fin.',
      'PID-3 carries {actual} INS without an end date.',
      'Ne garder que l’INS active, ou dater en CX.8 la fin des anciennes.',
      'Keep the active INS only, or give former ones an end date in CX.8.',
    ),
  },
  judge: (input) =>
    judgePids(input, (pid) => {
      if (pid.ins.length === 0) return undefined;
      const active = pid.ins.filter((ins) => ins.expires === '');
      return active.length <= 1
        ? []
        : [{ code: 'several-ins', expected: 1, actual: active.length, ...placeIn(pid.segment, 'PID-3') }];
    }),
};
