import type { Check } from '../../../domain/check.ts';
import { parseHl7Time } from '../../../formats/hl7-time/parse-hl7-time.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeSubmissions } from './reading/judge-found.ts';
import { isAfter, judgingDay } from './reading/judging-day.ts';
import { sentences } from './reading/sentences.ts';

const TIMES = ['creationTime', 'submissionTime'];

/** Metadata do not say that a document is created, or a set sent, after the day on which they are judged. */
export const check: Check = {
  title: { fr: 'Les métadonnées ne sont pas datées du futur', en: 'Metadata are not dated in the future' },
  assertions: ['DMP-META-04'],
  clauses: [{ source: 'Règle du banc', section: 'plausibilité des dates', trust: 'R' }],
  reads: documentKinds,
  findings: {
    'time-in-the-future': sentences(
      '{slot} vaut {actual}, après le jour du contrôle ({expected}).',
      '{slot} is {actual}, after the day of the check ({expected}).',
      'Écrire l’heure réelle en UTC ; régler l’horloge du poste.',
      'Write the real time in UTC; set the clock of the machine.',
    ),
  },
  judge: (input) =>
    judgeSubmissions(input, ({ submission }, preuve) => {
      const day = judgingDay(preuve);
      if (day === undefined) return undefined;
      return [...submission.sets, ...submission.entries]
        .flatMap(({ slots }) => slots)
        .filter(({ name }) => TIMES.includes(name))
        .flatMap(({ name, values, at }) => {
          const actual = values[0] ?? '';
          const time = parseHl7Time(actual);
          return time !== undefined && isAfter(time, day)
            ? [{ code: 'time-in-the-future', expected: day, actual, values: { slot: name }, at }]
            : [];
        });
    }),
};
