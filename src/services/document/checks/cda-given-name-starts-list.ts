import type { Check } from '../../../domain/check.ts';
import { startsGivenNames } from '../../../formats/ins/rniv-characters.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeCdas } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** The first given name is the beginning of the list of given names, hyphens and apostrophes aside. */
export const check: Check = {
  title: {
    fr: 'Le premier prénom ouvre la liste des prénoms',
    en: 'The first given name opens the list of given names',
  },
  assertions: ['INS-CDA-002'],
  clauses: [{ source: 'REM, INS/va1.51', section: 'règle 6', trust: 'V' }],
  reads: documentKinds,
  findings: {
    'given-name-not-first': sentences(
      'Le premier prénom {actual} n’est pas le début de la liste {expected}.',
      'The first given name {actual} is not the beginning of the list {expected}.',
      'Reprendre le premier prénom au début de la liste rendue par INSi.',
      'Take the first given name from the beginning of the list that INSi returned.',
    ),
  },
  judge: (input) =>
    judgeCdas(input, ({ document }) => {
      const given = document.patients.flatMap((patient) => patient.names).flatMap((name) => name.given);
      const first = given.find((part) => part.qualifier === 'BR');
      const list = given.find((part) => part.qualifier === undefined);
      if (first === undefined || list === undefined) return undefined;
      return startsGivenNames(first.text, list.text)
        ? []
        : [{ code: 'given-name-not-first', expected: list.text, actual: first.text, at: first.at }];
    }),
};
