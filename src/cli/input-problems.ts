import type { CheckProblem } from '../domain/check-result.gen.ts';

/** The largest file that is read: more is no document of these services. */
export const maxInputBytes: number = 256 * 1024 * 1024;

/** Why there is nothing to judge where the user pointed. */
export type InputCode =
  | 'FILE_MISSING'
  | 'FILE_DENIED'
  | 'FILE_UNREADABLE'
  | 'FILE_TOO_LARGE'
  | 'FOLDER_DENIED'
  | 'FOLDER_EMPTY'
  | 'NO_MATCH'
  | 'STDIN_EMPTY'
  | 'LINK_TO_FOLDER'
  | 'NOT_A_FILE';

type Texts = Required<Pick<CheckProblem, 'says' | 'hint'>>;

const texts: Readonly<Record<InputCode, Texts>> = {
  FILE_MISSING: {
    says: { fr: 'fichier introuvable', en: 'file not found' },
    hint: {
      fr: 'Vérifiez le chemin : il se lit depuis le dossier courant.',
      en: 'Check the path: it is read from the current folder.',
    },
  },
  FILE_DENIED: {
    says: { fr: 'lecture refusée par le système', en: 'the system refuses to read it' },
    hint: { fr: 'Donnez le droit de lire ce fichier.', en: 'Grant the right to read this file.' },
  },
  FILE_UNREADABLE: {
    says: { fr: 'le système n’a pas pu lire ce fichier', en: 'the system could not read this file' },
    hint: { fr: 'Copiez-le sur un disque local.', en: 'Copy it to a local disk.' },
  },
  FILE_TOO_LARGE: {
    says: { fr: 'plus de 256 Mio : non lu', en: 'more than 256 MiB: not read' },
    hint: {
      fr: 'Aucun document de ces services n’a cette taille : donnez le document seul.',
      en: 'No document of these services has this size: give the document alone.',
    },
  },
  FOLDER_DENIED: {
    says: { fr: 'dossier que le système refuse d’ouvrir', en: 'a folder that the system refuses to open' },
    hint: { fr: 'Donnez le droit de lister ce dossier.', en: 'Grant the right to list this folder.' },
  },
  FOLDER_EMPTY: {
    says: { fr: 'dossier sans fichier', en: 'folder without file' },
    hint: {
      fr: 'Les noms qui commencent par un point sont laissés de côté.',
      en: 'Names that start with a dot are left aside.',
    },
  },
  NO_MATCH: {
    says: { fr: 'aucun fichier ne répond à ce motif', en: 'no file matches this pattern' },
    hint: {
      fr: 'Essayez dossier/**/*.xml, ou le dossier seul.',
      en: 'Try folder/**/*.xml, or the folder alone.',
    },
  },
  STDIN_EMPTY: {
    says: { fr: 'rien n’est arrivé sur l’entrée standard', en: 'nothing came on standard input' },
    hint: {
      fr: 'Envoyez-y un document : cat message.hl7 | segur check -',
      en: 'Send a document to it: cat message.hl7 | segur check -',
    },
  },
  LINK_TO_FOLDER: {
    says: { fr: 'lien vers un dossier, non suivi', en: 'link to a folder, not followed' },
    hint: { fr: 'Nommez ce dossier pour le juger.', en: 'Name this folder to judge it.' },
  },
  NOT_A_FILE: {
    says: { fr: 'ni un fichier ni un dossier', en: 'neither a file nor a folder' },
    hint: { fr: 'Nommez-le pour le lire.', en: 'Name it to read it.' },
  },
};

/** What the user is told; `detail` is the code of the system. */
export function inputProblem(code: InputCode, detail?: string): CheckProblem {
  const { says, hint } = texts[code];
  const more = detail === undefined ? '' : ` (${detail})`;
  return { code, says: { fr: says.fr + more, en: says.en + more }, hint: { ...hint } };
}

/** Names the failure of a file operation. */
export function inputCodeOf(error: unknown): { readonly code: InputCode; readonly detail?: string } {
  const system = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(ENOENT|ENOTDIR|ENAMETOOLONG|ELOOP)$/.test(system)) return { code: 'FILE_MISSING' };
  if (/^(EACCES|EPERM)$/.test(system)) return { code: 'FILE_DENIED' };
  return { code: 'FILE_UNREADABLE', ...(system === '' ? {} : { detail: system }) };
}
