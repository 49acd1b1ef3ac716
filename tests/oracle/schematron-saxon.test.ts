import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { cdaHeader } from '../../src/formats/schematron/cda-header.ts';
import { compileRuleSet, type CompiledRuleSet } from '../../src/formats/schematron/compile-rule-set.ts';
import { judgeDocument } from '../../src/formats/schematron/judge-document.ts';
import { listKitFiles } from '../../src/formats/schematron/kit-files.ts';
import { openKitStore } from '../../src/formats/schematron/kit-store.ts';
import { openKitLibrary } from '../../src/formats/schematron/kit-library.ts';
import { loadSchematron } from '../../src/formats/schematron/load-schematron.ts';
import { openKit } from '../../src/formats/schematron/open-kit.ts';
import { parseXml } from '../../src/formats/xml/parse-xml.ts';
import type { XmlDocument } from '../../src/formats/xml/xml-node.ts';
import { randomMutant, seededRandom } from './schematron/make-mutants.ts';
import { runSaxon, saxonMissing } from './schematron/saxon-run.ts';
import { shuffled, solveMutants } from './schematron/solve-mutants.ts';
import { schematronToXslt } from './schematron/schematron-to-xslt.ts';

const ans = process.env['SEGUR_ANS_DIR'];
const kitDirectory =
  process.env['SEGUR_CDA_KIT'] ?? (ans === undefined ? undefined : join(ans, 'TestContenuCDA-3-0'));
const missing = kitDirectory === undefined ? 'SEGUR_CDA_KIT is not set' : saxonMissing();
const wanted = Number(process.env['SEGUR_MUTANTS'] ?? 1000);
const seed = Number(process.env['SEGUR_SEED'] ?? 20260101);
/** Share of the search for mutants that break each assertion; floors of what it finds hold from 1. */
const effort = Number(process.env['SEGUR_EFFORT'] ?? 1);

/** Documents to judge in search of those mutants, and the share of reached assertions that must be seen failing. */
const aims: Readonly<Record<string, { readonly budget: number; readonly floor: number }>> = {
  'ASIP-STRUCT-MIN-StrucMin': { budget: 700, floor: 0.44 },
  'CI-SIS_ModelesDeContenusCDA': { budget: 400, floor: 0.75 },
  'CI-SIS_Modeles_ANS': { budget: 400, floor: 0.65 },
  IHE: { budget: 400, floor: 0.65 },
  terminologie: { budget: 100, floor: 0.75 },
};
const voletAim = { budget: 120, floor: 0.65 };

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
    const library = openKitLibrary(openKitStore(files, null));
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
    for (const [id, set] of compiled) {
      const fitting = withHeader
        .filter((one) => size(one) < 900_000 && one.sets.includes(id))
        .sort((a, b) => size(a) - size(b));
      const solved = solveMutants(
        set,
        fitting.map((one) => one.document),
        { random, rounds: 40, budget: Math.round((aims[id] ?? voletAim).budget * effort) },
      );
      for (const { from, text } of solved) useful.push({ name: `${from.file} for ${id}`, text, sets: [id] });
    }
    for (const one of light)
      for (let at = 0; at < 6; at += 1)
        spare.push({
          name: `${one.name} random ${at}`,
          text: randomMutant(one.document, random),
          sets: one.sets.slice(1),
        });
    let mutants = 0;
    for (const { name, text, sets } of [...useful, ...shuffled(spare, random)]) {
      if (mutants >= Math.max(wanted, useful.length)) break;
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
    const shares = new Map<string, { failing: number; reached: number }>();
    for (const [id, seen] of reached) {
      const group = id in aims ? id : 'volets';
      const sum = shares.get(group) ?? { failing: 0, reached: 0 };
      sum.failing += failing.get(id)?.size ?? 0;
      sum.reached += seen.size;
      shares.set(group, sum);
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
    if (effort < 1) return;
    const low = [...shares].filter(
      ([group, one]) => one.failing / one.reached < (aims[group] ?? voletAim).floor,
    );
    expect(low).toEqual([]);
  }, 1_200_000);
});

interface Mutant {
  readonly name: string;
  readonly text: string;
  readonly sets: readonly string[];
}

function into(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([value]));
  else known.add(value);
}
