import { readFileSync, statSync } from 'node:fs';
import { unjudgedFile } from '../checking/checked-file.ts';
import { judgeFile, type Judge } from '../checking/judge-file.ts';
import type { CheckedFile, CheckProblem } from '../domain/check-result.gen.ts';
import type { CheckInputFile } from './check-inputs.ts';

/** The largest file that is read: more is no document of these services. */
const maxBytes = 256 * 1024 * 1024;

const absences: Readonly<Record<string, CheckProblem['says']>> = {
  FILE_MISSING: { fr: 'fichier introuvable', en: 'file not found' },
  FOLDER_EMPTY: { fr: 'dossier sans fichier', en: 'folder without file' },
  NO_MATCH: { fr: 'aucun fichier ne répond à ce motif', en: 'no file matches this pattern' },
  FILE_TOO_LARGE: { fr: 'fichier de plus de 256 Mio', en: 'file of more than 256 MiB' },
  STDIN_EMPTY: { fr: 'rien n’est arrivé sur l’entrée standard', en: 'nothing came on standard input' },
};

/** Reads and judges one input; `stdin` holds the bytes of standard input. Never throws for what the user gave. */
export async function judgeInput(
  judge: Judge,
  input: CheckInputFile,
  stdin?: Uint8Array,
): Promise<CheckedFile> {
  const { file } = input;
  switch (input.kind) {
    case 'absent':
      return unusable(file, input.code);
    case 'stdin':
      return stdin === undefined || stdin.length === 0
        ? unusable(file, 'STDIN_EMPTY')
        : judgeFile(judge, { file, bytes: stdin, named: true });
    case 'file': {
      let bytes: Uint8Array;
      try {
        if (statSync(file).size > maxBytes) return unusable(file, 'FILE_TOO_LARGE');
        bytes = readFileSync(file);
      } catch (error) {
        return unusable(file, 'FILE_MISSING', error instanceof Error ? error.message : undefined);
      }
      return judgeFile(judge, { file, bytes, named: input.named });
    }
  }
}

function unusable(file: string, code: string, detail?: string): CheckedFile {
  const text = absences[code] ?? { fr: code, en: code };
  const more = detail === undefined ? '' : ` : ${detail}`;
  const problem = { code, says: { fr: text.fr + more, en: text.en + more } };
  return unjudgedFile(file, 'unusable', { problem });
}
