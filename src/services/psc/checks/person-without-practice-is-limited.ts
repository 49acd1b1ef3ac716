import type { Check } from '../../../domain/check.ts';
import { found, isConnected, sessionProbes, textOf } from './shared/exchanges.ts';
import { project } from './shared/norms.ts';

/** A person without practice does not have full rights. */
export const check: Check = {
  title: {
    fr: 'Une personne sans exercice n’a pas tous les droits',
    en: 'A person without practice does not have full rights',
  },
  assertions: ['PSC-UI-08'],
  clauses: [project('PSC-UI-08')],
  reads: ['pilote/probe'],

  findings: {
    'full-rights': {
      says: {
        fr: 'Une personne sans exercice a reçu tous les droits.',
        en: 'A person without practice got full rights.',
      },
      fix: {
        fr: 'Refusez la connexion ou limitez les droits quand aucune activité n’est transmise.',
        en: 'Refuse the login or limit the rights when no activity comes.',
      },
    },
  },
  judge({ preuves }) {
    const probes = sessionProbes(preuves).filter(
      (probe) => !isConnected(probe) || textOf(probe.view.output, 'droits') !== undefined,
    );
    return {
      examined: probes.length,
      findings: probes
        .filter((probe) => isConnected(probe) && textOf(probe.view.output, 'droits') === 'complets')
        .map((probe) =>
          found('full-rights', probe, { path: 'output.droits', expected: 'limites', actual: 'complets' }),
        ),
    };
  },
};
