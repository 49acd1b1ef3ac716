import type { Check } from '../../../domain/check.ts';
import { parseMatricule } from '../../../formats/ins/matricule.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails } from './reading/judge-found.ts';
import { citizensOf, localPartOf } from './reading/mail-headers.ts';
import { sentences } from './reading/sentences.ts';

/** The matricule of a citizen's address has the key of its number. */
export const check: Check = {
  title: {
    fr: 'La clé du matricule de l’adresse usager est juste',
    en: 'The key of the matricule of the citizen address is right',
  },
  assertions: ['MSS-ADR-002'],
  clauses: [{ source: 'Structure du NIR', section: 'clé : 97 - (N mod 97)', trust: 'R' }],
  reads: documentKinds,
  findings: {
    'key-wrong': sentences(
      'La clé {actual} n’est pas celle du matricule, attendue {expected}.',
      'The key {actual} is not that of the matricule, {expected} is expected.',
      'Construire l’adresse avec le matricule et la clé rendus par INSi.',
      'Build the address from the matricule and the key that INSi returned.',
    ),
  },
  judge: (input) =>
    judgeMails(input, ({ mail }) => {
      const read = citizensOf(mail).flatMap((address) => parseMatricule(localPartOf(address)) ?? []);
      if (read.length === 0) return undefined;
      return read
        .filter(({ key, expectedKey }) => key !== expectedKey)
        .map(({ key, expectedKey }) => ({
          code: 'key-wrong',
          expected: expectedKey,
          actual: key,
          at: { path: 'To' },
        }));
    }),
};
