import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inCall, traitsCalls } from './shared/insi-calls.ts';

const schemaOrder: readonly string[] = ['NomNaissance', 'Prenom', 'Sexe', 'DateNaissance', 'LieuNaissance'];

/** RECSANSVITALE follows the schema order and has the traits expected. */
export const check: Check = {
  title: {
    fr: 'RECSANSVITALE suit l’ordre du schéma et porte les traits attendus',
    en: 'RECSANSVITALE follows the schema order and has the traits expected',
  },
  assertions: ['INS-WS-016'],
  clauses: [{ source: 'WSDL ServiceIdentiteCertifiee-v1', section: 'ServiceIdentiteCertifiee', trust: 'V' }],
  reads: ['insi/traits-request'],
  findings: {
    order: {
      says: {
        fr: 'Les éléments viennent dans l’ordre {actual}',
        en: 'The elements come in the order {actual}',
      },
      fix: {
        fr: 'Écrivez NomNaissance, Prenom, Sexe, DateNaissance, LieuNaissance dans cet ordre',
        en: 'Write NomNaissance, Prenom, Sexe, DateNaissance, LieuNaissance in that order',
      },
    },
    'unknown-element': {
      says: { fr: 'L’élément {actual} n’est pas du schéma', en: 'The element {actual} is not in the schema' },
      fix: { fr: 'Retirez cet élément', en: 'Remove that element' },
    },
    'trait-missing': {
      says: { fr: 'Le trait {trait} manque à la recherche', en: 'The search lacks the trait {trait}' },
      fix: {
        fr: 'Envoyez nom de naissance, au moins un prénom, sexe et date de naissance',
        en: 'Send birth name, at least one given name, sex and birth date',
      },
    },
  },
  judge({ preuves }) {
    const calls = traitsCalls(preuves);
    return {
      examined: calls.length,
      findings: calls.flatMap((call): readonly Finding[] => {
        const { bodyOrder, traits } = call.view;
        const unknown = bodyOrder.filter((name) => !schemaOrder.includes(name));
        const ranks = bodyOrder
          .filter((name) => schemaOrder.includes(name))
          .map((name) => schemaOrder.indexOf(name));
        const sorted = ranks.every((rank, index) => index === 0 || rank >= (ranks[index - 1] ?? 0));
        const present: Readonly<Record<string, boolean>> = {
          NomNaissance: (traits?.nomNaissance ?? '') !== '',
          Prenom: traits?.prenoms.some((name) => name !== '') === true,
          Sexe: (traits?.sexe ?? '') !== '',
          DateNaissance: (traits?.dateNaissance ?? '') !== '',
        };
        return [
          ...unknown.map((name) =>
            inCall(call, `Body/RECSANSVITALE/${name}`, { code: 'unknown-element', actual: name }),
          ),
          ...(sorted
            ? []
            : [
                inCall(call, 'Body/RECSANSVITALE', {
                  code: 'order',
                  expected: schemaOrder.join(', '),
                  actual: bodyOrder.join(', '),
                }),
              ]),
          ...Object.entries(present)
            .filter(([, there]) => !there)
            .map(([trait]) =>
              inCall(call, 'Body/RECSANSVITALE', { code: 'trait-missing', values: { trait } }),
            ),
        ];
      }),
    };
  },
};
