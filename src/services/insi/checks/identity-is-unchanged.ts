import type { Check } from '../../../domain/check.ts';

import { identityStates, inPreuve, type IdentityState } from './shared/identity-states.ts';
function flat(state: IdentityState): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(Object.entries(state.traits).map(([name, value]) => [`traits.${name}`, value])),
    statut: state.statut ?? '',
    'ins.matricule': state.ins?.matricule ?? '',
    'ins.oid': state.ins?.oid ?? '',
  };
}

/** The identity is the same before and after. */
export const check: Check = {
  title: { fr: 'L’identité est la même avant et après', en: 'The identity is the same before and after' },
  assertions: ['INS-ST-004', 'INS-ST-021', 'INS-ST-022', 'INS-ST-024', 'INS-ST-026', 'INS-WS-030'],
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.07, INS/va1.28, INS/va1.31, INS/va1.18', trust: 'V' }],
  reads: [
    'pilote/action',
    'pilote/probe',
    'insi/traits-request',
    'insi/vitale-request',
    'insi/verification-request',
  ],
  findings: {
    'identity-changed': {
      says: {
        fr: 'Le champ {champ} est passé de « {expected} » à « {actual} »',
        en: 'The field {champ} went from "{expected}" to "{actual}"',
      },
      fix: {
        fr: 'Refusez le retour ou la saisie et laissez l’identité telle quelle',
        en: 'Refuse the return or the entry and leave the identity as it was',
      },
    },
  },
  judge({ preuves }) {
    const states = identityStates(preuves);
    const before = states[0];
    const after = states.at(-1);
    if (before === undefined || after === undefined || states.length < 2)
      return { examined: 0, findings: [] };
    const left = flat(before);
    const right = flat(after);
    const findings = Object.keys({ ...left, ...right })
      .filter((champ) => (left[champ] ?? '') !== (right[champ] ?? ''))
      .map((champ) =>
        inPreuve(after.preuve, `output.identite.${champ}`, {
          code: 'identity-changed',
          expected: left[champ] ?? '',
          actual: right[champ] ?? '',
          values: { champ },
        }),
      );
    return { examined: 1, findings };
  },
};
