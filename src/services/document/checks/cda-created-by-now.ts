import type { Check } from '../../../domain/check.ts';
import { parseHl7Time } from '../../../formats/hl7-time/parse-hl7-time.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeCdas } from './reading/judge-found.ts';
import { isAfter, judgingDay } from './reading/judging-day.ts';
import { sentences } from './reading/sentences.ts';

/** A document was not created after the day on which it is judged. */
export const check: Check = {
  title: { fr: 'Le document n’est pas daté du futur', en: 'The document is not dated in the future' },
  assertions: ['DMP-META-04'],
  clauses: [{ source: 'Règle du banc', section: 'plausibilité des dates', trust: 'R' }],
  reads: documentKinds,
  findings: {
    'created-in-the-future': sentences(
      'Le document est daté du {actual}, après le jour du contrôle ({expected}).',
      'The document is dated {actual}, after the day of the check ({expected}).',
      'Dater le document de sa création ; régler l’horloge du poste.',
      'Date the document by its creation; set the clock of the machine.',
    ),
  },
  judge: (input) =>
    judgeCdas(input, ({ document }, preuve) => {
      const day = judgingDay(preuve);
      const [written] = document.effectiveTimes;
      const time = parseHl7Time(written?.text ?? '');
      if (day === undefined || written === undefined || time === undefined) return undefined;
      return isAfter(time, day)
        ? [{ code: 'created-in-the-future', expected: day, actual: written.text, at: written.at }]
        : [];
    }),
};
