import type { Check } from '../../../domain/check.ts';
import { documentEntryIds, submissionSetIds } from '../../../formats/xds/ebrim-identifiers.ts';
import type { XdsScheme } from '../../../formats/xds/xds-submission.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeSubmissions, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

const setSchemes: ReadonlySet<string> = new Set(Object.values(submissionSetIds));
const entrySchemes: ReadonlySet<string> = new Set(Object.values(documentEntryIds));

/** Every classification and identifier uses the UUID that XDS gives it, on the right object. */
export const check: Check = {
  title: { fr: 'Les UUID ebRIM sont ceux d’XDS', en: 'The ebRIM UUIDs are those of XDS' },
  assertions: ['DMP-META-01'],
  clauses: [{ source: 'ANS P4D et exemples GIE SESAM-Vitale', section: 'identifiants ebRIM', trust: 'V' }],
  reads: documentKinds,
  findings: {
    'scheme-unknown': sentences(
      'Le schéma {actual} n’est pas un identifiant d’XDS pour cet objet.',
      'The scheme {actual} is not an XDS identifier for this object.',
      'Recopier l’UUID de la table ebRIM d’XDS.',
      'Copy the UUID from the ebRIM table of XDS.',
    ),
    'object-type-wrong': sentences(
      'objectType vaut {actual}, attendu {expected}.',
      'objectType is {actual}, {expected} is expected.',
      'Écrire l’objectType d’un document stable.',
      'Write the objectType of a stable document.',
    ),
    'set-not-classified': sentences(
      'Le lot {actual} n’est pas classé comme lot de soumission.',
      'The set {actual} is not classified as a submission set.',
      'Ajouter la Classification au classificationNode des lots.',
      'Add the Classification to the node of submission sets.',
    ),
  },
  judge: (input) =>
    judgeSubmissions(input, ({ submission }) => [
      ...submission.sets.flatMap(({ id, schemes, at }): Observation[] => [
        ...foreign(schemes, setSchemes),
        ...(schemes.some(({ scheme }) => scheme === submissionSetIds.classificationNode)
          ? []
          : [{ code: 'set-not-classified', actual: id, at }]),
      ]),
      ...submission.entries.flatMap(({ schemes, objectType, at }): Observation[] => [
        ...foreign(schemes, entrySchemes),
        ...(objectType === documentEntryIds.objectType
          ? []
          : [{ code: 'object-type-wrong', expected: documentEntryIds.objectType, actual: objectType, at }]),
      ]),
    ]),
};

function foreign(schemes: readonly XdsScheme[], known: ReadonlySet<string>): Observation[] {
  return schemes
    .filter(({ scheme }) => !known.has(scheme))
    .map(({ scheme, at }) => ({ code: 'scheme-unknown', actual: scheme, at }));
}
