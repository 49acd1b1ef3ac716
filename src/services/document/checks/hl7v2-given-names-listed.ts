import type { Check } from '../../../domain/check.ts';
import { judgePids, messageKinds, placeIn } from './reading/judge-messages.ts';
import { sentences } from './reading/sentences.ts';

/** With an INS, the birth-name repetition of PID-5 lists the given names of the birth act. */
export const check: Check = {
  title: {
    fr: 'Avec l’INS, PID-5.3 liste les prénoms de naissance',
    en: 'With the INS, PID-5.3 lists the birth given names',
  },
  assertions: ['INS-HL7-007'],
  clauses: [{ source: 'Recueil public de messages PAM_FR', section: 'PID-5.3', trust: '2' }],
  reads: messageKinds,
  findings: {
    'given-names-missing': sentences(
      'PID-5.3 de type L est vide.',
      'PID-5.3 of type L is empty.',
      'Y écrire la liste des prénoms rendue par INSi.',
      'Write there the list of given names that INSi gave.',
    ),
  },
  judge: (input) =>
    judgePids(input, ({ ins, birthNamePath: path, segment, traits }) => {
      if (ins.length === 0 || path === undefined) return undefined;
      return traits.prenoms === '' ? [{ code: 'given-names-missing', ...placeIn(segment, `${path}.3`) }] : [];
    }),
};
