import type { Check } from '../../../domain/check.ts';
import { isOid } from '../../../formats/oid/is-oid.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeDmpRequests } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

const repository = '1.2.250.1.213.4.1.1.1.2';

/** A document is asked from the repository of the DMP by its uniqueId. */
export const check: Check = {
  title: {
    fr: 'Le document est demandé au DMP par son uniqueId',
    en: 'The document is asked from the DMP by its uniqueId',
  },
  assertions: ['DMP-RET-01'],
  clauses: [{ source: 'GIE SESAM-Vitale, messages DMP 02.05.00', section: 'TD3.2', trust: 'V' }],
  reads: documentKinds,
  findings: {
    'repository-unknown': sentences(
      'RepositoryUniqueId vaut « {actual} », l’entrepôt du DMP est {expected}.',
      'RepositoryUniqueId is "{actual}", the repository of the DMP is {expected}.',
      'Reprendre le repositoryUniqueId de la fiche.',
      'Take the repositoryUniqueId of the entry.',
    ),
    'document-id-not-oid': sentences(
      'DocumentUniqueId vaut « {actual} » : attendu un OID.',
      'DocumentUniqueId is "{actual}": expected an OID.',
      'Demander le document par son uniqueId, jamais par son entryUUID.',
      'Ask for the document by its uniqueId, never by its entryUUID.',
    ),
  },
  judge: (input) =>
    judgeDmpRequests(input, ({ request }) =>
      request.retrieved.length === 0
        ? undefined
        : request.retrieved.flatMap(({ repository: from, document, at }) => [
            ...(from === repository
              ? []
              : [{ code: 'repository-unknown', expected: repository, actual: from, at }]),
            ...(isOid(document) ? [] : [{ code: 'document-id-not-oid', actual: document, at }]),
          ]),
    ),
};
