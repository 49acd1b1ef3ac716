import type { Check } from '../../../domain/check.ts';
import type { PiloteView } from '../../../domain/preuve.ts';
import { isObject } from './shared/identity-states.ts';
import { inCall, traitsCalls } from './shared/insi-calls.ts';

/** The first attempt uses the first birth given name, as typed when the identity was created. */
export const check: Check = {
  title: {
    fr: 'Le premier essai porte le premier prénom de naissance',
    en: 'The first attempt uses the first birth given name',
  },
  assertions: ['INS-WS-022'],
  clauses: [{ source: 'Clients publics d’INSi', section: 'essai CNDA 2.07', trust: '2' }],
  reads: ['insi/traits-request', 'pilote/action'],
  findings: {
    'given-name-order': {
      says: {
        fr: 'Le premier appel cherche « {actual} », le premier prénom est « {expected} »',
        en: 'The first call searches "{actual}", the first given name is "{expected}"',
      },
      fix: {
        fr: 'Cherchez d’abord avec le premier prénom de naissance',
        en: 'Search with the first birth given name first',
      },
    },
  },
  judge({ preuves }) {
    const created = preuves
      .filter((preuve) => preuve.kind === 'pilote/action')
      .map((preuve) => preuve.view as PiloteView)
      .find((view) => view.action === 'ins.creer');
    const traits = isObject(created?.input) ? created.input['traits'] : undefined;
    const wanted = isObject(traits) ? traits['premierPrenom'] : undefined;
    const first = traitsCalls(preuves)[0];
    if (first === undefined || typeof wanted !== 'string') return { examined: 0, findings: [] };
    const sent = first.view.traits?.prenoms[0] ?? '';
    const same = sent === wanted || sent.startsWith(`${wanted} `);
    const path = 'Body/RECSANSVITALE/Prenom';
    const finding = inCall(first, path, { code: 'given-name-order', expected: wanted, actual: sent });
    return { examined: 1, findings: same ? [] : [finding] };
  },
};
