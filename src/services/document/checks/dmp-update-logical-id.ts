import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeDmpRequests } from './reading/judge-found.ts';
import { updatedEntries } from './reading/updated-entries.ts';
import { sentences } from './reading/sentences.ts';

/** A change of metadata designates the entry that it changes by its logical id. */
export const check: Check = {
  title: {
    fr: 'La fiche modifiée au DMP garde son identifiant logique',
    en: 'The entry changed in the DMP keeps its logical id',
  },
  assertions: ['DMP-UPD-01'],
  clauses: [{ source: 'ANS IG PDSm pour le DMP 0.1.0', section: 'logicalId, entryUUID', trust: 'V' }],
  reads: documentKinds,
  findings: {
    'logical-id-missing': sentences(
      'La fiche {actual} n’a pas de lid : le DMP ne sait pas quel document elle modifie.',
      'Entry {actual} has no lid: the DMP does not know which document it changes.',
      'Émettre dans lid l’entryUUID de la première version de la fiche.',
      'Send in lid the entryUUID of the first version of the entry.',
    ),
    'logical-id-form': sentences(
      'lid vaut « {actual} » : attendu urn:uuid: suivi d’un UUID.',
      'lid is "{actual}": expected urn:uuid: then a UUID.',
      'Reprendre le logicalId reçu du DMP.',
      'Take the logicalId that came from the DMP.',
    ),
    'logical-id-is-own': sentences(
      'lid et id de la fiche sont tous deux {actual} : c’est la modification elle-même, non la fiche d’origine.',
      'lid and id of the entry are both {actual}: it is the change itself, not the entry it changes.',
      'Donner à la fiche un nouvel id et garder le lid d’origine.',
      'Give the entry a new id and keep the original lid.',
    ),
  },
  judge: (input) =>
    judgeDmpRequests(input, ({ request }) => {
      const entries = updatedEntries(request);
      if (entries.length === 0) return undefined;
      return entries.flatMap(({ id, logicalId, at }) => {
        if (logicalId === undefined || logicalId === '')
          return [{ code: 'logical-id-missing', actual: id, at }];
        if (logicalId === id) return [{ code: 'logical-id-is-own', actual: id, at }];
        return /^urn:uuid:[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(logicalId)
          ? []
          : [{ code: 'logical-id-form', actual: logicalId, at }];
      });
    }),
};
