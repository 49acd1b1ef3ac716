import type { Check } from '../../../domain/check.ts';
import type { FoundSubmission } from '../../../formats/bundle/bundle.ts';
import { associationTypes } from '../../../formats/xds/ebrim-identifiers.ts';
import { isOid } from '../../../formats/oid/is-oid.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeSubmissions, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** Internal references resolve, each entry is a member of the set once, and set identifiers are OIDs. */
export const check: Check = {
  title: { fr: 'Les liens des métadonnées se résolvent', en: 'The links of the metadata resolve' },
  assertions: ['DMP-SET-01', 'DMP-SET-02', 'DMP-SET-03'],
  clauses: [
    { source: 'ANS P4D 0.1.0', section: 'lot de soumission, associations', trust: 'V' },
    { source: 'Exemples GIE SESAM-Vitale 02.05.00', section: 'TD2.1', trust: 'V' },
  ],
  reads: documentKinds,
  findings: {
    'member-missing': sentences(
      'L’entrée {actual} n’est rattachée au lot par aucun HasMember Original.',
      'The entry {actual} is tied to the set by no HasMember Original.',
      'Écrire une association HasMember par document, SubmissionSetStatus = Original.',
      'Write one HasMember association per document, SubmissionSetStatus = Original.',
    ),
    'member-repeated': sentences(
      'L’entrée {actual} est rattachée plusieurs fois au lot.',
      'The entry {actual} is tied several times to the set.',
      'N’écrire qu’un HasMember par document.',
      'Write one HasMember per document.',
    ),
    'reference-broken': sentences(
      'La référence {actual} ne désigne aucun objet (casse comprise).',
      'The reference {actual} names no object (case included).',
      'Recopier l’identifiant de l’objet exactement.',
      'Copy the id of the object exactly.',
    ),
    'set-id-not-oid': sentences(
      'L’identifiant de lot {actual} n’est pas un OID.',
      'The set identifier {actual} is not an OID.',
      'Écrire uniqueId et sourceId comme des OID.',
      'Write uniqueId and sourceId as OIDs.',
    ),
  },
  judge: (input) => judgeSubmissions(input, inspect),
};

function inspect({ submission }: FoundSubmission): Observation[] {
  const { sets, entries, associations } = submission;
  const objects = new Set([...sets, ...entries].map(({ id }) => id));
  const members = associations.filter(
    ({ type, source, slots }) =>
      type === associationTypes.hasMember &&
      sets.some(({ id }) => id === source) &&
      slots.some((slot) => slot.name === 'SubmissionSetStatus' && slot.values[0] === 'Original'),
  );
  const membership = entries.flatMap(({ id, at }): Observation[] => {
    const count = members.filter(({ target }) => target === id).length;
    if (count === 1) return [];
    return [{ code: count === 0 ? 'member-missing' : 'member-repeated', actual: id, at }];
  });
  const references = [
    ...[...sets, ...entries].flatMap(({ id, schemes }) =>
      schemes
        .filter(({ of }) => of !== id)
        .map(({ of, at }) => ({ code: 'reference-broken', actual: of, at })),
    ),
    ...associations.flatMap(({ type, source, target, at }): Observation[] =>
      // The parent of a replacement is in the registry, not in the submission.
      (type === associationTypes.replace || type === associationTypes.updateStatus
        ? [source]
        : [source, target]
      )
        .filter((id) => !objects.has(id))
        .map((id) => ({ code: 'reference-broken', actual: id, at })),
    ),
  ];
  const oids = sets.flatMap(({ uniqueIds, sourceIds }) =>
    [...uniqueIds, ...sourceIds]
      .filter(({ value }) => !isOid(value))
      .map(({ value, at }) => ({ code: 'set-id-not-oid', actual: value, at })),
  );
  return [...membership, ...references, ...oids];
}
