import type { Check } from '../../../domain/check.ts';
import { answered, found, isConnected, sessionProbes, textOf } from './shared/exchanges.ts';
import { rem } from './shared/norms.ts';

/** The account opened by another means and by Pro Santé Connect is the same. */
export const check: Check = {
  title: {
    fr: 'Le compte ouvert par un autre moyen et par Pro Santé Connect est le même',
    en: 'The account opened by another means and by Pro Santé Connect is the same',
  },
  assertions: ['PSC-UI-05'],
  clauses: [rem('SC.PSC.02, EX PSC 19')],
  reads: ['pilote/action', 'pilote/probe'],

  findings: {
    'account-not-linked': {
      says: {
        fr: 'Le compte n’est pas le même par l’autre moyen et par Pro Santé Connect.',
        en: 'The account is not the same by the other means and by Pro Santé Connect.',
      },
      fix: {
        fr: 'À la première connexion PSC, cherchez un compte qui porte le même RPPS (SubjectNameID) et rattachez-le.',
        en: 'At the first PSC login, look for an account with the same RPPS (SubjectNameID) and link it.',
      },
    },
  },
  judge({ preuves }) {
    const local = answered(preuves, 'pilote/action').filter(
      ({ view }) =>
        view.action === 'psc.connecter-autre-moyen' && textOf(view.output, 'compte') !== undefined,
    );
    const expected = textOf(local[0]?.view.output, 'compte');
    if (expected === undefined) return { examined: 0, findings: [] };
    const probes = sessionProbes(preuves).filter(
      (probe) => isConnected(probe) && textOf(probe.view.output, 'compte') !== undefined,
    );
    const all = [...local.slice(1), ...probes];
    return {
      examined: probes.length === 0 ? 0 : all.length,
      findings: all.flatMap((preuve) => {
        const actual = textOf(preuve.view.output, 'compte');
        return actual === expected
          ? []
          : [found('account-not-linked', preuve, { path: 'output.compte', expected, actual })];
      }),
    };
  },
};
