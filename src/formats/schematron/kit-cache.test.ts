import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseXml } from '../xml/parse-xml.ts';
import { openContentHashes } from './content-hashes.ts';
import { openDiskCache, sha256 } from '../disk-cache/disk-cache.ts';
import { listKitFiles, type KitFiles } from './kit-files.ts';
import { openKit } from './open-kit.ts';
import { packSchematron, unpackSchematron } from './pack-schematron.ts';
import type { SchematronSource } from './schematron-source.ts';

const main = 'schematrons/profils/x.sch';
const rule = (test: string): string =>
  `<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern><rule context="a"><assert test="${test}"/></rule></pattern></schema>`;
const document = parseXml(
  Buffer.from(
    '<ClinicalDocument xmlns="urn:hl7-org:v3"><a xmlns=""/><component><nonXMLBody/></component></ClinicalDocument>',
  ),
);

let kit: string;
let cache: string;
beforeEach(() => {
  kit = mkdtempSync(join(tmpdir(), 'segur-kit-'));
  cache = mkdtempSync(join(tmpdir(), 'segur-cache-'));
  write(rule('@ok'));
});
afterEach(() => {
  for (const one of [kit, cache]) rmSync(one, { recursive: true, force: true });
});

function write(text: string): void {
  mkdirSync(dirname(join(kit, main)), { recursive: true });
  writeFileSync(join(kit, main), text);
}

/** Failed asserts by a kit opened anew. */
function failures(): number {
  return openKit(kit, { cache }).judge(document)[0]?.findings.length ?? -1;
}

function entries(format: string): readonly string[] {
  const files = readdirSync(cache).map((name) => join(cache, name));
  return files.filter((file) => readFileSync(file, 'utf8').includes(`"format":"${format}`));
}

describe('what is kept of a kit between runs', () => {
  it('is used as it stands while the files of the kit stay', () => {
    expect(failures()).toBe(1);
    const [file, ...more] = entries('segur-schematron');
    expect(more).toEqual([]);
    writeFileSync(file!, readFileSync(file!, 'utf8').replace('"test":"@ok"', '"test":"true()"'));
    expect(failures()).toBe(0);
  });

  it.each([
    ['cut short', (text: string) => text.slice(0, 100)],
    ['of another shape', (text: string) => text.replace(/"bodies":\[.*?\]\]/, '"bodies":[]')],
    ['without content', (text: string) => `${text.slice(0, text.indexOf(','))}}`],
    ['no object', () => '7'],
  ])('is made again when it is %s', (_, broken) => {
    failures();
    for (const file of readdirSync(cache)) {
      const text = readFileSync(join(cache, file), 'utf8');
      writeFileSync(join(cache, file), broken(text));
    }
    expect(failures()).toBe(1);
    expect(failures()).toBe(1);
  });

  it('is made again when a rule changes, whatever the times of its file', () => {
    expect(failures()).toBe(1);
    write(rule('@no'));
    utimesSync(join(kit, main), 0, 0);
    expect(failures()).toBe(1);
    write(rule('""!=@ok or 1=1'.replaceAll('"', "'")));
    utimesSync(join(kit, main), 0, 0);
    expect(failures()).toBe(0);
  });

  it('tells the volets by the rules of today', () => {
    const volet = 'schematrons/CI-SIS_A_2024.01.sch';
    const claims = (id: string): string => rule(`/*/templateId[@root='1.2.250.1.213.1.1.1.${id}']`);
    writeFileSync(join(kit, volet), claims('7'));
    const templates = (): readonly string[] =>
      openKit(kit, { cache }).ruleSets.flatMap(({ templateIds }) => templateIds);
    expect(templates()).toEqual(['1.2.250.1.213.1.1.1.7']);
    writeFileSync(join(kit, volet), claims('8'));
    expect(templates()).toEqual(['1.2.250.1.213.1.1.1.8']);
  });
});

describe('openContentHashes', () => {
  /** A file whose disk says that it has not been touched for ten seconds. */
  const aged = (counts: { reads: number }, age = 10_000): KitFiles => {
    const files = listKitFiles(kit);
    return {
      ...files,
      stamp: (path) => ({ ...files.stamp(path), changed: Math.floor(Date.now() / 1000) * 1000 - age }),
      read: (path) => {
        counts.reads += 1;
        return files.read(path);
      },
    };
  };
  const frozen = (files: KitFiles): KitFiles => {
    const stamp = files.stamp(main);
    return { ...files, stamp: () => stamp };
  };

  it('does not read again what has kept its size and times', () => {
    const counts = { reads: 0 };
    const files = frozen(aged(counts));
    const first = openContentHashes(files, openDiskCache(cache));
    expect(first.of(main)).toBe(sha256(files.read(main)));
    first.save();
    counts.reads = 0;
    expect(openContentHashes(files, openDiskCache(cache)).areCurrent({ [main]: first.of(main) })).toBe(true);
    expect(counts.reads).toBe(0);
  });

  it('reads what has another time, and what was written a moment ago', () => {
    const counts = { reads: 0 };
    const first = openContentHashes(frozen(aged(counts, 0)), openDiskCache(cache));
    const hash = first.of(main);
    first.save();
    const again = openContentHashes(aged(counts, 5000), openDiskCache(cache));
    expect(again.areCurrent({ [main]: hash })).toBe(true);
    expect(counts.reads).toBe(2);
  });

  it('says that a file which is gone is not what it was', () => {
    const hashes = openContentHashes(listKitFiles(kit), openDiskCache(undefined));
    expect(hashes.areCurrent({ 'gone.sch': 'x' })).toBe(false);
  });
});

it('a packed schema comes back whole, and repeats nothing', () => {
  const item = { k: 'assert', id: '', test: '@a', role: '', flag: '', see: '', message: ['m'] } as const;
  const source: SchematronSource = {
    file: main,
    title: 't',
    namespaces: { h: 'urn:h' },
    lets: [{ name: 'l', value: '1' }],
    patterns: [
      {
        id: 'p',
        title: '',
        lets: [],
        rules: [
          { id: 'r', context: 'a', items: [item, { k: 'let', name: 'n', value: '2' }] },
          { id: '', context: 'b', items: [item, { k: 'let', name: 'n', value: '2' }] },
          { id: '', context: 'c', items: [], selectors: [] },
        ],
      },
    ],
    missing: [],
    files: [main],
  };
  const packed = packSchematron(source);
  expect(packed.items).toHaveLength(2);
  const back = unpackSchematron(JSON.parse(JSON.stringify(packed)) as typeof packed);
  expect(back).toEqual(source);
  expect(back.patterns[0]?.rules[0]?.items).toBe(back.patterns[0]?.rules[1]?.items);
});
