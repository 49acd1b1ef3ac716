import { InputError } from '../../domain/segur-error.ts';
import { parseXml } from '../xml/parse-xml.ts';
import type { XmlDocument } from '../xml/xml-node.ts';
import type { DocumentLibrary } from '../xpath/xpath-context.ts';
import { openDocumentTables } from './document-tables.ts';
import type { KitFiles } from './kit-files.ts';
import { rebuildVocabulary } from './rebuild-vocabulary.ts';
import type { RebuiltPart } from './rule-set-result.ts';
import type { KitStore } from './kit-store.ts';

/** The value sets and terminologies that rules of one kit read; parsed once, shared by its rule sets. */
export interface KitLibrary {
  /** As seen from a main schema, to whose directory addresses are relative (the base of the compiled rules). */
  seenFrom(main: string): SeenLibrary;
}

export interface SeenLibrary extends DocumentLibrary {
  readonly rebuilt: () => readonly RebuiltPart[];
  readonly absent: () => readonly string[];
}

/**
 * A library over the files of a kit. Addresses out of the kit, or on the network, are absent. What rules draw from
 * documents is kept as tables, also in the cache; a tree is kept only when a rule asks for
 * its nodes, for a document has one identity to whoever can compare it (XPath functions section 15.5.4).
 */
export function openKitLibrary({ files, hashes, cache }: KitStore): KitLibrary {
  const parsed = new Map<string, XmlDocument | undefined>();
  let latest: { readonly path: string; readonly document: XmlDocument | undefined } | undefined;
  /** For tables: those of one document are mostly made one after the other. */
  const peek = (path: string): XmlDocument | undefined => {
    if (parsed.has(path)) return parsed.get(path);
    if (latest?.path !== path) latest = { path, document: parseOrAbsent(files, path) };
    return latest.document;
  };
  const parse = (path: string): XmlDocument | undefined => {
    const document = peek(path);
    parsed.set(path, document);
    return document;
  };
  const tables = openDocumentTables((path) => hashes.of(path), peek, cache);
  const rebuiltDocuments = new Map<string, { document: XmlDocument; part: RebuiltPart } | undefined>();
  return {
    seenFrom: (main) => {
      const rebuilt = new Map<string, RebuiltPart>();
      const absent = new Set<string>();
      const load = (address: string): XmlDocument | undefined => {
        const path = files.resolve(main, address);
        const document = path === undefined ? undefined : parse(path);
        if (document !== undefined) return document;
        if (!rebuiltDocuments.has(address)) rebuiltDocuments.set(address, rebuildVocabulary(files, address));
        const substitute = rebuiltDocuments.get(address);
        if (substitute === undefined) absent.add(address);
        else rebuilt.set(address, substitute.part);
        return substitute?.document;
      };
      const has: SeenLibrary['has'] = (address) => {
        const path = files.resolve(main, address);
        if (path !== undefined && (tables.known(path) || peek(path) !== undefined)) return true;
        return load(address) !== undefined;
      };
      const table: SeenLibrary['table'] = (address, name, make) => {
        const path = files.resolve(main, address);
        return path === undefined ? undefined : tables.table(path, name, make);
      };
      return { load, has, table, rebuilt: () => [...rebuilt.values()], absent: () => [...absent].sort() };
    },
  };
}

/** XPath knows one answer for a document that is not there and for one that is not XML. */
function parseOrAbsent(files: KitFiles, path: string): XmlDocument | undefined {
  try {
    return parseXml(files.read(path), { file: path, dropBlankText: true });
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
