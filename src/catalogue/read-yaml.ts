import { readFileSync, statSync } from 'node:fs';
import { isCollection, isMap, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { InputError, type SourceLocation } from '../domain/segur-error.ts';
import { parsedAtBuild } from './parsed-at-build.ts';
import { ProblemsError } from './problem.ts';

const maxBytes = 2 * 1024 * 1024;
const maxDepth = 64;
const maxAliasCount = 100;

/** A file as read, and the way back from a member to its line. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
  readonly value: unknown;
  /** Line and column of the member a JSON pointer names, or of its nearest parent; of its key when `key` is given. */
  locate(pointer: string, key?: string): SourceLocation;
}

/**
 * Reads a YAML (or JSON) file into plain values. Throws InputError when it is missing, over 2 MiB, deeper than 64
 * or swollen by aliases; ProblemsError with every syntax error and duplicate key otherwise.
 */
export function readYaml(path: string, shownAs: string = path): SourceFile {
  const text = readText(path, shownAs);
  const value = parsedAtBuild(text);
  return value === undefined ? parseYaml(text, shownAs) : shippedYaml(text, shownAs, value);
}

/** A file whose value is known: its text is parsed only for who reads the line of a location. */
export function shippedYaml(text: string, file: string, value: unknown): SourceFile {
  let parsed: SourceFile | undefined;
  return {
    file,
    text,
    value,
    locate: (pointer, key) => {
      const place = (): SourceLocation => (parsed ??= parseYaml(text, file)).locate(pointer, key);
      return {
        file,
        get line() {
          return place().line ?? 1;
        },
        get column() {
          return place().column ?? 1;
        },
        path: shownPath(pointer, key),
      };
    },
  };
}

/** Same, from a text already in memory. */
export function parseYaml(text: string, file: string): SourceFile {
  const lines = new LineCounter();
  const document = parsed(text, file, lines);
  if (document.errors.length > 0) {
    throw new ProblemsError(
      document.errors.map((error) => ({
        code: 'YAML_SYNTAX',
        message: error.message.split('\n')[0] ?? error.code,
        at: { file, ...position(lines, error.pos[0]) },
      })),
    );
  }
  refuseDepth(document.contents, file, 0);
  return {
    file,
    text,
    value: plain(document, file),
    locate: (pointer, key) => locate({ document, lines, file }, pointer, key),
  };
}

function readText(path: string, file: string): string {
  let size: number;
  try {
    size = statSync(path).size;
  } catch (cause) {
    throw new InputError('FILE_MISSING', 'file not found or not readable', {
      cause,
      at: { file },
      hint: 'Check the path; `segur init` writes a first segur.yaml.',
    });
  }
  if (size > maxBytes) {
    throw new InputError('FILE_TOO_LARGE', `${size} bytes, the limit is ${maxBytes}`, { at: { file } });
  }
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new InputError('FILE_MISSING', 'file not readable', { cause, at: { file } });
  }
}

function parsed(text: string, file: string, lineCounter: LineCounter): Document.Parsed {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true });
  } catch (cause) {
    throw new InputError('YAML_SYNTAX', 'not a YAML document', { cause, at: { file } });
  }
}

function plain(document: Document.Parsed, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount }) as unknown;
  } catch (cause) {
    throw new InputError('YAML_ALIASES', 'aliases that cannot be resolved, or too many of them', {
      cause,
      at: { file },
      hint: `At most ${maxAliasCount} alias expansions; write the values out.`,
    });
  }
}

function refuseDepth(node: unknown, file: string, depth: number): void {
  if (depth > maxDepth) {
    throw new InputError('YAML_DEPTH', `nested deeper than ${maxDepth}`, { at: { file } });
  }
  if (!isCollection(node)) return;
  for (const item of node.items) {
    const child = isMap(node) ? (item as { value: unknown }).value : item;
    refuseDepth(child, file, depth + 1);
  }
}

interface Source {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
  readonly file: string;
}

function locate(source: Source, pointer: string, key?: string): SourceLocation {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  let node: unknown = source.document.contents;
  let offset = startOf(node);
  for (const part of key === undefined ? keys : [...keys, key]) {
    const next: unknown = isCollection(node) ? node.get(isMap(node) ? part : Number(part), true) : undefined;
    const keyStart = keyOffset(node, part);
    if (next === undefined && keyStart === undefined) break;
    node = next;
    offset = keyStart ?? startOf(node) ?? offset;
  }
  return {
    file: source.file,
    ...(offset === undefined ? {} : position(source.lines, offset)),
    path: shownPath(pointer, key),
  };
}

function shownPath(pointer: string, key: string | undefined): string {
  const path = key === undefined ? pointer : `${pointer}/${key}`;
  return path === '' ? '/' : path;
}

function keyOffset(node: unknown, key: string): number | undefined {
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  return startOf(pair?.key);
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}

function position(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}
