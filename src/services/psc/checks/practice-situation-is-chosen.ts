import type { Check } from '../../../domain/check.ts';
import { answered, found, isConnected, memberOf, sessionProbes, textOf } from './shared/exchanges.ts';
import { transportGuide } from './shared/norms.ts';
import { after } from './shared/refusal.ts';

/** The professional chooses the practice situation, and the choice holds. */
export const check: Check = {
  title: {
    fr: 'Le professionnel choisit sa situation d’exercice, et le choix tient',
    en: 'The professional chooses the practice situation, and the choice holds',
  },
  assertions: ['PSC-UI-07'],
  clauses: [transportGuide('situation_exercice')],
  reads: ['pilote/action', 'pilote/probe'],

  findings: {
    'situation-not-offered': {
      says: {
        fr: 'Plusieurs situations existent et aucune n’a été proposée au choix.',
        en: 'Several situations exist and none was offered for choice.',
      },
      fix: {
        fr: 'Affichez les activités de tous les exercices ; ne prenez pas exercices[0]/activities[0] d’office.',
        en: 'Show the activities of all exercices; do not take exercices[0]/activities[0] unasked.',
      },
    },
    'situation-not-kept': {
      says: {
        fr: 'La situation choisie était {expected}, la session porte {actual}.',
        en: 'The situation chosen was {expected}, the session holds {actual}.',
      },
      fix: {
        fr: 'Gardez la situation choisie dans la session et servez-vous-en dans les appels qui suivent.',
        en: 'Keep the situation chosen in the session and use it in later calls.',
      },
    },
  },
  judge({ preuves }) {
    const probes = sessionProbes(preuves).filter(isConnected);
    const [before] = probes.filter(
      (probe) => typeof memberOf(probe.view.output, 'choixSituationPropose') === 'boolean',
    );
    const [choice] = answered(preuves, 'pilote/action').filter(
      ({ view }) => view.action === 'psc.choisir-situation',
    );
    const expected = textOf(choice?.view.input, 'structure');
    // Without a session there was nothing to choose in.
    const asked = probes.length === 0 || choice === undefined ? [] : sessionProbes(after(preuves, choice));
    const last = asked.at(-1);
    const actual = textOf(last?.view.output, 'structure');
    return {
      examined: (before === undefined ? 0 : 1) + (last === undefined ? 0 : 1),
      findings: [
        ...(before !== undefined && memberOf(before.view.output, 'choixSituationPropose') !== true
          ? [found('situation-not-offered', before, { path: 'output.choixSituationPropose', expected: true })]
          : []),
        ...(last !== undefined && expected !== undefined && actual !== expected
          ? [found('situation-not-kept', last, { path: 'output.structure', expected, actual: actual ?? '' })]
          : []),
      ],
    };
  },
};
