import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { answers, inPreuve, isObject, type Answer } from './shared/identity-states.ts';

/** The search finds the identity, or none, as expected. */
export const check: Check<{ readonly trouve: boolean; readonly id?: string }> = {
  title: {
    fr: 'La recherche trouve l’identité, ou n’en trouve pas, comme attendu',
    en: 'The search finds the identity, or none, as expected',
  },
  assertions: ['INS-ST-028', 'INS-ST-029'],
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.02, INS/va1.25, INS/va1.41', trust: 'V' }],
  reads: ['pilote/action', 'pilote/probe'],
  options: {
    type: 'object',
    required: ['trouve'],
    properties: { trouve: { type: 'boolean' }, id: { type: 'string' } },
    additionalProperties: false,
  },
  findings: {
    'not-found': {
      says: { fr: 'La recherche n’a pas trouvé l’identité', en: 'The search did not find the identity' },
      fix: {
        fr: 'Ignorez apostrophes, tirets et diacritiques ; cherchez aussi sur les noms utilisés',
        en: 'Ignore apostrophes, hyphens and diacritics; search used names too',
      },
    },
    found: {
      says: {
        fr: 'La recherche a rendu une identité qu’elle ne devait pas chercher',
        en: 'The search gave an identity it should not have searched',
      },
      fix: { fr: 'Contrôlez le critère avant de chercher', en: 'Check the criterion before searching' },
    },
  },
  judge({ preuves, options }) {
    const given = answers(preuves);
    const asked = given.filter((answer) => answer.action === 'ins.rechercher');
    const wanted = options.id === undefined ? createdIds(given) : [options.id];
    const findings = asked.flatMap(({ preuve, output }): readonly Finding[] => {
      const results = Array.isArray(output['resultats']) ? (output['resultats'] as readonly unknown[]) : [];
      const found = results.some(
        (one) => isObject(one) && (wanted.length === 0 || wanted.some((id) => id === one['id'])),
      );
      if (found === options.trouve) return [];
      return [inPreuve(preuve, 'output.resultats', { code: options.trouve ? 'not-found' : 'found' })];
    });
    return { examined: asked.length, findings };
  },
};

/** Identities that the row saw being created: a search of the same steps must find one of them. */
function createdIds(given: readonly Answer[]): readonly string[] {
  return given
    .filter(({ action }) => action === 'ins.creer')
    .flatMap(({ output }) => {
      const { identite } = output;
      return isObject(identite) && typeof identite['id'] === 'string' ? [identite['id']] : [];
    });
}
