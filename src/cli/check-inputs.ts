import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { globFiles, isGlob } from './glob-files.ts';

/** One thing to judge, or the reason why there is nothing. */
export type CheckInputFile =
  | { readonly kind: 'file'; readonly file: string; readonly named: boolean }
  | { readonly kind: 'stdin'; readonly file: string }
  | { readonly kind: 'absent'; readonly file: string; readonly code: string };

/** Name under which standard input is shown. */
const stdinName = '<stdin>';

/**
 * Files that the arguments name: files, folders (with all they hold, hidden names apart), patterns and `-`. Order of
 * the arguments, then of names; a file named twice is judged once.
 */
export function checkInputs(args: readonly string[]): readonly CheckInputFile[] {
  const seen = new Map<string, CheckInputFile>();
  for (const input of args.flatMap(expand)) if (!seen.has(input.file)) seen.set(input.file, input);
  return [...seen.values()];
}

function expand(argument: string): readonly CheckInputFile[] {
  if (argument === '-') return [{ kind: 'stdin', file: stdinName }];
  const what = statSync(argument, { throwIfNoEntry: false });
  if (what?.isDirectory() === true) {
    const files = filesUnder(argument);
    return files.length === 0 ? [absent(argument, 'FOLDER_EMPTY')] : files.map((file) => found(file, false));
  }
  if (what !== undefined) return [found(argument, true)];
  if (!isGlob(argument)) return [absent(argument, 'FILE_MISSING')];
  const files = globFiles(argument);
  return files.length === 0 ? [absent(argument, 'NO_MATCH')] : files.map((file) => found(file, true));
}

function found(file: string, named: boolean): CheckInputFile {
  return { kind: 'file', file, named };
}

function absent(file: string, code: string): CheckInputFile {
  return { kind: 'absent', file, code };
}

/** Links are not followed: a loop of folders ends nowhere. */
function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesUnder(path);
      return entry.isFile() ? [path] : [];
    });
}
