import type { Check } from '../../../domain/check.ts';
import { found, isConnected, sessionProbes, textOf } from './shared/exchanges.ts';
import { rem } from './shared/norms.ts';

/** The account follows the national identifier, whatever the means of login. */
export const check: Check = {
  title: {
    fr: 'Le compte suit l’identifiant national, quel que soit le moyen de connexion',
    en: 'The account follows the national identifier, whatever the means of login',
  },
  assertions: ['PSC-UI-04'],
  clauses: [
    rem('SC.PSC.02, EX PSC 19'),
    {
      source: 'PGSSI-S, Référentiel d’identification électronique, personnes physiques, v1.0',
      section: 'EXI 01',
      trust: 'V',
    },
  ],
  reads: ['pilote/probe'],

  findings: {
    'account-duplicated': {
      says: {
        fr: 'Le professionnel {actual} a reçu deux comptes selon le moyen employé.',
        en: 'The professional {actual} got two accounts by the means used.',
      },
      fix: {
        fr: 'Rattachez le compte à SubjectNameID (égal à preferred_username) : sub change entre la carte et l’application e-CPS.',
        en: 'Key the account on SubjectNameID (equal to preferred_username): sub differs between card and e-CPS application.',
      },
    },
    'account-shared': {
      says: {
        fr: 'Deux professionnels partagent le compte {actual}.',
        en: 'Two professionals share the account {actual}.',
      },
      fix: {
        fr: 'Ne rapprochez pas les comptes par les noms ou l’adresse électronique : seul l’identifiant national distingue les homonymes.',
        en: 'Do not reconcile accounts by names or e-mail: only the national identifier tells namesakes apart.',
      },
    },
  },
  judge({ preuves }) {
    const seen = sessionProbes(preuves)
      .filter(isConnected)
      .flatMap((probe) => {
        const who = textOf(probe.view.output, 'identifiantNational');
        const account = textOf(probe.view.output, 'compte');
        return who === undefined || account === undefined ? [] : [{ probe, who, account }];
      });
    const repeated = seen.filter(({ who }, index) => seen.findIndex((other) => other.who === who) < index);
    return {
      examined: seen.length < 2 ? 0 : seen.length,
      findings: [
        ...repeated.flatMap(({ probe, who, account }) =>
          seen.find((other) => other.who === who)?.account === account
            ? []
            : [found('account-duplicated', probe, { path: 'output.compte', actual: who })],
        ),
        ...seen.flatMap(({ probe, who, account }, index) =>
          seen.slice(0, index).some((other) => other.account === account && other.who !== who)
            ? [found('account-shared', probe, { path: 'output.compte', actual: account })]
            : [],
        ),
      ],
    };
  },
};
