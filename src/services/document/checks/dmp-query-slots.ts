import type { Check } from '../../../domain/check.ts';
import type { QuerySlot, StoredQuery } from '../../../formats/dmp/dmp-request.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeDmpRequests, type Observation } from './reading/judge-found.ts';
import { formOfSlot, storedQueries } from './reading/stored-queries.ts';
import { sentences } from './reading/sentences.ts';

/** A stored query to the DMP has the slots that it needs, written as it reads them. */
export const check: Check = {
  title: {
    fr: 'La requête de la liste des documents est bien écrite',
    en: 'The query for the list of documents is well written',
  },
  assertions: ['DMP-QRY-01'],
  clauses: [
    { source: 'GIE SESAM-Vitale, messages DMP 02.05.00', section: 'TD3.1', trust: 'V' },
    { source: 'IHE ITI TF-2, ITI-18', section: '3.18.4.1.2.3', trust: '2' },
  ],
  reads: documentKinds,
  findings: {
    'query-unknown': sentences(
      'La requête {actual} n’est pas de celles du DMP.',
      'Query {actual} is not one of the DMP.',
      'Employer l’identifiant d’une requête du DMP, urn:uuid compris.',
      'Use the id of a query of the DMP, urn:uuid included.',
    ),
    'slot-missing': sentences(
      'La requête {name} n’a pas de valeur pour {expected}.',
      'Query {name} has no value for {expected}.',
      'Ajouter le paramètre à la requête.',
      'Add the parameter to the query.',
    ),
    'return-type-unknown': sentences(
      'returnType vaut « {actual} » : attendu LeafClass ou ObjectRef.',
      'returnType is "{actual}": expected LeafClass or ObjectRef.',
      'Demander LeafClass pour les fiches, ObjectRef pour leurs identifiants.',
      'Ask LeafClass for the entries, ObjectRef for their ids.',
    ),
    'text-form': sentences(
      '{slot} vaut {actual} : une valeur unique s’écrit entre apostrophes, sans parenthèses.',
      '{slot} is {actual}: a single value is written between single quotes, without parentheses.',
      'Écrire {expected}.',
      'Write {expected}.',
    ),
    'list-form': sentences(
      '{slot} vaut {actual} : une liste s’écrit entre parenthèses, chaque valeur entre apostrophes.',
      '{slot} is {actual}: a list is written between parentheses, each value between single quotes.',
      'Écrire {expected}.',
      'Write {expected}.',
    ),
    'time-form': sentences(
      '{slot} vaut {actual} : une date s’écrit en UTC, en chiffres seuls, de l’année à la seconde.',
      '{slot} is {actual}: a date is written in UTC, digits alone, from the year to the second.',
      'Écrire la date sans apostrophes, ni fuseau, ni ponctuation.',
      'Write the date without quotes, zone or punctuation.',
    ),
  },
  judge: (input) =>
    judgeDmpRequests(input, ({ request: { query } }) => (query === undefined ? undefined : seen(query))),
};

function seen(query: StoredQuery): readonly Observation[] {
  const { id, slots, returnType, at } = query;
  const rule = Object.hasOwn(storedQueries, id) ? storedQueries[id] : undefined;
  const missing = (rule?.needs ?? []).filter(
    (names) =>
      !slots.some(({ name, values }) => names.includes(name) && values.some((value) => value !== '')),
  );
  return [
    ...(rule === undefined ? [{ code: 'query-unknown', actual: id, at }] : []),
    ...missing.map((names) => ({
      code: 'slot-missing',
      expected: names.join(' / '),
      values: { name: rule?.name ?? '' },
      at,
    })),
    ...(returnType === 'LeafClass' || returnType === 'ObjectRef'
      ? []
      : [{ code: 'return-type-unknown', actual: returnType ?? '', at }]),
    ...slots.flatMap(wrongForm),
  ];
}

function wrongForm({ name, values, at }: QuerySlot): readonly Observation[] {
  const form = formOfSlot(name);
  return values.flatMap((actual) => {
    const about = { actual, values: { slot: name }, at };
    switch (form) {
      case 'text':
        return /^'[^']+'$/.test(actual)
          ? []
          : [{ code: 'text-form', expected: `'${bare(actual)}'`, ...about }];
      case 'time':
        return /^\d{4}(\d\d){0,5}$/.test(actual) ? [] : [{ code: 'time-form', ...about }];
      case 'list':
        return /^\('[^']+'(,\s*'[^']+')*\)$/.test(actual)
          ? []
          : [{ code: 'list-form', expected: `('${bare(actual)}')`, ...about }];
    }
  });
}

function bare(text: string): string {
  return text.replace(/^[('\s]+|[)'\s]+$/g, '');
}
