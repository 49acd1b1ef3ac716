import { detachedText } from '../xml/detached-text.ts';
import type { XmlDocument } from '../xml/xml-node.ts';
import type { DiskCache } from '../disk-cache/disk-cache.ts';

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

/** Tables by file content: on disk they are found again under the SHA-256 of the file, whatever its name. */
export function openDocumentTables(
  hashOf: (path: string) => string,
  parse: (path: string) => XmlDocument | undefined,
  cache: DiskCache,
): DocumentTables {
  const files = new Map<string, { readonly hash: string; readonly tables: Map<string, Table> }>();
  const byHash = new Map<string, Map<string, Table>>();
  const fileOf = (path: string): { readonly hash: string; readonly tables: Map<string, Table> } => {
    let file = files.get(path);
    if (file === undefined) {
      const hash = hashOf(path);
      const tables = byHash.get(hash) ?? readTables(cache.read(`${hash}.tables`));
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
      // Values are windows on the source of their document, which must not live as long as the table.
      const table = made === null ? null : new Set(made.map(detachedText));
      tables.set(name, table);
      cache.write(`${hash}.tables`, entryOf(tables));
      return table;
    },
  };
}

function readTables(entry: unknown): Map<string, Table> {
  if (!isEntry(entry)) return new Map();
  return new Map(
    Object.entries(entry.tables).map(([name, rows]) => [name, rows === null ? null : new Set(rows)]),
  );
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

function entryOf(tables: ReadonlyMap<string, Table>): Entry {
  const rows = [...tables].map(([name, table]) => [name, table === null ? null : [...table]] as const);
  return { format: tableFormat, tables: Object.fromEntries(rows) };
}
