import { parseTree } from '../xml-navigation/xml-tree.ts';
import { readSubmission } from '../xds/read-submission.ts';
import type { XdsDocumentEntry, XdsSubmission } from '../xds/xds-submission.ts';
import type { ZipReading } from '../zip/zip-archive.ts';
import { readZip } from '../zip/read-zip.ts';

/** One folder that holds a METADATA.XML. */
export interface XdmSubset {
  /** `IHE_XDM/SUBSET01`. */
  readonly folder: string;
  /** Undefined when METADATA.XML is not XML or holds no RegistryObjectList; `problem` says why. */
  readonly submission: XdsSubmission | undefined;
  readonly problem: string | undefined;
  readonly documents: readonly XdmDocument[];
}

/** An entry of the metadata beside the file that its `URI` slot names. */
export interface XdmDocument {
  readonly entry: XdsDocumentEntry;
  /** As written; empty when the slot is absent. */
  readonly uri: string;
  /** Name in the archive, undefined when no file has it. */
  readonly name: string | undefined;
  readonly bytes: Uint8Array | undefined;
}

/** An IHE XDM archive as found, faults included. */
export interface XdmArchive {
  readonly zip: ZipReading;
  /** Names of files, folders left out, in order. */
  readonly files: readonly string[];
  readonly subsets: readonly XdmSubset[];
  bytesOf(name: string): Uint8Array | undefined;
}

/** Reads an archive; never throws. Every METADATA.XML is read, wherever it stands (case aside). */
export function readXdm(bytes: Uint8Array): XdmArchive {
  const zip = readZip(bytes);
  const files = new Map(
    zip.entries.filter((entry) => !entry.folder).map((entry) => [entry.name, entry.bytes]),
  );
  const subsets = [...files]
    .filter(([name]) => /(^|\/)METADATA\.XML$/i.test(name))
    .map(([name, metadata]) => readSubset(name, metadata, files));
  return { zip, files: [...files.keys()], subsets, bytesOf: (name) => files.get(name) };
}

function readSubset(name: string, metadata: Uint8Array, files: ReadonlyMap<string, Uint8Array>): XdmSubset {
  const folder = name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : '';
  const xml = parseTree(metadata, name);
  if (xml.kind === 'problem') return { folder, submission: undefined, problem: xml.message, documents: [] };
  const submission = readSubmission(xml.root);
  return {
    folder,
    submission,
    problem: submission === undefined ? 'no RegistryObjectList' : undefined,
    documents: (submission?.entries ?? []).map((entry) => {
      const uri = entry.slots.find((slot) => slot.name === 'URI')?.values.join('') ?? '';
      const target = folder === '' ? uri : `${folder}/${uri}`;
      const bytes = files.get(target);
      return { entry, uri, name: bytes === undefined ? undefined : target, bytes };
    }),
  };
}
