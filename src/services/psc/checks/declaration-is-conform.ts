import type { Check } from '../../../domain/check.ts';
import type { AttestationView } from '../../../domain/preuve.ts';
import { found, ofKind } from './shared/exchanges.ts';
import { rem } from './shared/norms.ts';

/** A person declares to have seen what the bench cannot see. */
export const check: Check = {
  title: {
    fr: 'Une personne déclare avoir vu ce que le banc ne voit pas',
    en: 'A person declares to have seen what the bench cannot see',
  },
  assertions: ['PSC-BR-01', 'PSC-BR-02', 'PSC-CI-02', 'PSC-UI-05'],
  clauses: [rem('SC.PSC.01')],
  reads: ['attestation/declared'],

  findings: {
    'declared-not-conform': {
      says: {
        fr: 'La déclaration de {actual} est « non conforme ».',
        en: 'The declaration of {actual} is "not conforming".',
      },
      fix: {
        fr: 'Corrigez ce que décrit la phrase de l’étape, puis déclarez de nouveau.',
        en: 'Correct what the sentence of the step describes, then declare again.',
      },
    },
  },
  judge({ preuves }) {
    const declared = ofKind<AttestationView>(preuves, 'attestation/declared');
    return {
      examined: declared.length,
      findings: declared
        .filter(({ view }) => view.valeur === 'non-conforme')
        .map((preuve) =>
          found('declared-not-conform', preuve, {
            path: 'valeur',
            expected: 'conforme',
            actual: preuve.view.par,
          }),
        ),
      review: declared.some(({ view }) => view.valeur === 'a-verifier'),
    };
  },
};
