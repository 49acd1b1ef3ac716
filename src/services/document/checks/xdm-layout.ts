import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeXdms, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** The archive has the files and folders of IHE XDM, exactly named. */
export const check: Check = {
  title: { fr: 'L’archive a la structure IHE XDM', en: 'The archive has the IHE XDM layout' },
  assertions: ['DMP-XDM-01', 'MSS-XDM-001', 'MSS-XDM-005'],
  clauses: [
    { source: 'IHE ITI TF-2', section: '3.32.4.1.2', trust: '2' },
    { source: 'ANS CDAHeaderToXDM (TestContenuCDA 3.0)', trust: 'V' },
    { source: 'REM, MSS/CONF.23', trust: 'V' },
  ],
  reads: documentKinds,
  findings: {
    'file-missing': sentences(
      'Le fichier {expected} manque à la racine de l’archive.',
      'The file {expected} is missing at the root of the archive.',
      'Ajouter ce fichier, nommé en majuscules.',
      'Add this file, named in upper case.',
    ),
    'metadata-missing': sentences(
      'Aucun METADATA.XML dans IHE_XDM/<dossier>/ (trouvé : {actual}).',
      'No METADATA.XML in IHE_XDM/<folder>/ (found: {actual}).',
      'Ranger chaque lot dans IHE_XDM/SUBSET01, IHE_XDM/SUBSET02...',
      'Put every set in IHE_XDM/SUBSET01, IHE_XDM/SUBSET02...',
    ),
    'metadata-unreadable': sentences(
      'Les métadonnées ne se lisent pas : {actual}.',
      'The metadata cannot be read: {actual}.',
      'Écrire un SubmitObjectsRequest ebXML bien formé.',
      'Write a well-formed ebXML SubmitObjectsRequest.',
    ),
    'metadata-element-misspelt': sentences(
      'L’élément {actual} n’a pas la casse ou l’espace de noms attendus : il sera ignoré.',
      'The element {actual} does not have the expected case or name space: it will be ignored.',
      'Respecter les noms du schéma ebRIM 3.0.',
      'Follow the names of the ebRIM 3.0 schema.',
    ),
  },
  judge: (input) =>
    judgeXdms(input, ({ archive }) => {
      const names = new Set(archive.files);
      const root = ['INDEX.HTM', 'README.TXT']
        .filter((expected) => !names.has(expected))
        .map((expected): Observation => ({ code: 'file-missing', expected, at: { path: expected } }));
      const placed = archive.subsets.filter(({ folder }) => /^IHE_XDM\/[^/]+$/.test(folder));
      const actual = archive.files.filter((name) => /METADATA/i.test(name)).join(', ');
      const missing: Observation[] = placed.length === 0 ? [{ code: 'metadata-missing', actual }] : [];
      const content = placed.flatMap(({ folder, problem, submission }): Observation[] => {
        const path = `${folder}/METADATA.XML`;
        if (submission === undefined)
          return [{ code: 'metadata-unreadable', actual: problem ?? '', at: { path } }];
        return submission.strays.map((stray) => ({
          code: 'metadata-element-misspelt',
          actual: stray.name,
          at: stray.at,
        }));
      });
      return [...root, ...missing, ...content];
    }),
};
