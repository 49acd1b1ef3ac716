import { readdirSync, statSync, type Dirent, type Stats } from 'node:fs';
import { join, resolve } from 'node:path';
import { looksLikeDocument } from '../checking/judge-file.ts';
import { globFiles, isGlob } from './glob-files.ts';
import { inputCodeOf, type InputCode } from './input-problems.ts';

/** One thing to judge, or the reason why there is nothing. */
export type CheckInputFile =
  | { readonly kind: 'file'; readonly file: string; readonly named: boolean }
  | { readonly kind: 'stdin'; readonly file: string }
  | AbsentInput;

interface AbsentInput {
  readonly kind: 'absent';
  readonly file: string;
  readonly code: InputCode;
  /** Met in a folder: told, and no error. */
  readonly ignored?: true;
}

/** Name under which standard input is shown. */
const stdinName = '<stdin>';

/**
 * Files that the arguments name: files, folders (with all they hold, hidden names apart), patterns and `-`. Order of
 * the arguments, then of names; a file named twice is judged once. Never throws for what the disk holds.
 */
export function checkInputs(args: readonly string[]): readonly CheckInputFile[] {
  const seen = new Map<string, CheckInputFile>();
  for (const input of args.flatMap(expand)) {
    const key = input.kind === 'stdin' ? '-' : resolve(input.file);
    if (!seen.has(key)) seen.set(key, input);
  }
  return [...seen.values()];
}

function expand(argument: string): readonly CheckInputFile[] {
  if (argument === '-') return [{ kind: 'stdin', file: stdinName }];
  const what = lookAt(argument);
  if (typeof what !== 'string') {
    if (!what.isDirectory()) return [found(argument, true)];
    const files = filesUnder(argument);
    return files.length === 0 ? [absent(argument, 'FOLDER_EMPTY')] : files;
  }
  if (what !== 'FILE_MISSING' || !isGlob(argument)) return [absent(argument, what)];
  const files = globFiles(argument);
  return files.length === 0 ? [absent(argument, 'NO_MATCH')] : files.map((file) => found(file, true));
}

function lookAt(path: string): Stats | InputCode {
  try {
    return statSync(path);
  } catch (error) {
    return inputCodeOf(error).code;
  }
}

function found(file: string, named: boolean): CheckInputFile {
  return { kind: 'file', file, named };
}

function absent(file: string, code: InputCode): AbsentInput {
  return { kind: 'absent', file, code };
}

function filesUnder(folder: string): readonly CheckInputFile[] {
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [absent(folder, 'FOLDER_DENIED')];
  }
  return [...entries]
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => under(entry, join(folder, entry.name)));
}

/** A link to a file is that file; one to a folder is not followed, for a loop of folders ends nowhere. */
function under(entry: Dirent, path: string): readonly CheckInputFile[] {
  if (entry.isDirectory()) return filesUnder(path);
  if (entry.isFile()) return [found(path, false)];
  if (!entry.isSymbolicLink()) return [{ ...absent(path, 'NOT_A_FILE'), ignored: true }];
  const target = lookAt(path);
  if (typeof target === 'string')
    return [{ ...absent(path, target), ...(looksLikeDocument(path) ? {} : { ignored: true as const }) }];
  if (target.isDirectory()) return [{ ...absent(path, 'LINK_TO_FOLDER'), ignored: true }];
  return target.isFile() ? [found(path, false)] : [{ ...absent(path, 'NOT_A_FILE'), ignored: true }];
}
