import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeXdms, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** A strict reader opens every entry of the archive, and every document is described. */
export const check: Check = {
  title: {
    fr: 'L’archive se lit sans risque et sans reste',
    en: 'The archive reads safely, with nothing left over',
  },
  assertions: ['MSS-XDM-004'],
  clauses: [{ source: 'Règle du banc', section: 'lecture stricte des archives', trust: 'R' }],
  reads: documentKinds,
  findings: {
    'entry-refused': sentences(
      'L’entrée {actual} est refusée par une lecture stricte ({rule} : {detail}).',
      'The entry {actual} is refused by a strict reader ({rule}: {detail}).',
      'Produire une archive simple : noms relatifs et uniques, sans chiffrement, tailles justes.',
      'Produce a plain archive: relative unique names, no encryption, right sizes.',
    ),
    'document-orphan': sentences(
      'Le document {actual} n’est décrit par aucune métadonnée.',
      'The document {actual} is described by no metadata.',
      'Décrire chaque document dans METADATA.XML ou le retirer.',
      'Describe every document in METADATA.XML or remove it.',
    ),
  },
  judge: (input) =>
    judgeXdms(input, ({ archive }) => {
      const refused = archive.zip.problems.map((problem): Observation => ({
        code: 'entry-refused',
        actual: problem.entry ?? '',
        values: { rule: problem.code, detail: problem.detail },
      }));
      const described = new Set(
        archive.subsets.flatMap(({ documents }) => documents.map((document) => document.name)),
      );
      const orphans = archive.files
        .filter((name) => name.startsWith('IHE_XDM/') && /\.XML$/i.test(name))
        .filter((name) => !/(^|\/)METADATA\.XML$/i.test(name) && !described.has(name))
        .map((name): Observation => ({ code: 'document-orphan', actual: name, at: { path: name } }));
      return [...refused, ...orphans];
    }),
};
