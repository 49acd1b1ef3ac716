import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { identityStates, inPreuve } from './shared/identity-states.ts';

/** The identity has the expected attributes. */
export const check: Check<{ readonly attributs: readonly string[] }> = {
  title: { fr: 'L’identité a les attributs attendus', en: 'The identity has the expected attributes' },
  assertions: ['INS-ST-012', 'INS-ST-013'],
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.20, INS/va1.44', trust: 'V' }],
  reads: ['pilote/action', 'pilote/probe'],
  options: {
    type: 'object',
    required: ['attributs'],
    properties: { attributs: { type: 'array', items: { type: 'string' } } },
    additionalProperties: false,
  },
  findings: {
    'attribute-missing': {
      says: { fr: 'L’attribut {attribut} n’est pas positionné', en: 'The attribute {attribut} is not set' },
      fix: { fr: 'Positionnez l’attribut demandé', en: 'Set the attribute asked for' },
    },
    'attribute-unexpected': {
      says: { fr: 'L’attribut {attribut} est positionné', en: 'The attribute {attribut} is set' },
      fix: {
        fr: 'Refusez les combinaisons non admises : fictive ne se combine avec rien',
        en: 'Refuse combinations not allowed: fictive combines with nothing',
      },
    },
  },
  judge({ preuves, options }) {
    const state = identityStates(preuves).at(-1);
    if (state === undefined) return { examined: 0, findings: [] };
    const path = 'output.identite.attributs';
    const findings: Finding[] = [
      ...options.attributs
        .filter((attribut) => !state.attributs.includes(attribut))
        .map((attribut) => inPreuve(state.preuve, path, { code: 'attribute-missing', values: { attribut } })),
      ...state.attributs
        .filter((attribut) => !options.attributs.includes(attribut))
        .map((attribut) =>
          inPreuve(state.preuve, path, { code: 'attribute-unexpected', values: { attribut } }),
        ),
    ];
    return { examined: 1, findings };
  },
};
