import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { answersTo, identitiesNamed, inPreuve, sendings } from './shared/pam-preuves.ts';

/** After a merge that was received, the identity that stays is found once and the other no more. */
export const check: Check = {
  title: {
    fr: 'Après une fusion reçue, une seule identité reste',
    en: 'After a merge that was received, one identity stays',
  },
  assertions: ['INS-HL7-015'],
  clauses: [{ source: 'IHE PAM ITI-30', section: 'A40', trust: 'R' }],
  reads: ['pam/sent', 'pilote/probe'],
  findings: {
    'merged-identity-found': {
      says: {
        fr: 'Après A40, la recherche trouve encore le doublon « {nom} »',
        en: 'After A40, the search still finds the duplicate "{nom}"',
      },
      fix: {
        fr: 'Fusionnez l’identité de MRG-1 dans celle du PID : elle ne doit plus être proposée',
        en: 'Merge the identity of MRG-1 into that of the PID: it must not be offered any more',
      },
    },
    'survivor-not-once': {
      says: {
        fr: 'Après A40, la recherche trouve {actual} identités « {nom} », une seule doit rester',
        en: 'After A40, the search finds {actual} identities "{nom}", one must stay',
      },
      fix: {
        fr: 'Gardez l’identité du PID, et elle seule',
        en: 'Keep the identity of the PID, and it alone',
      },
    },
  },
  judge({ preuves, facts }) {
    const merge = sendings(preuves).findLast(({ view }) => view.evenement === 'A40');
    const loser = facts.deck.patients.find(({ role }) => role === merge?.view.autreRole);
    const searches = answersTo(preuves, 'ins.rechercher').filter(
      ({ preuve }) => preuve.at >= (merge?.at ?? 0),
    );
    if (merge === undefined || loser === undefined || searches.length === 0)
      return { examined: 0, findings: [] };
    const { nomNaissance } = merge.view;
    const findings = searches.flatMap(({ preuve, output }): readonly Finding[] => {
      const at = 'output.resultats';
      const { nom } = preuve.view.input as { readonly nom?: unknown };
      const gone = identitiesNamed(output, loser.nomNaissance).length;
      const staying = identitiesNamed(output, nomNaissance).length;
      return [
        ...(gone === 0
          ? []
          : [inPreuve(preuve, at, { code: 'merged-identity-found', values: { nom: loser.nomNaissance } })]),
        ...(nom !== nomNaissance || staying === 1
          ? []
          : [
              inPreuve(preuve, at, {
                code: 'survivor-not-once',
                expected: 1,
                actual: staying,
                values: { nom: nomNaissance },
              }),
            ]),
      ];
    });
    return { examined: searches.length, findings };
  },
};
