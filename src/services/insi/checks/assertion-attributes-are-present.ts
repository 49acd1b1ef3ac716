import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inCall, insiCalls } from './shared/insi-calls.ts';

const statement = 'Header/Security/Assertion/AttributeStatement';

/** The assertion has billing identifier and activity sector, and the speciality of a physician of the deck. */
export const check: Check = {
  title: {
    fr: 'L’assertion porte identifiant de facturation et secteur d’activité',
    en: 'The assertion has billing identifier and activity sector',
  },
  assertions: ['INS-WS-015'],
  clauses: [{ source: 'Clients publics d’INSi', section: 'échanges observés', trust: '2' }],
  reads: ['insi/traits-request', 'insi/vitale-request', 'insi/verification-request'],
  findings: {
    'attribute-missing': {
      says: {
        fr: 'L’attribut {attribute} manque à l’assertion',
        en: 'The assertion lacks the attribute {attribute}',
      },
      fix: {
        fr: 'Ajoutez identifiantFacturation et secteurActivite à l’AttributeStatement',
        en: 'Add identifiantFacturation and secteurActivite to the AttributeStatement',
      },
    },
    'speciality-missing': {
      says: {
        fr: 'L’assertion du médecin {actual} ne dit pas sa spécialité',
        en: 'The assertion of physician {actual} does not tell a speciality',
      },
      fix: {
        fr: 'Ajoutez codeSpecialiteAMO pour un médecin',
        en: 'Add codeSpecialiteAMO for a physician',
      },
    },
  },
  judge({ preuves, facts }) {
    const physicians = facts.deck.professionnels.filter(({ codeProfession }) => codeProfession === '10');
    const calls = insiCalls(preuves);
    const signed = calls.filter((call) => call.view.authentication.assertion !== undefined);
    const findings = signed.flatMap((call): readonly Finding[] => {
      const names = Object.keys(call.view.authentication.assertion?.attributes ?? {}).map((name) =>
        name.toLowerCase(),
      );
      const { nameId } = call.view.authentication.assertion ?? {};
      const physician = physicians.some(({ identifiantNational }) => identifiantNational === nameId);
      const speciality = names.some((name) => ['codespecialiteamo', 'codespecialite'].includes(name));
      const missing = ['identifiantFacturation', 'secteurActivite']
        .filter((name) => !names.includes(name.toLowerCase()))
        .map((attribute) =>
          inCall(call, statement, {
            code: 'attribute-missing',
            values: { attribute },
          }),
        );
      return physician && !speciality
        ? [...missing, inCall(call, statement, { code: 'speciality-missing', actual: nameId ?? '' })]
        : missing;
    });
    return { examined: signed.length, findings };
  },
};
