import type { Check } from '../../../domain/check.ts';
import type { FoundSubmission } from '../../../formats/bundle/bundle.ts';
import type { CdaDocument } from '../../../formats/cda/cda-document.ts';
import { parseHl7Time, toUtcDtm } from '../../../formats/hl7-time/parse-hl7-time.ts';
import type { XdsDocumentEntry } from '../../../formats/xds/xds-submission.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeSubmissions, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

const TIMES = ['creationTime', 'serviceStartTime', 'serviceStopTime', 'submissionTime'];

/** Times of the metadata are digits in UTC, and those of the document once converted. */
export const check: Check = {
  title: {
    fr: 'Les dates des métadonnées sont en UTC et celles du document',
    en: 'Metadata times are UTC, and those of the document',
  },
  assertions: ['DMP-META-03'],
  clauses: [
    { source: 'IHE ITI TF-3', section: 'table 4.2.3.1.7-2, DTM', trust: '2' },
    { source: 'SEL-MP-037 (guide DMP)', section: 'EX_3.1-1070', trust: '2' },
  ],
  reads: documentKinds,
  findings: {
    'time-form-wrong': sentences(
      '{slot} vaut {actual} : attendu des chiffres seuls, d’une date qui existe.',
      '{slot} is {actual}: digits only, of a date that exists, are expected.',
      'Écrire AAAAMMJJhhmmss en UTC, sans fuseau.',
      'Write YYYYMMDDhhmmss in UTC, without offset.',
    ),
    'time-not-document': sentences(
      '{slot} vaut {actual}, la date du document est {expected} en UTC.',
      '{slot} is {actual}, the time of the document is {expected} in UTC.',
      'Convertir en UTC la date du CDA.',
      'Convert the time of the CDA to UTC.',
    ),
  },
  judge: (input) =>
    judgeSubmissions(input, (found) => [
      ...found.submission.sets.flatMap((set) => forms(set.slots)),
      ...found.submission.entries.flatMap((entry) => [...forms(entry.slots), ...against(found, entry)]),
    ]),
};

function forms(slots: XdsDocumentEntry['slots']): Observation[] {
  return slots
    .filter((slot) => TIMES.includes(slot.name))
    .filter(({ values }) => values.length !== 1 || !isDtm(values[0] ?? ''))
    .map((slot) => ({
      code: 'time-form-wrong',
      actual: slot.values.join(', '),
      values: { slot: slot.name },
      at: slot.at,
    }));
}

function isDtm(text: string): boolean {
  return /^\d+$/.test(text) && parseHl7Time(text) !== undefined;
}

function valueOf(entry: XdsDocumentEntry, name: string): string | undefined {
  return entry.slots.find((slot) => slot.name === name)?.values[0];
}

function against(found: FoundSubmission, entry: XdsDocumentEntry): Observation[] {
  const document = found.cdaOf(entry);
  if (document === undefined) return [];
  return Object.entries(timesOf(document)).flatMap(([slot, written]): Observation[] => {
    const actual = valueOf(entry, slot);
    const time = parseHl7Time(written ?? '');
    const expected = time === undefined ? undefined : toUtcDtm(time);
    if (actual === undefined || expected === undefined || !isDtm(actual)) return [];
    // Either side may be less precise than the other (a day against a moment).
    if (actual.startsWith(expected) || expected.startsWith(actual)) return [];
    const at = entry.slots.find((one) => one.name === slot)?.at ?? entry.at;
    return [{ code: 'time-not-document', expected, actual, values: { slot }, at }];
  });
}

function timesOf(document: CdaDocument): Readonly<Record<string, string | undefined>> {
  const [event] = document.serviceEvents;
  return {
    creationTime: document.effectiveTimes[0]?.text,
    serviceStartTime: event?.low?.text,
    serviceStopTime: event?.high?.text,
  };
}
