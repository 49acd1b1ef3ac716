import type { Check } from '../../../domain/check.ts';
import { startsGivenNames } from '../../../formats/ins/rniv-characters.ts';
import { judgePids, messageKinds, placeIn } from './reading/judge-messages.ts';
import { sentences } from './reading/sentences.ts';

/** The first given name of PID-5.2 is the start of the list of PID-5.3. */
export const check: Check = {
  title: {
    fr: 'Le premier prénom commence la liste des prénoms de naissance',
    en: 'The first given name starts the list of birth given names',
  },
  assertions: ['INS-HL7-008'],
  clauses: [
    { source: 'REM 2023-02', section: 'INS/va1.51 (r.6)', trust: 'V' },
    { source: 'Guide d’implémentation de l’INS v3.0', section: 'EXI ID 10', trust: '2' },
  ],
  reads: messageKinds,
  findings: {
    'given-name-not-first': sentences(
      'Le premier prénom « {actual} » ne commence pas la liste « {expected} ».',
      'The first given name "{actual}" does not start the list "{expected}".',
      'Alerter à la saisie et corriger le premier prénom ; trait d’union et apostrophe valent espace.',
      'Warn at entry and correct the first given name; hyphen and apostrophe read as space.',
    ),
  },
  judge: (input) =>
    judgePids(input, (pid) => {
      const { premierPrenom, prenoms } = pid.traits;
      if (pid.birthNamePath === undefined || premierPrenom === '' || prenoms === '') return undefined;
      return startsGivenNames(premierPrenom, prenoms)
        ? []
        : [
            {
              code: 'given-name-not-first',
              expected: prenoms,
              actual: premierPrenom,
              ...placeIn(pid.segment, `${pid.birthNamePath}.2`),
            },
          ];
    }),
};
