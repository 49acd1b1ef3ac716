import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cdaHeader } from '../../src/formats/schematron/cda-header.ts';
import { compareJudges, type Comparison } from './schematron/compare-judges.ts';
import { shareLine, sharesOf, unfailableItems, type FailingShare } from './schematron/failing-shares.ts';
import { openKitCases, writtenCase, type Case, type OpenKit } from './schematron/kit-cases.ts';
import { randomMutant, seededRandom } from './schematron/make-mutants.ts';
import { runSaxon, saxonMissing, type SaxonOutput } from './schematron/saxon-run.ts';
import { schematronToXslt } from './schematron/schematron-to-xslt.ts';
import { solveMutants, type Solution } from './schematron/solve-mutants.ts';

const ans = process.env['SEGUR_ANS_DIR'];
const kitDirectory =
  process.env['SEGUR_CDA_KIT'] ?? (ans === undefined ? undefined : join(ans, 'TestContenuCDA-3-0'));
const missing = kitDirectory === undefined ? 'SEGUR_CDA_KIT is not set' : saxonMissing();
/** Random mutants of each example that is not large. */
const randomPerExample = Number(process.env['SEGUR_MUTANTS'] ?? 6);
const seed = Number(process.env['SEGUR_SEED'] ?? 20260101);
/** Part of the name of the rule sets to compare: all when empty. */
const only = process.env['SEGUR_RULE_SET'] ?? '';

/** Characters of an example that is not mutated at random: Saxon takes its time over large ones. */
const large = 260_000;

/**
 * Shares of the assertions that examples reach to be seen failing: of all, in each profile and in the volets together (in
 * some volets a third can never fail), and in each rule set of those not proved never to fail.
 */
const floors = { raw: 0.8, provable: 0.99 };

const volets = 'volets';

/** Rule sets of every document; the others, the volets, are each of one kind of document. */
const profiles: ReadonlySet<string> = new Set([
  'ASIP-STRUCT-MIN-StrucMin',
  'CI-SIS_ModelesDeContenusCDA',
  'CI-SIS_Modeles_ANS',
  'IHE',
  'terminologie',
]);

/** Disagreements that docs/schematron-vs-saxon.md explains, by `set pattern rule item`. */
const explained: ReadonlySet<string> = new Set<string>([]);

describe.skipIf(missing !== undefined)(`Saxon-HE as a second judge (${missing ?? 'present'})`, () => {
  const directory = mkdtempSync(join(tmpdir(), 'segur-saxon-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  let cases: readonly Case[] = [];
  let mutants = 0;
  let output: SaxonOutput = { judgements: new Map(), refused: new Map() };
  let compared: Comparison | undefined;
  let shares: readonly FailingShare[] = [];

  beforeAll(() => {
    const kit = openKitCases(kitDirectory ?? '', only);
    const solutions = new Map([...kit.ruleSets.keys()].map((id) => [id, solutionFor(kit, id)]));
    const broken = [...solutions].flatMap(([id, { mutants: solved }]) =>
      solved.map(({ from, text }) => writtenCase(directory, { name: `${from} for ${id}`, text, sets: [id] })),
    );
    const made = [...broken, ...randomCases(kit, directory)].filter((one) => one !== undefined);
    mutants = made.length;
    cases = [...kit.examples, ...made];
    output = judgedBySaxon(kit, cases, directory);
    compared = compareJudges(cases, kit.ruleSets, output);
    const { failing } = compared;
    shares = [...solutions].map(([ruleSet, { reached, unfailable }]) => ({
      ruleSet,
      reached,
      unfailable,
      failing: failing.get(ruleSet) ?? new Set(),
    }));
    for (const group of groups(shares)) console.log(shareLine(...group));
    console.log(
      `${kit.examples.length} examples, ${mutants} mutants, ${compared.pairs} pairs; ` +
        `ours ${(compared.ourTime / compared.pairs).toFixed(1)} ms, ` +
        `Saxon ${(compared.saxonTime / compared.pairs).toFixed(1)} ms a pair; ` +
        `Saxon stopped on ${compared.stopped} where ours left rules unjudged, ` +
        `and shows ${compared.otherErrors} errors that the order of operands hides from ours; ` +
        `${compared.disagreements.length} disagreements`,
    );
  }, 1_200_000);

  it('compiles every rule set and judges every pair', () => {
    expect([...output.refused]).toEqual([]);
    expect(compared?.pairs).toBe(cases.reduce((sum, one) => sum + one.sets.length, 0));
    if (only === '') expect(mutants).toBeGreaterThanOrEqual(1000);
  });

  it('finds the same failures and fires the same rules as ours, or the difference is explained', () => {
    const open = (compared?.disagreements ?? []).filter(
      (one) => ![...explained].some((known) => one.includes(known)),
    );
    writeFileSync(join(tmpdir(), 'segur-saxon-disagreements.txt'), open.join('\n'));
    expect(open.slice(0, 20)).toEqual([]);
  });

  it('sees the assertions fail whose context some example reaches', () => {
    const low = groups(shares)
      .map(([name, sets]) => ({ name, ...sharesOf(sets) }))
      .filter(
        ({ name, raw, provable }) =>
          provable < floors.provable || ((profiles.has(name) || name === volets) && raw < floors.raw),
      );
    expect(low).toEqual([]);
  });

  it('sees none fail that is proved never to', () => {
    const refuted = shares.flatMap(({ ruleSet, unfailable, failing }) =>
      [...unfailable.keys()].filter((key) => failing.has(key)).map((key) => `${ruleSet} ${key}`),
    );
    expect(refuted).toEqual([]);
  });

  it.skipIf(only !== '')('lists those in the documentation', () => {
    const documented = readFileSync(join(import.meta.dirname, '../../docs/schematron-vs-saxon.md'), 'utf8')
      .split('\n')
      .filter((line) => /^- \S+, \d+ (?:always-true|implied-by-context|taken-by-earlier-rule): /.test(line));
    expect(documented).toEqual(unfailableItems(shares));
  });
});

function solutionFor(kit: OpenKit, id: string): Solution {
  const set = kit.ruleSets.get(id);
  if (set === undefined) throw new Error(`no rule set ${id}`);
  const documents = kit.examples.filter((one) => one.sets.includes(id)).map((one) => one.document);
  const bySize = documents.sort((a, b) => a.source.length - b.source.length);
  return solveMutants(set.compiled, set.library, bySize);
}

function randomCases({ examples }: OpenKit, directory: string): readonly (Case | undefined)[] {
  const random = seededRandom(seed);
  return examples
    .filter(({ document }) => cdaHeader(document) !== undefined && document.source.length < large)
    .flatMap(({ name, document, sets }) =>
      Array.from({ length: randomPerExample }, (_, at) =>
        writtenCase(directory, { name: `${name} random ${at}`, text: randomMutant(document, random), sets }),
      ),
    );
}

function judgedBySaxon(kit: OpenKit, cases: readonly Case[], directory: string): SaxonOutput {
  const file = join(directory, 'vocabulary.xml');
  writeFileSync(file, kit.rebuilt);
  return runSaxon({
    directory,
    sets: [...kit.ruleSets].map(([id, { compiled }]) => ({
      id,
      xslt: schematronToXslt(compiled.source),
      systemId: pathToFileURL(join(kit.root, compiled.source.file)).href,
    })),
    rebuilt: [{ suffix: 'voc-1.2.250.1.213.1.1.5.471-DYNAMIC.xml', file }],
    documents: cases.map((one) => ({ file: one.file, sets: one.sets })),
  });
}

/** Each rule set, and all volets together. */
function groups(shares: readonly FailingShare[]): readonly (readonly [string, readonly FailingShare[]])[] {
  const others = shares.filter(({ ruleSet }) => !profiles.has(ruleSet));
  return [
    ...shares.map((one) => [one.ruleSet, [one]] as const),
    ...(others.length > 0 ? [[volets, others] as const] : []),
  ];
}
