import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { JsonObject } from '../../../domain/json.ts';
import { answersTo, identitiesNamed, inPreuve, insOf, sendings } from './shared/pam-preuves.ts';

/** A link that was received, or its end, leaves two identities, each with what it held. */
export const check: Check = {
  title: {
    fr: 'Un rapprochement reçu, ou sa fin, laisse deux identités distinctes',
    en: 'A link that was received, or its end, leaves two identities apart',
  },
  assertions: ['INS-HL7-014', 'INS-HL7-015'],
  clauses: [{ source: 'IHE PAM ITI-30', section: 'A24, A37', trust: 'R' }],
  reads: ['pam/sent', 'pilote/probe'],
  findings: {
    'linked-identity-missing': {
      says: {
        fr: 'Après {evenement}, la recherche ne trouve plus « {nom} »',
        en: 'After {evenement}, the search does not find "{nom}" any more',
      },
      fix: {
        fr: 'Rapprochez sans fusionner : les deux identités restent',
        en: 'Link without merging: both identities stay',
      },
    },
    'ins-copied': {
      says: {
        fr: 'Après {evenement}, « {nom} » porte l’INS {actual} de l’autre identité',
        en: 'After {evenement}, "{nom}" holds the INS {actual} of the other identity',
      },
      fix: {
        fr: 'Un rapprochement ne donne d’INS à personne',
        en: 'A link gives nobody an INS',
      },
    },
    'link-differs': {
      says: {
        fr: 'Après {evenement}, le rapprochement montré est « {actual} », « {expected} » attendu',
        en: 'After {evenement}, the link shown is "{actual}", "{expected}" expected',
      },
      fix: {
        fr: 'Montrez le rapprochement après A24, et défaites-le après A37',
        en: 'Show the link after A24, and undo it after A37',
      },
    },
  },
  judge({ preuves, facts }) {
    const sent = sendings(preuves).findLast(({ view }) => view.autreRole !== undefined);
    const pair = [sent?.view.role, sent?.view.autreRole].flatMap(
      (wanted) => facts.deck.patients.find(({ role }) => role === wanted) ?? [],
    );
    const searches = answersTo(preuves, 'ins.rechercher').filter(
      ({ preuve }) => preuve.at >= (sent?.at ?? 0),
    );
    const last = searches.at(-1);
    if (sent === undefined || last === undefined || pair.length < 2) return { examined: 0, findings: [] };
    const { evenement } = sent.view;
    const at = (code: string, more: Omit<Finding, 'where' | 'code'>): Finding =>
      inPreuve(last.preuve, 'output.resultats', {
        code,
        ...more,
        values: { evenement, ...more.values },
      });
    const held = pair.map(({ nomNaissance }) =>
      searches.flatMap(({ output }) => identitiesNamed(output, nomNaissance)).at(-1),
    );
    const findings = pair.flatMap(({ nomNaissance: nom }, index): readonly Finding[] => {
      const identity = held[index];
      if (identity === undefined) return [at('linked-identity-missing', { values: { nom } })];
      const other = pair[1 - index];
      const actual = insOf(identity);
      return actual !== '' && actual === `${other?.matricule ?? ''} (${other?.oid ?? ''})`
        ? [at('ins-copied', { actual, values: { nom } })]
        : [];
    });
    return { examined: 1, findings: [...findings, ...linkFindings(held, evenement, at)] };
  },
};

/** What the software shows of the link; nothing when it shows none at all. */
function linkFindings(
  held: readonly (JsonObject | undefined)[],
  evenement: string,
  at: (code: string, more: Omit<Finding, 'where' | 'code'>) => Finding,
): readonly Finding[] {
  const [one, other] = held;
  const links = one?.['rapprochees'];
  if (!Array.isArray(links) || other === undefined) return [];
  const linked = links.includes(other['id'] ?? '');
  return linked === (evenement === 'A24')
    ? []
    : [
        at('link-differs', {
          expected: evenement === 'A24' ? 'rapprochées' : 'séparées',
          actual: linked ? 'rapprochées' : 'séparées',
        }),
      ];
}
