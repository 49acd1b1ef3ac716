import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../domain/segur-error.ts';

/** True for an argument that the shell left as a pattern. */
export function isGlob(text: string): boolean {
  return /[*?[{]/.test(text);
}

/**
 * Files that match a pattern (`*`, `**`, `?`, `[a-z]`, `{a,b}`), sorted; names that start with a dot only
 * when asked for. Throws InputError `GLOB` for what is no pattern.
 */
export function globFiles(pattern: string): readonly string[] {
  const parts = pattern.split('/');
  const fixed = parts.findIndex(isGlob);
  const base = parts.slice(0, fixed).join('/');
  const found: string[] = [];
  walk(base === '' && pattern.startsWith('/') ? '/' : base, parts.slice(fixed), found);
  return [...new Set(found)].sort();
}

function walk(folder: string, parts: readonly string[], found: string[]): void {
  const [part, ...rest] = parts;
  if (part === undefined) return;
  const inside = (name: string): string => (folder === '' ? name : join(folder, name));
  const entries = entriesOf(folder);
  if (part === '**') {
    walk(folder, rest.length === 0 ? ['*'] : rest, found);
    for (const entry of entries) {
      if (entry.isDirectory() && !entry.name.startsWith('.')) walk(inside(entry.name), parts, found);
    }
    return;
  }
  const matches = expressionOf(part);
  for (const entry of entries) {
    if (entry.name.startsWith('.') && !part.startsWith('.')) continue;
    if (!matches.test(entry.name.normalize('NFC'))) continue;
    if (rest.length > 0 && entry.isDirectory()) walk(inside(entry.name), rest, found);
    if (rest.length === 0 && entry.isFile()) found.push(inside(entry.name));
  }
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder === '' ? '.' : folder, { withFileTypes: true });
  } catch {
    // A folder that is not there matches nothing; the caller says that the pattern found no file.
    return [];
  }
}

function expressionOf(part: string): RegExp {
  let depth = 0;
  const source = [...part.normalize('NFC').matchAll(/\[!?[^\]]+\]|[\s\S]/g)].map(([token]) => {
    if (token.length > 1) return token.replace(/^\[!/, '[^').replaceAll('\\', '\\\\');
    if (token === '*') return '.*';
    if (token === '?') return '.';
    if (token === '{') {
      depth += 1;
      return '(?:';
    }
    if (token === '}' && depth > 0) {
      depth -= 1;
      return ')';
    }
    if (token === ',' && depth > 0) return '|';
    return token.replace(/[.+^$()|\\\]}[]/, '\\$&');
  });
  try {
    return new RegExp(`^${source.join('')}${')'.repeat(depth)}$`, 'su');
  } catch (cause) {
    throw new InputError('GLOB', `${part} is no pattern`, {
      cause,
      hint: 'Motifs : *, **, ?, [a-z], {a,b}. Mettez le nom d’un dossier pour tout son contenu.',
    });
  }
}
