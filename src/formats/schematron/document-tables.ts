import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { XmlDocument } from '../xml/xml-node.ts';
import { sha256, writeWhole } from './schematron-cache.ts';

type Table = ReadonlySet<string> | null;

/** Changes whenever a table of the same name would hold something else. */
const tableFormat = 'segur-tables-1';

/** What rules draw from the value sets of a kit, so that their trees need not stay in memory. */
export interface DocumentTables {
  /** The table of a file under a name, made when neither memory nor disk has it; undefined without a document. */
  table(
    path: string,
    name: string,
    make: (document: XmlDocument) => readonly string[] | null,
  ): Table | undefined;
  /** Whether some table of the file was made, which only a well-formed file gives. */
  known(path: string): boolean;
}

/**
 * Tables by file content: on disk they are found again under the SHA-256 of the file, whatever its name. A broken
 * entry, or a directory that cannot be written, costs time only. `directory` undefined means memory alone.
 */
export function openDocumentTables(
  read: (path: string) => Uint8Array,
  parse: (path: string) => XmlDocument | undefined,
  directory: string | undefined,
): DocumentTables {
  const files = new Map<string, { readonly hash: string; readonly tables: Map<string, Table> }>();
  const byHash = new Map<string, Map<string, Table>>();
  const fileOf = (path: string): { readonly hash: string; readonly tables: Map<string, Table> } => {
    let file = files.get(path);
    if (file === undefined) {
      const hash = sha256(read(path));
      const tables = byHash.get(hash) ?? readTables(directory, hash);
      byHash.set(hash, tables);
      file = { hash, tables };
      files.set(path, file);
    }
    return file;
  };
  return {
    known: (path) => fileOf(path).tables.size > 0,
    table: (path, name, make) => {
      const { hash, tables } = fileOf(path);
      const known = tables.get(name);
      if (known !== undefined) return known;
      const document = parse(path);
      if (document === undefined) return undefined;
      const made = make(document);
      const table = made === null ? null : new Set(made);
      tables.set(name, table);
      if (directory !== undefined) writeTables(directory, hash, tables);
      return table;
    },
  };
}

function readTables(directory: string | undefined, hash: string): Map<string, Table> {
  const tables = new Map<string, Table>();
  if (directory === undefined) return tables;
  try {
    const entry: unknown = JSON.parse(readFileSync(join(directory, `${hash}.tables.json`), 'utf8'));
    if (!isEntry(entry)) return tables;
    for (const [name, rows] of Object.entries(entry.tables))
      tables.set(name, rows === null ? null : new Set(rows));
  } catch {
    // Absent or cut short: made again.
  }
  return tables;
}

interface Entry {
  readonly format: typeof tableFormat;
  readonly tables: Readonly<Record<string, readonly string[] | null>>;
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null || !('format' in value) || !('tables' in value))
    return false;
  const { format, tables } = value;
  if (format !== tableFormat || typeof tables !== 'object' || tables === null) return false;
  return Object.values(tables).every(
    (rows: unknown) => rows === null || (Array.isArray(rows) && rows.every((row) => typeof row === 'string')),
  );
}

function writeTables(directory: string, hash: string, tables: ReadonlyMap<string, Table>): void {
  const entry: Entry = {
    format: tableFormat,
    tables: Object.fromEntries(
      [...tables].map(([name, table]) => [name, table === null ? null : [...table]]),
    ),
  };
  writeWhole(directory, join(directory, `${hash}.tables.json`), JSON.stringify(entry));
}
