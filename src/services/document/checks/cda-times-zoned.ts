import type { Check } from '../../../domain/check.ts';
import type { CdaDocument, CdaText } from '../../../formats/cda/cda-document.ts';
import { parseHl7Time } from '../../../formats/hl7-time/parse-hl7-time.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeCdas, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** The times of the header exist and carry their UTC offset. */
export const check: Check = {
  title: {
    fr: 'Les dates de l’en-tête sont complètes et zonées',
    en: 'The times of the header are whole and zoned',
  },
  assertions: ['DMP-META-03'],
  clauses: [
    {
      source: 'CI-SIS Volet Structuration minimale 1.16',
      section: 'effectiveTime, documentationOf',
      trust: 'V',
    },
  ],
  reads: documentKinds,
  findings: {
    'creation-time-imprecise': sentences(
      'La date de création {actual} n’a pas de secondes ou de fuseau.',
      'The creation time {actual} lacks seconds or an offset.',
      'Écrire AAAAMMJJhhmmss±hhmm.',
      'Write YYYYMMDDhhmmss±hhmm.',
    ),
    'time-invalid': sentences(
      'La date {actual} n’existe pas ou est mal formée.',
      'The time {actual} does not exist or is malformed.',
      'Écrire une date HL7 qui existe.',
      'Write an HL7 time that exists.',
    ),
    'act-start-missing': sentences(
      'L’acte principal n’a pas de date de début.',
      'The main act has no start time.',
      'Écrire documentationOf/serviceEvent/effectiveTime/low.',
      'Write documentationOf/serviceEvent/effectiveTime/low.',
    ),
  },
  judge: (input) => judgeCdas(input, ({ document }) => [...creation(document), ...act(document)]),
};

function creation(document: CdaDocument): Observation[] {
  const [time] = document.effectiveTimes;
  const parsed = parseHl7Time(time?.text ?? '');
  if (time !== undefined && parsed?.digits.length === 14 && parsed.offset !== undefined) return [];
  return [
    {
      code: 'creation-time-imprecise',
      actual: time?.text ?? '',
      at: time?.at ?? { path: '/ClinicalDocument' },
    },
  ];
}

function act(document: CdaDocument): Observation[] {
  const [event] = document.serviceEvents;
  const low = event?.low;
  if (low === undefined || low.text === '') {
    return [{ code: 'act-start-missing', at: event?.at ?? { path: '/ClinicalDocument' } }];
  }
  const bad = [low, event?.high].filter((time): time is CdaText => time !== undefined && time.text !== '');
  return bad
    .filter((time) => parseHl7Time(time.text) === undefined)
    .map((time) => ({ code: 'time-invalid', actual: time.text, at: time.at }));
}
