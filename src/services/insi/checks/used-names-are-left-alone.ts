import type { Check } from '../../../domain/check.ts';
import { identityStates, inPreuve } from './shared/identity-states.ts';

const usedNames = ['nomUtilise', 'prenomUtilise'] as const;

/** What INSi returned leaves the used names as the user typed them, or did not. */
export const check: Check = {
  title: {
    fr: 'Nom et prénom utilisés ne changent pas par le retour INSi',
    en: 'Used names do not change by the INSi return',
  },
  assertions: ['INS-ST-014'],
  clauses: [{ source: 'Guide d’implémentation INS', section: 'EXI ID 08', trust: '2' }],
  reads: ['pilote/probe'],
  findings: {
    'used-name-filled': {
      says: {
        fr: 'Le champ {champ} est passé de « {expected} » à « {actual} » à l’acceptation du retour INSi',
        en: 'The field {champ} went from "{expected}" to "{actual}" when the INSi return was accepted',
      },
      fix: {
        fr: 'INSi ne renvoie que des traits de naissance : laissez l’utilisateur remplir nom et prénom utilisés',
        en: 'INSi returns birth traits only: let the user fill the used names in',
      },
    },
  },
  judge({ preuves }) {
    const states = identityStates(preuves);
    const [before] = states;
    const after = states.at(-1);
    if (before === undefined || after === undefined || states.length < 2)
      return { examined: 0, findings: [] };
    const findings = usedNames.flatMap((champ) => {
      const expected = before.traits[champ] ?? '';
      const actual = after.traits[champ] ?? '';
      return expected === actual
        ? []
        : [
            inPreuve(after.preuve, `output.identite.traits.${champ}`, {
              code: 'used-name-filled',
              expected,
              actual,
              values: { champ },
            }),
          ];
    });
    return { examined: usedNames.length, findings };
  },
};
