import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openKit } from '../../src/formats/schematron/open-kit.ts';
import { parseXml } from '../../src/formats/xml/parse-xml.ts';
import { randomMutant, seededRandom } from './schematron/make-mutants.ts';

const ans = process.env['SEGUR_ANS_DIR'];
const kitDirectory =
  process.env['SEGUR_CDA_KIT'] ?? (ans === undefined ? undefined : join(ans, 'TestContenuCDA-3-0'));

function missing(): string | undefined {
  if (kitDirectory === undefined) return 'SEGUR_CDA_KIT is not set';
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'xmllint absent (Debian libxml2-utils)';
  }
}

const reason = missing();

describe.skipIf(reason !== undefined)(`xmllint as a second validator (${reason ?? 'present'})`, () => {
  const directory = mkdtempSync(join(tmpdir(), 'segur-xsd-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('gives the same verdict on every example and on mutants', async () => {
    const root = kitDirectory ?? '';
    const kit = openKit(root, { cache: null });
    const random = seededRandom(20260101);
    const files: string[] = [];
    const ours = new Map<string, boolean>();
    const add = async (text: string): Promise<void> => {
      const file = join(directory, `${files.length}.xml`);
      const bytes = Buffer.from(text.replace(/^(\uFEFF?<\?xml[^>]*?)encoding="[^"]*"/, '$1encoding="UTF-8"'));
      let document;
      try {
        document = parseXml(bytes, { file });
      } catch {
        // An edit that left no well-formed XML is no document to validate.
        return;
      }
      writeFileSync(file, bytes);
      files.push(file);
      ours.set(file, (await kit.validateXsd(document)).length === 0);
    };
    for (const name of readdirSync(join(root, 'ExemplesCDA'))) {
      const document = parseXml(readFileSync(join(root, 'ExemplesCDA', name)), { file: name });
      await add(document.source);
      for (let at = 0; at < 5; at += 1) await add(randomMutant(document, random));
    }
    const xsd = join(root, 'infrastructure/cda/CDA_extended.xsd');
    const { stderr } = spawnSync('xmllint', ['--nonet', '--noout', '--huge', '--schema', xsd, ...files], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    const verdicts = new Map(
      [...stderr.matchAll(/^(.*\.xml) (validates|fails to validate)$/gm)].map((m) => [
        m[1] ?? '',
        m[2] === 'validates',
      ]),
    );
    const valid = [...ours.values()].filter(Boolean).length;
    console.log(`${files.length} documents, ${valid} valid, ${files.length - valid} invalid`);
    expect(verdicts.size).toBe(files.length);
    expect(files.filter((file) => ours.get(file) !== verdicts.get(file))).toEqual([]);
    expect(valid).toBeGreaterThan(40);
    expect(files.length - valid).toBeGreaterThan(100);
  }, 300_000);
});
