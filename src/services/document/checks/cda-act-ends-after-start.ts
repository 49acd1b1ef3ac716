import type { Check } from '../../../domain/check.ts';
import { epochOf, parseHl7Time } from '../../../formats/hl7-time/parse-hl7-time.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeCdas } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** The main act of a document ends after it began. */
export const check: Check = {
  title: { fr: 'L’acte finit après avoir commencé', en: 'The act ends after it began' },
  assertions: ['DMP-META-04'],
  clauses: [{ source: 'ANS P4D 0.1.0', section: 'serviceStartTime, serviceStopTime', trust: 'V' }],
  reads: documentKinds,
  findings: {
    'act-ends-before-start': sentences(
      'L’acte finit ({actual}) avant de commencer ({expected}).',
      'The act ends ({actual}) before it begins ({expected}).',
      'Remettre le début et la fin de l’acte dans l’ordre.',
      'Put start and end of the act in order.',
    ),
  },
  judge: (input) =>
    judgeCdas(input, ({ document }) => {
      const { low, high } = document.serviceEvents[0] ?? {};
      const [from, to] = [low, high].map((time) => parseHl7Time(time?.text ?? ''));
      if (low === undefined || high === undefined || from === undefined || to === undefined) return undefined;
      // A bare day covers all its moments: only a whole earlier day is before.
      const end = epochOf(to) + (to.digits.length < 14 ? 24 * 3_600_000 : 0);
      return end >= epochOf(from)
        ? []
        : [{ code: 'act-ends-before-start', expected: low.text, actual: high.text, at: high.at }];
    }),
};
