import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseXml } from '../xml/parse-xml.ts';
import { openDiskCache, sha256 } from '../disk-cache/disk-cache.ts';
import { openDocumentTables, type DocumentTables } from './document-tables.ts';

let directory: string;
let parses: number;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'segur-tables-'));
  parses = 0;
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function open(text: string, cache: string | undefined = directory): DocumentTables {
  const bytes = Buffer.from(text);
  const parse = (path: string): ReturnType<typeof parseXml> => {
    parses += 1;
    return parseXml(bytes, { file: path });
  };
  return openDocumentTables(() => sha256(bytes), parse, openDiskCache(cache));
}

const names = (tables: DocumentTables): ReadonlySet<string> | null | undefined =>
  tables.table('a.xml', 'names', (document) => document.elements.map((one) => one.name));

describe('openDocumentTables', () => {
  it('finds a table again by the content of the file, without its tree', () => {
    expect(names(open('<a><b/></a>'))).toEqual(new Set(['a', 'b']));
    const again = open('<a><b/></a>');
    expect(again.known('a.xml')).toBe(true);
    expect(names(again)).toEqual(new Set(['a', 'b']));
    expect(parses).toBe(1);
  });

  it('makes it anew when the file has changed, or its entry is broken', () => {
    names(open('<a><b/></a>'));
    expect(names(open('<a><c/></a>'))).toEqual(new Set(['a', 'c']));
    for (const file of readdirSync(directory)) writeFileSync(join(directory, file), '{"format":"segur-tab');
    expect(names(open('<a><b/></a>'))).toEqual(new Set(['a', 'b']));
    expect(parses).toBe(3);
  });

  it('keeps that there is no table, and works without a disk', () => {
    const occupied = join(directory, 'file');
    writeFileSync(occupied, '');
    const tables = open('<a/>', join(occupied, 'cache'));
    expect(tables.table('a.xml', 'no', () => null)).toBeNull();
    expect(tables.table('a.xml', 'no', () => ['x'])).toBeNull();
    expect(parses).toBe(1);
  });
});
