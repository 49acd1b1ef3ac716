import type { Check } from '../../../domain/check.ts';
import { segmentsOf, valueAt } from '../../../formats/hl7v2/hl7-value.ts';
import { readPids } from '../../../formats/hl7v2/read-pid.ts';
import { judgeMessages, messageKinds, placeIn } from './reading/judge-messages.ts';
import { sentences } from './reading/sentences.ts';

/** A merge names the identity that goes, which is never sent again with an INS. */
export const check: Check = {
  title: {
    fr: 'Une identité fusionnée n’est plus émise avec une INS',
    en: 'A merged identity is not sent with an INS any more',
  },
  assertions: ['INS-HL7-015'],
  clauses: [{ source: 'IHE PAM ITI-30', section: 'A40', trust: 'R' }],
  reads: messageKinds,
  findings: {
    'loser-missing': sentences(
      'Le message A40 ne dit pas quelle identité disparaît : MRG-1 est vide.',
      'The A40 message does not say which identity goes: MRG-1 is empty.',
      'Écrire en MRG-1 l’IPP de l’identité fusionnée.',
      'Write in MRG-1 the local number of the merged identity.',
    ),
    'loser-is-survivor': sentences(
      'MRG-1 et PID-3 désignent la même identité {actual}.',
      'MRG-1 and PID-3 designate the same identity {actual}.',
      'Mettre en PID-3 l’identité qui reste, en MRG-1 celle qui disparaît.',
      'Put in PID-3 the identity that stays, in MRG-1 the one that goes.',
    ),
    'loser-sent-with-ins': sentences(
      'L’identité {actual}, fusionnée auparavant, est émise avec une INS.',
      'The identity {actual}, merged before, is sent with an INS.',
      'Retirer l’INS de l’identité fusionnée et ne plus l’émettre.',
      'Drop the INS of the merged identity and send it no more.',
    ),
  },
  judge: (input) => {
    const gone = new Set<string>();
    let merges = 0;
    const result = judgeMessages(input, ({ message }) => {
      const [pid] = readPids(message);
      if (pid === undefined) return undefined;
      const local = pid.identifiers.filter((one) => one.type === 'PI').map((one) => one.value);
      if (valueAt(message, 'MSH-9.2') === 'A40') {
        merges += 1;
        const loser = valueAt(message, 'MRG-1.1');
        const [mrg] = segmentsOf(message, 'MRG');
        const place = placeIn(mrg ?? pid.segment, 'MRG-1');
        if (loser === '') return [{ code: 'loser-missing', ...place }];
        if (local.includes(loser)) return [{ code: 'loser-is-survivor', actual: loser, ...place }];
        gone.add(loser);
        return [];
      }
      const [again] = local.filter((one) => gone.has(one));
      const [ins] = pid.ins;
      return again === undefined || ins === undefined
        ? []
        : [{ code: 'loser-sent-with-ins', actual: again, ...placeIn(pid.segment, ins.path) }];
    });
    // Without a merge nothing was put to the test.
    return merges === 0 ? { examined: 0, findings: [] } : result;
  },
};
