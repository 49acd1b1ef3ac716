import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inCall, insiCalls } from './shared/insi-calls.ts';

/** The assertion has billing identifier and activity sector. */
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
  },
  judge({ preuves }) {
    const calls = insiCalls(preuves);
    const signed = calls.filter((call) => call.view.authentication.assertion !== undefined);
    const findings = signed.flatMap((call): readonly Finding[] => {
      const names = Object.keys(call.view.authentication.assertion?.attributes ?? {}).map((name) =>
        name.toLowerCase(),
      );
      return ['identifiantFacturation', 'secteurActivite']
        .filter((name) => !names.includes(name.toLowerCase()))
        .map((attribute) =>
          inCall(call, 'Header/Security/Assertion/AttributeStatement', {
            code: 'attribute-missing',
            values: { attribute },
          }),
        );
    });
    return { examined: signed.length, findings };
  },
};
