import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { cdaHeader } from '../../src/formats/schematron/cda-header.ts';
import { compileRuleSet, type CompiledRuleSet } from '../../src/formats/schematron/compile-rule-set.ts';
import { judgeDocument } from '../../src/formats/schematron/judge-document.ts';
import { listKitFiles } from '../../src/formats/schematron/kit-files.ts';
import { openKitLibrary } from '../../src/formats/schematron/kit-library.ts';
import { loadSchematron } from '../../src/formats/schematron/load-schematron.ts';
import { openKit } from '../../src/formats/schematron/open-kit.ts';
import { parseXml } from '../../src/formats/xml/parse-xml.ts';
import type { XmlDocument } from '../../src/formats/xml/xml-node.ts';
import { directedMutants, randomMutant, seededRandom } from './schematron/make-mutants.ts';
import { runSaxon, saxonMissing } from './schematron/saxon-run.ts';
import { schematronToXslt } from './schematron/schematron-to-xslt.ts';

const ans = process.env['SEGUR_ANS_DIR'];
const kitDirectory =
  process.env['SEGUR_CDA_KIT'] ?? (ans === undefined ? undefined : join(ans, 'TestContenuCDA-3-0'));
const missing = kitDirectory === undefined ? 'SEGUR_CDA_KIT is not set' : saxonMissing();
const wanted = Number(process.env['SEGUR_MUTANTS'] ?? 1000);
const seed = Number(process.env['SEGUR_SEED'] ?? 20260101);

/** Disagreements that docs/schematron-vs-saxon.md explains, by `set pattern rule item`. */
const explained: ReadonlySet<string> = new Set<string>([]);

interface Case {
  readonly name: string;
  readonly file: string;
  readonly document: XmlDocument;
  readonly sets: readonly string[];
}

describe.skipIf(missing !== undefined)(`Saxon-HE as a second judge (${missing ?? 'present'})`, () => {
  const directory = mkdtempSync(join(tmpdir(), 'segur-saxon-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('finds the same failures and fires the same rules on examples and mutants', () => {
    const root = kitDirectory ?? '';
    const files = listKitFiles(root);
    const library = openKitLibrary(files);
    const kit = openKit(root, { cache: null });
    const examples = readdirSync(join(root, 'ExemplesCDA')).filter((name) => name.endsWith('.xml'));
    const cases: Case[] = [];
    const add = (name: string, text: string | Buffer, sets: readonly string[]): void => {
      const file = join(directory, `${String(cases.length).padStart(4, '0')}.xml`);
      const bytes =
        typeof text === 'string' ? Buffer.from(text.replace(/encoding="[^"]*"/, 'encoding="UTF-8"')) : text;
      writeFileSync(file, bytes);
      cases.push({ name, file, document: parseXml(bytes, { file: name }), sets });
    };
    for (const name of examples) {
      const bytes = readFileSync(join(root, 'ExemplesCDA', name));
      const document = parseXml(bytes, { file: name });
      add(
        name,
        bytes,
        kit.ruleSetsFor(document).map((set) => set.id),
      );
    }
    const originals = [...cases];
    const usedSets = new Set(originals.flatMap((one) => one.sets));
    const compiled = new Map<string, CompiledRuleSet>();
    for (const set of kit.ruleSets)
      if (usedSets.has(set.id))
        compiled.set(set.id, compileRuleSet(loadSchematron(files, set.file), library.seenFrom(set.file)));

    const random = seededRandom(seed);
    const withHeader = originals.filter((one) => cdaHeader(one.document) !== undefined);
    const size = (one: Case): number => one.document.source.length;
    const light = withHeader.filter((one) => size(one) < 260_000);
    const useful: Mutant[] = [];
    const spare: Mutant[] = [];
    const seenFailing = new Set<string>();
    for (const [id, set] of compiled) {
      const isVolet = set.source.file.split('/').length === 2;
      const fitting = (isVolet ? withHeader : light).filter(
        (one) => size(one) < 900_000 && one.sets.includes(id),
      );
      const targets = fitting.sort((a, b) => size(a) - size(b)).slice(0, isVolet ? 2 : 7);
      for (const one of targets) {
        for (const text of directedMutants(set, one.document, random)) {
          const mutant = { name: `${one.name} for ${id}`, text, sets: [id] };
          (breaksSomethingNew(set, mutant, seenFailing) ? useful : spare).push(mutant);
        }
      }
    }
    for (const one of light)
      for (let at = 0; at < 6; at += 1)
        spare.push({
          name: `${one.name} random ${at}`,
          text: randomMutant(one.document, random),
          sets: one.sets.slice(1),
        });
    spare.sort(() => random() - 0.5);
    let mutants = 0;
    for (const { name, text, sets } of [...useful, ...spare]) {
      if (mutants >= wanted) break;
      try {
        add(name, text, sets);
        mutants += 1;
      } catch {
        // An edit that left no well-formed XML is no document to judge.
      }
    }

    const voc = join(directory, 'voc.xml');
    const rebuilt = library
      .seenFrom('schematrons/profils/structurationMinimale/x.sch')
      .load('include/voc-1.2.250.1.213.1.1.5.471-DYNAMIC.xml');
    writeFileSync(voc, rebuilt?.source ?? '<none/>');
    const output = runSaxon({
      directory,
      sets: [...compiled].map(([id, set]) => ({
        id,
        xslt: schematronToXslt(set.source),
        systemId: pathToFileURL(join(root, set.source.file)).href,
      })),
      rebuilt: [{ suffix: 'voc-1.2.250.1.213.1.1.5.471-DYNAMIC.xml', file: voc }],
      documents: cases.map(({ file, sets }) => ({ file, sets })),
    });
    for (const [id, reason] of output.refused)
      console.log(`Saxon refuses to compile ${id}: ${reason.slice(0, 300)}`);

    const disagreements: string[] = [];
    const failing = new Map<string, Set<string>>();
    const reached = new Map<string, Set<string>>();
    let pairs = 0;
    let stopped = 0;
    let saxonTime = 0;
    let ourTime = 0;
    for (const { name, file, document, sets } of cases)
      for (const id of sets) {
        const set = compiled.get(id)!;
        const theirs = output.judgements.get(`${file}\t${id}`);
        if (theirs === undefined) continue;
        const before = performance.now();
        const ours = judgeDocument(set, document);
        ourTime += performance.now() - before;
        pairs += 1;
        if (typeof theirs === 'string') {
          // An error in a let stops the whole transformation; ours goes on and tells what it could not judge.
          stopped += 1;
          if (ours.unjudged.length === 0) disagreements.push(`${id} ${name}: Saxon stopped: ${theirs}`);
          continue;
        }
        saxonTime += theirs.microseconds / 1000;
        const lines = [
          ...ours.findings.map((one) => ['A', ...one.index, one.path].join(' ')),
          ...ours.unjudged
            .filter((one) => one.index[2] >= 0)
            .map((one) => ['E', ...one.index, one.path].join(' ')),
        ].sort();
        ours.patterns.forEach((pattern, p) =>
          pattern.rules.forEach((count, r) => {
            if (count !== (theirs.fired.get(`${p} ${r}`) ?? 0))
              disagreements.push(
                `${id} ${name}: rule ${p} ${r} fired ${count}, Saxon ${theirs.fired.get(`${p} ${r}`) ?? 0}`,
              );
            if (count > 0)
              set.source.patterns[p]?.rules[r]?.items.forEach((item, i) => {
                if (item.k !== 'let') into(reached, id, `${p} ${r} ${i}`);
              });
          }),
        );
        for (const one of ours.findings) into(failing, id, one.index.join(' '));
        const [mine, other] = [new Set(lines), new Set(theirs.lines)];
        for (const line of mine) if (!other.has(line)) disagreements.push(`${id} ${name}: only ours ${line}`);
        for (const line of other)
          if (!mine.has(line)) disagreements.push(`${id} ${name}: only Saxon's ${line}`);
      }
    for (const [id, seen] of reached) {
      const share = (failing.get(id)?.size ?? 0) / seen.size;
      console.log(
        `${id}: ${failing.get(id)?.size ?? 0} of ${seen.size} reached assertions seen failing (${Math.round(share * 100)} %)`,
      );
    }
    console.log(
      `${originals.length} examples, ${mutants} mutants of seed ${seed}, ${pairs} pairs; ` +
        `ours ${Math.round(ourTime / pairs)} ms, Saxon ${Math.round(saxonTime / pairs)} ms a pair; ` +
        `Saxon stopped on ${stopped} where ours left rules unjudged; ${disagreements.length} disagreements`,
    );
    const open = disagreements.filter((one) => ![...explained].some((known) => one.includes(known)));
    writeFileSync(join(tmpdir(), 'segur-saxon-disagreements.txt'), open.join('\n'));
    expect([...output.refused.keys()]).toEqual([]);
    expect(pairs).toBe(cases.reduce((sum, one) => sum + one.sets.length, 0));
    expect(open.slice(0, 20)).toEqual([]);
    expect(mutants).toBeGreaterThanOrEqual(wanted);
  }, 720_000);
});

interface Mutant {
  readonly name: string;
  readonly text: string;
  readonly sets: readonly string[];
}

/** Whether a mutant makes an assertion fail that none did before. */
function breaksSomethingNew(set: CompiledRuleSet, { text, sets }: Mutant, seen: Set<string>): boolean {
  let document: XmlDocument;
  try {
    document = parseXml(Buffer.from(text.replace(/encoding="[^"]*"/, 'encoding="UTF-8"')));
  } catch {
    return false;
  }
  const before = seen.size;
  for (const one of judgeDocument(set, document).findings) seen.add(`${sets.join()} ${one.index.join(' ')}`);
  return seen.size > before;
}

function into(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([value]));
  else known.add(value);
}
