import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeXdms } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** Every name of the archive is an ISO 9660 level 1 name: 8+3 characters among A-Z, 0-9 and _. */
export const check: Check = {
  title: {
    fr: 'Les noms de l’archive sont ISO 9660 niveau 1',
    en: 'The names of the archive are ISO 9660 level 1',
  },
  assertions: ['MSS-XDM-002'],
  clauses: [{ source: 'IHE ITI TF-2', section: '3.32.4.1.2.2', trust: '2' }],
  reads: documentKinds,
  findings: {
    'name-not-iso9660': sentences(
      'Le nom {actual} n’est pas de la forme 8.3 en majuscules.',
      'The name {actual} is not of the upper-case 8.3 form.',
      'Renommer, par exemple DOC0001.XML.',
      'Rename, for instance DOC0001.XML.',
    ),
  },
  judge: (input) =>
    judgeXdms(input, ({ archive }) =>
      archive.files
        .filter((name) => !isIso9660(name))
        .map((name) => ({ code: 'name-not-iso9660', actual: name, at: { path: name } })),
    ),
};

function isIso9660(name: string): boolean {
  const parts = name.split('/');
  const file = parts.pop() ?? '';
  return (
    parts.length < 8 &&
    parts.every((folder) => /^[A-Z0-9_]{1,8}$/.test(folder)) &&
    /^[A-Z0-9_]{1,8}(\.[A-Z0-9_]{1,3})?$/.test(file)
  );
}
