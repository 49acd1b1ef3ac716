import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeCdas } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

const MAX_TITLE = 128;

/** The document has one title, not blank, that fits in the DMP. */
export const check: Check = {
  title: {
    fr: 'Le titre existe et tient en 128 caractères',
    en: 'The title exists and fits in 128 characters',
  },
  assertions: ['DMP-META-18'],
  clauses: [{ source: 'CI-SIS Volet Structuration minimale 1.16', section: 'title', trust: 'V' }],
  reads: documentKinds,
  findings: {
    'title-missing': sentences(
      'Le titre est absent, vide ou répété.',
      'The title is absent, blank or repeated.',
      'Écrire un titre lisible par le patient.',
      'Write one title that the patient can read.',
    ),
    'title-too-long': sentences(
      'Le titre compte {actual} caractères, au plus {expected}.',
      'The title has {actual} characters, {expected} at most.',
      'Raccourcir le titre.',
      'Shorten the title.',
    ),
  },
  judge: (input) =>
    judgeCdas(input, ({ document: { titles } }) => {
      const [title] = titles;
      if (title === undefined || titles.length > 1 || title.text === '') {
        return [{ code: 'title-missing', at: title?.at ?? { path: '/ClinicalDocument' } }];
      }
      const length = Array.from(title.text).length;
      return length > MAX_TITLE
        ? [{ code: 'title-too-long', expected: MAX_TITLE, actual: length, at: title.at }]
        : [];
    }),
};
