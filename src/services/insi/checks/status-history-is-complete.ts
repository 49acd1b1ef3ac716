import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { identityStates, inPreuve } from './shared/identity-states.ts';

/** Each change of status is historised with date and author. */
export const check: Check<{ readonly statuts: readonly string[] }> = {
  title: {
    fr: 'Chaque changement de statut est historisé avec date et auteur',
    en: 'Each change of status is historised with date and author',
  },
  assertions: ['INS-ST-025'],
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.44, INS/va1.54', trust: 'V' }],
  reads: ['pilote/action', 'pilote/probe'],
  options: {
    type: 'object',
    required: ['statuts'],
    properties: { statuts: { type: 'array', minItems: 1, items: { type: 'string' } } },
    additionalProperties: false,
  },
  findings: {
    'status-not-historised': {
      says: {
        fr: 'Le passage par le statut « {expected} » n’est pas historisé',
        en: 'The passage by status "{expected}" is not historised',
      },
      fix: {
        fr: 'Gardez chaque statut précédent, sa date et son auteur',
        en: 'Keep each previous status, its date and author',
      },
    },
    'history-incomplete': {
      says: { fr: 'Une ligne d’historique n’a pas {champ}', en: 'A history line lacks {champ}' },
      fix: {
        fr: 'Enregistrez date et auteur de chaque changement',
        en: 'Record date and author of each change',
      },
    },
  },
  judge({ preuves, options }) {
    const state = identityStates(preuves).at(-1);
    if (state === undefined) return { examined: 0, findings: [] };
    const seen = new Set(state.historique.map((line) => line.statut));
    const path = 'output.identite.historique';
    const findings: Finding[] = options.statuts
      .filter((statut) => !seen.has(statut))
      .map((statut) => inPreuve(state.preuve, path, { code: 'status-not-historised', expected: statut }));
    for (const champ of ['date', 'auteur'] as const) {
      if (state.historique.some((line) => line[champ] === undefined))
        findings.push(inPreuve(state.preuve, path, { code: 'history-incomplete', values: { champ } }));
    }
    return { examined: 1, findings };
  },
};
