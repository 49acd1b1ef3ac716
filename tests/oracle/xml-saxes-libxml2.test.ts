import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/domain/segur-error.ts';
import { parseXml } from '../../src/formats/xml/parse-xml.ts';
import type { MalformedReason } from '../../src/formats/xml/malformed-xml.ts';
import type { XmlDocument } from '../../src/formats/xml/xml-node.ts';
import { buildCda } from '../builders/build-cda.ts';
import { acceptedXml, refusedXml } from '../builders/xml-cases.ts';
import { seededRandom } from './schematron/make-mutants.ts';
import { libxml2Refusal } from './xml/libxml2-verdict.ts';
import { mutatedText } from './xml/mutate-text.ts';
import { brokenPromises, plainTree } from './xml/plain-tree.ts';
import { saxesTree } from './xml/saxes-tree.ts';

const ans = process.env['SEGUR_ANS_DIR'];
const kit = process.env['SEGUR_CDA_KIT'] ?? (ans === undefined ? undefined : join(ans, 'TestContenuCDA-3-0'));
const seed = Number(process.env['SEGUR_SEED'] ?? 20260101);
const mutants = Number(process.env['SEGUR_MUTANTS'] ?? 6000);
/** Mutants of the kit are made of documents that three parsers read fast enough to judge thousands. */
const shortEnough = 130_000;

type Ours = { readonly document: XmlDocument } | { readonly refused: InputError };

function ours(text: string | Uint8Array): Ours {
  try {
    return { document: parseXml(typeof text === 'string' ? Buffer.from(text) : text) };
  } catch (error) {
    if (error instanceof InputError) return { refused: error };
    throw error;
  }
}

interface Difference {
  readonly who: 'saxes' | 'libxml2';
  /** The clause that we keep. */
  readonly why: string;
  /** Our reason to refuse; undefined when we accept. */
  readonly reason: MalformedReason | undefined;
  /** In the text, or in what libxml2 says. */
  readonly sign: RegExp;
}

/** Differences that are known and decided. */
const decided: readonly Difference[] = [
  { who: 'saxes', why: 'XML 1.0 2.8: 1.1 is read as 1.0', reason: 'character', sign: /^<\?xml\s+version\s*=\s*["']1\.1/ },
  { who: 'saxes', why: 'XML 1.0 2.8: 1.1 is read as 1.0', reason: 'reference-to-nothing', sign: /^<\?xml\s+version\s*=\s*["']1\.1/ },
  { who: 'saxes', why: 'XML 1.0 [16]: white space follows a target', reason: 'instruction-target', sign: /<\?[^\s?>]+\?[^>]/ },
  { who: 'saxes', why: 'Namespaces [4]: a local part starts as a name', reason: 'qualified-name', sign: /:[-.\d·\u0301]/ },
  { who: 'saxes', why: 'XML 1.0 3.3.3: values are not trimmed', reason: undefined, sign: /xmlns[^=<>]*=\s*(?:"\s|'\s|"[^"<]*\s"|'[^'<]*\s')/ },
  { who: 'libxml2', why: 'XML 1.0 [26]: a digit follows the point', reason: 'declaration', sign: /^<\?xml\s+version\s*=\s*["']1\.["']/ },
  { who: 'libxml2', why: 'Namespaces 2.2: a string like any other', reason: undefined, sign: /is not a valid URI/ },
]; // prettier-ignore

function isDecided(who: Difference['who'], mine: Ours, shown: string): boolean {
  const reason = 'refused' in mine ? mine.refused.details['reason'] : undefined;
  return decided.some((one) => one.who === who && one.reason === reason && one.sign.test(shown));
}

/** What a parser says against ours and nobody decided; undefined when they agree. */
function disagreement(text: string): string | undefined {
  const mine = ours(text);
  // A DOCTYPE, an unknown encoding and the limits are refused whatever others do.
  if ('refused' in mine && mine.refused.code !== 'xml-malformed') return undefined;
  const accepted = 'document' in mine;
  const tree = saxesTree(text);
  const refusal = libxml2Refusal(text);
  const saxesDiffers = accepted !== (tree !== undefined);
  if (saxesDiffers && !isDecided('saxes', mine, text)) return told(text, mine, 'saxes thinks otherwise');
  if (accepted !== (refusal === undefined) && !isDecided('libxml2', mine, refusal ?? text))
    return told(text, mine, `libxml2: ${refusal ?? 'accepted'}`);
  if (!accepted) return undefined;
  const broken = brokenPromises(mine.document);
  if (broken.length > 0) return told(text, mine, broken.join(', '));
  const same = saxesDiffers || JSON.stringify(tree) === JSON.stringify(plainTree(mine.document));
  return same || isDecided('saxes', mine, text) ? undefined : told(text, mine, 'saxes has another tree');
}

function told(text: string, mine: Ours, what: string): string {
  const at = 'refused' in mine ? mine.refused.at : undefined;
  const said = 'refused' in mine ? `${mine.refused.message} ${at?.line}:${at?.column}` : 'accepted';
  return `${said}; ${what}: ${JSON.stringify(excerpt(text, mine))}`;
}

function excerpt(text: string, mine: Ours): string {
  if (text.length < 600) return text;
  const line = 'refused' in mine ? (mine.refused.at?.line ?? 1) : 1;
  return text
    .split('\n')
    .slice(Math.max(0, line - 2), line + 1)
    .join('\n')
    .slice(0, 600);
}

const rich = `<?xml version="1.0"?>
<!-- before --><?style sheet?>
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" classCode='DOCCLIN'>
  <title xml:lang="fr">R&#233;sum&eacute;</title>
  <text><![CDATA[<b>&</b> ]] >]]> a &lt; b &amp;&amp; c &gt; d ]] > <br/>\r\n\tœuvre</text>
  <value xsi:type="PQ" value = "1.5"\n unit="&quot;mm&quot;"/><p:x xmlns:p="urn:p" p:y=""><p:z/></p:x><é·1 à="\t"/>
  <!-- in - side --><?pi?><?pi a ?b ??>
</ClinicalDocument>
<?after?>`.replace('&eacute;', 'é');

describe('our XML parser beside saxes and libxml2', () => {
  it.each(acceptedXml)('all accept $xml', ({ xml, but }) => {
    expect(ours(xml)).toHaveProperty('document');
    expect(saxesTree(xml) === undefined).toBe(but?.saxes !== undefined);
    expect(libxml2Refusal(xml) === undefined).toBe(but?.libxml2 === undefined);
  });

  it.each(refusedXml)('all refuse $xml', ({ xml, but }) => {
    expect(ours(xml)).toHaveProperty('refused');
    expect(saxesTree(xml) !== undefined).toBe(but?.saxes !== undefined);
    expect(libxml2Refusal(xml) === undefined).toBe(but?.libxml2 !== undefined);
  });

  it('agrees with xmllint on the same cases', () => {
    const directory = mkdtempSync(join(tmpdir(), 'segur-xml-'));
    try {
      const cases = [
        ...acceptedXml.map((one) => ({ ...one, wanted: true })),
        ...refusedXml.map((one) => ({ ...one, wanted: false })),
      ];
      const wrong = cases.filter(({ xml, wanted, but }) => {
        const file = join(directory, 'case.xml');
        writeFileSync(file, xml);
        const { status, stderr, error } = spawnSync('xmllint', ['--noout', '--nonet', '--huge', file], {
          encoding: 'utf8',
        });
        if (error !== undefined) throw error;
        // xmllint tells breaches of namespaces and goes on.
        const accepts = status === 0 && !/namespace error/i.test(stderr);
        return accepts !== (but?.xmllint === undefined ? wanted : !wanted);
      });
      expect(wrong.map(({ xml }) => xml)).toEqual([]);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });

  const documents = [rich, buildCda(), buildCda({ level: 3 })].map((text) =>
    text.replace(/\s+encoding="[^"]*"/, ''),
  );

  it('agrees on mutants of small documents', () => {
    const random = seededRandom(seed);
    const found: string[] = [];
    for (let count = 0; count < mutants; count += 1) {
      const source = documents[count % documents.length] ?? rich;
      const wrong = disagreement(mutatedText(source, random));
      if (wrong !== undefined) found.push(wrong);
    }
    expect(found.slice(0, 20)).toEqual([]);
  });

  it.skipIf(kit === undefined || !existsSync(kit))(
    'agrees on the examples of the kit and on their mutants',
    () => {
      const folder = join(kit ?? '', 'ExemplesCDA');
      const random = seededRandom(seed);
      const found: string[] = [];
      const sources: string[] = [];
      for (const name of readdirSync(folder)) {
        const read = ours(readFileSync(join(folder, name)));
        if ('refused' in read) throw read.refused;
        const text = read.document.source.replace(/^(<\?xml[^>]*?)\s+encoding\s*=\s*["'][^"']*["']/, '$1');
        const wrong = disagreement(text);
        if (wrong !== undefined) found.push(`${name}: ${wrong}`);
        if (text.length < shortEnough) sources.push(text);
      }
      for (let count = 0; count < mutants / 4; count += 1) {
        const wrong = disagreement(mutatedText(sources[count % sources.length] ?? '', random));
        if (wrong !== undefined) found.push(wrong);
      }
      expect(sources.length).toBeGreaterThan(10);
      expect(found.slice(0, 20)).toEqual([]);
    },
  );
});
