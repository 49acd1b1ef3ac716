import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { answersTo, inPreuve, insOf, isObject } from './shared/pam-preuves.ts';

/** Once merged in the software, the duplicate is read as no identity of its own, and holds no INS. */
export const check: Check = {
  title: {
    fr: 'Une fois fusionné, le doublon n’est plus une identité',
    en: 'Once merged, the duplicate is no identity any more',
  },
  assertions: ['INS-HL7-015'],
  clauses: [{ source: 'IHE PAM ITI-30', section: 'A40', trust: 'R' }],
  reads: ['pilote/action', 'pilote/probe'],
  findings: {
    'duplicate-alive': {
      says: {
        fr: 'Le doublon fusionné {actual} se lit encore comme une identité{ins}',
        en: 'The merged duplicate {actual} is still read as an identity{ins}',
      },
      fix: {
        fr: 'Retirez le doublon, ou renvoyez vers l’identité qui reste',
        en: 'Take the duplicate away, or lead to the identity that stays',
      },
    },
  },
  judge({ preuves }) {
    const merge = answersTo(preuves, 'ins.fusionner').find(({ output }) => output['issue'] === 'reussie');
    const survivor = merge?.output['identite'];
    const reads = answersTo(preuves, 'ins.lire');
    if (merge === undefined) return { examined: 0, findings: [] };
    const findings = reads.flatMap(({ preuve, output }): readonly Finding[] => {
      const { identite } = output;
      const { id } = preuve.view.input as { readonly id?: unknown };
      const asked = typeof id === 'string' ? id : '';
      if (output['trouvee'] === false || !isObject(identite)) return [];
      if (isObject(survivor) && identite['id'] === survivor['id']) return [];
      const ins = insOf(identite);
      return [
        inPreuve(preuve, 'output.identite', {
          code: 'duplicate-alive',
          actual: asked,
          values: { ins: ins === '' ? '' : `, INS ${ins}` },
        }),
      ];
    });
    return { examined: reads.length, findings };
  },
};
