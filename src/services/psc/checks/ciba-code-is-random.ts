import type { Check } from '../../../domain/check.ts';
import type { CibaRequestView } from '../preuves/views.ts';
import { found, ofKind, parameterOf } from './shared/exchanges.ts';
import { cibaPage, proxyContract } from './shared/norms.ts';

/** The CIBA binding code has two digits and changes with each request. */
export const check: Check = {
  title: {
    fr: 'Le code de liaison CIBA a deux chiffres et change à chaque demande',
    en: 'The CIBA binding code has two digits and changes with each request',
  },
  assertions: ['PSC-CI-02'],
  clauses: [cibaPage, proxyContract('/connect')],
  reads: ['psc/ciba-request'],

  findings: {
    'code-malformed': {
      says: {
        fr: 'binding_message vaut « {actual} » au lieu de deux chiffres.',
        en: 'binding_message is "{actual}" instead of two digits.',
      },
      fix: {
        fr: 'Tirez un nombre de 00 à 99 et envoyez ses deux chiffres, rien d’autre.',
        en: 'Draw a number from 00 to 99 and send its two digits, nothing else.',
      },
    },
    'code-constant': {
      says: {
        fr: 'Toutes les demandes ({actual}) portent le même code de liaison.',
        en: 'All requests ({actual}) carry the same binding code.',
      },
      fix: { fr: 'Tirez un code neuf à chaque demande.', en: 'Draw a new code for each request.' },
    },
  },
  judge({ preuves }) {
    const requests = ofKind<CibaRequestView>(preuves, 'psc/ciba-request');
    const codes = requests.map(({ view }) => parameterOf(view, 'binding_message') ?? '');
    const last = requests.at(-1);
    // Three draws among a hundred are alike once in ten thousand; two would be once in a hundred.
    const constant =
      last !== undefined && codes.length >= 3 && new Set(codes).size === 1 && /^\d{2}$/.test(codes[0] ?? '');
    return {
      examined: requests.length,
      findings: [
        ...requests.flatMap((request, index) =>
          /^\d{2}$/.test(codes[index] ?? '')
            ? []
            : [
                found('code-malformed', request, {
                  path: 'form.binding_message',
                  expected: '00-99',
                  actual: codes[index],
                }),
              ],
        ),
        ...(constant
          ? [found('code-constant', last, { path: 'form.binding_message', actual: codes.length })]
          : []),
      ],
    };
  },
};
