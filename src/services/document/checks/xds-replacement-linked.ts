import type { Check } from '../../../domain/check.ts';
import { associationTypes } from '../../../formats/xds/ebrim-identifiers.ts';
import { isOid } from '../../../formats/oid/is-oid.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeSubmissions, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** A document that replaces another says so in its header and in an association, and the other way round. */
export const check: Check = {
  title: {
    fr: 'Le remplacement est dit par le CDA et par l’association',
    en: 'Replacement is said by the CDA and by the association',
  },
  assertions: ['DMP-RPLC-01'],
  clauses: [{ source: 'ANS P4D 0.1.0', section: 'TD2.1b, remplacement', trust: 'V' }],
  reads: documentKinds,
  findings: {
    'association-missing': sentences(
      'Le CDA remplace {expected} et aucune association RPLC ne le dit.',
      'The CDA replaces {expected} and no RPLC association says so.',
      'Écrire l’association RPLC vers l’entryUUID du document remplacé.',
      'Write the RPLC association to the entryUUID of the replaced document.',
    ),
    'related-document-missing': sentences(
      'L’association RPLC de {actual} n’est pas reprise dans le CDA.',
      'The RPLC association of {actual} is not repeated in the CDA.',
      'Écrire relatedDocument RPLC dans le CDA.',
      'Write relatedDocument RPLC in the CDA.',
    ),
    'parent-not-entry-uuid': sentences(
      'L’association RPLC vise {actual}, qui n’est pas un entryUUID.',
      'The RPLC association targets {actual}, which is not an entryUUID.',
      'Obtenir l’entryUUID par TD3.1 et le viser.',
      'Get the entryUUID through TD3.1 and target it.',
    ),
  },
  judge: (input) =>
    judgeSubmissions(input, (found) => {
      const links = found.submission.associations.filter(({ type }) => type === associationTypes.replace);
      const pairs = found.submission.entries.flatMap((entry) => {
        const document = found.cdaOf(entry);
        return document === undefined ? [] : [{ entry, document }];
      });
      if (pairs.length === 0) return undefined;
      return pairs.flatMap(({ entry, document }): Observation[] => {
        const link = links.find(({ source }) => source === entry.id);
        const related = document.relatedDocuments.find(({ typeCode }) => typeCode === 'RPLC');
        if (link === undefined) {
          // An archive may leave the association out: the entryUUID is unknown outside of the registry.
          if (related === undefined || found.source === 'xdm') return [];
          return [{ code: 'association-missing', expected: related.parentIds[0]?.root ?? '', at: entry.at }];
        }
        const out: Observation[] =
          related === undefined ? [{ code: 'related-document-missing', actual: entry.id, at: link.at }] : [];
        if (isOid(link.target) || link.target === '')
          out.push({ code: 'parent-not-entry-uuid', actual: link.target, at: link.at });
        return out;
      });
    }),
};
