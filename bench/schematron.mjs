/**
 * Documents per second of the CDA rules against Saxon-HE in one JVM with compiled stylesheets, in the same run; then
 * one document from the shell, a fresh process each time: `segur check FILE --kit KIT` with all that it does, first
 * with nothing kept on disk, then as every later run, against a JVM that compiles the stylesheets of that document and
 * runs them. Needs SEGUR_CDA_KIT (or SEGUR_ANS_DIR); runs what `npm run build` made.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openKit } from '../dist/formats/schematron/open-kit.js';
import { parseXml } from '../dist/formats/xml/parse-xml.js';

const ans = process.env.SEGUR_ANS_DIR;
const root = process.env.SEGUR_CDA_KIT ?? (ans === undefined ? undefined : join(ans, 'TestContenuCDA-3-0'));
if (root === undefined) throw new Error('set SEGUR_CDA_KIT to the directory of the kit');
const now = () => performance.now();
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0;
const ms = (value) => value.toFixed(1).padStart(8);

const directory = mkdtempSync(join(tmpdir(), 'segur-bench-'));
process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
const names = readdirSync(join(root, 'ExemplesCDA')).filter((name) => name.endsWith('.xml'));
const kit = openKit(root, { cache: join(directory, 'cache') });

const layers = new Map();
const note = (layer, time) => layers.set(layer, [...(layers.get(layer) ?? []), time]);
const perDocument = [];
for (let pass = 0; pass < 3; pass += 1)
  for (const name of names) {
    const bytes = readFileSync(join(root, 'ExemplesCDA', name));
    const start = now();
    const document = parseXml(bytes, { file: name });
    const parsed = now();
    await kit.validateXsd(document);
    const validated = now();
    for (const set of kit.ruleSetsFor(document)) {
      const before = now();
      kit.judgeBy(set, document);
      if (pass > 1) note(set.layer === 'volet' ? 'volet' : set.id, now() - before);
    }
    if (pass < 2) continue;
    note('(parse)', parsed - start);
    note('(XSD)', validated - parsed);
    perDocument.push({
      bytes: bytes.length,
      xsd: validated - parsed,
      rules: now() - validated,
      all: now() - start,
    });
  }
const mean = (list) => list.reduce((a, b) => a + b, 0) / list.length;
console.log(`warm, ${names.length} documents, mean milliseconds a document`);
for (const [layer, times] of layers)
  console.log(`  ${layer.padEnd(32)}${ms(mean(times))}  median ${ms(median(times))}`);
const ours = mean(perDocument.map((one) => one.rules));
console.log(
  `  all: ${ms(mean(perDocument.map((one) => one.all)))} = ${(1000 / mean(perDocument.map((one) => one.all))).toFixed(1)} documents a second`,
);
console.log(`  peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);

console.log('cost against size: the body of one document repeated');
const seed = readFileSync(
  join(root, 'ExemplesCDA', names.find((name) => name.startsWith('SDM-MR_2024')) ?? names[0]),
  'utf8',
);
const [from, to] = [seed.indexOf('<structuredBody'), seed.lastIndexOf('</structuredBody>')];
const open = seed.indexOf('>', from) + 1;
for (const times of [1, 2, 4, 8]) {
  const text = seed.slice(0, open) + seed.slice(open, to).repeat(times) + seed.slice(to);
  const document = parseXml(Buffer.from(text));
  const costs = [0, 1, 2].map(() => {
    const start = now();
    kit.judge(document);
    return now() - start;
  });
  const start = now();
  await kit.validateXsd(document);
  console.log(
    `  ${(text.length / 1024).toFixed(0).padStart(6)} KB  XSD ${ms(now() - start)}  rules ${ms(median(costs))}  ${(median(costs) / (text.length / 1024)).toFixed(3)} ms/KB`,
  );
}

/** Wall clock and processor time (user and system) of a command, in ms; of the processor, NaN without bash. */
const timed = (command, args, env = {}) => {
  const shell = ['-c', 'TIMEFORMAT="cpu %U %S"; time "$0" "$@"', command, ...args];
  const start = now();
  const { stdout, stderr } = spawnSync('bash', shell, {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, ...env, LC_ALL: 'C' },
  });
  const [, user, system] = /cpu ([\d.]+) ([\d.]+)/.exec(stderr ?? '') ?? [];
  return { wall: now() - start, cpu: (Number(user) + Number(system)) * 1000, stdout };
};
const sample = join(root, 'ExemplesCDA', names.find((name) => name.startsWith('SDM-MR_2024')) ?? names[0]);
const command = [join(import.meta.dirname, '../bin/segur.js'), 'check', sample, '--kit', root];
const oneOfOurs = () => timed(process.execPath, command, { XDG_CACHE_HOME: join(directory, 'home') });
const first = oneOfOurs();
const again = [0, 1, 2, 3].map(oneOfOurs).slice(1);
const wallOf = (runs) => median(runs.map((one) => one.wall));
const cpuOf = (runs) => median(runs.map((one) => one.cpu));
console.log(
  `one document from the shell: first ${ms(first.wall)} ms (processor ${ms(first.cpu)}), then ${ms(wallOf(again))} ms (processor ${ms(cpuOf(again))})`,
);

const jar = '/usr/share/java/Saxon-HE.jar';
if (!existsSync(jar)) {
  console.log(`Saxon not measured: ${jar} absent`);
  process.exit(0);
}
const { default: ts } = await import('typescript');
const { loadSchematron } = await import('../dist/formats/schematron/load-schematron.js');
const { listKitFiles } = await import('../dist/formats/schematron/kit-files.js');
const { openKitStore } = await import('../dist/formats/schematron/kit-store.js');
const { openKitLibrary } = await import('../dist/formats/schematron/kit-library.js');
const oracle = join(import.meta.dirname, '../tests/oracle/schematron');
const { outputText } = ts.transpileModule(readFileSync(join(oracle, 'schematron-to-xslt.ts'), 'utf8'), {
  compilerOptions: { target: 'ES2023', module: 'ESNext' },
});
const { schematronToXslt } = await import(`data:text/javascript,${encodeURIComponent(outputText)}`);
const files = listKitFiles(root);
const missing = 'voc-1.2.250.1.213.1.1.5.471-DYNAMIC.xml';
const voc = join(directory, 'voc.xml');
const main = kit.ruleSets.find((set) => set.id.includes('StrucMin'))?.file ?? '';
writeFileSync(
  voc,
  openKitLibrary(openKitStore(files, null)).seenFrom(main).load(`include/${missing}`)?.source ?? '<none/>',
);
const setLines = (sets) =>
  sets.map((set) => {
    const file = join(directory, `${set.id}.xsl`);
    writeFileSync(file, schematronToXslt(loadSchematron(files, set.file)));
    return ['S', set.id, file, pathToFileURL(join(root, set.file)).href].join('\t');
  });
const documents = names.map((name) => {
  const file = join(root, 'ExemplesCDA', name);
  return { file, sets: kit.ruleSetsFor(parseXml(readFileSync(file))) };
});
// The driver is compiled beforehand where that can be: a launcher of source text would compile it in every run.
const compiledDriver =
  spawnSync('javac', ['-cp', jar, '-d', directory, join(oracle, 'SaxonDriver.java')], { stdio: 'ignore' })
    .status === 0;
const driver = compiledDriver
  ? ['-cp', `${jar}:${directory}`, 'SaxonDriver']
  : ['-cp', jar, join(oracle, 'SaxonDriver.java')];
const java = (lines) => {
  const manifest = join(directory, 'manifest.tsv');
  writeFileSync(manifest, lines.join('\n'));
  return timed('java', ['-Xmx2g', '-Xss8m', ...driver, manifest]);
};
const documentLine = ({ file, sets }) => ['D', file, sets.map((set) => set.id).join(',')].join('\t');
const used = [...new Set(documents.flatMap((one) => one.sets))];
const passes = [...documents, ...documents].map(documentLine);
const warm = java([...setLines(used), `R\t${missing}\t${voc}`, ...passes]);
const times = [...warm.stdout.matchAll(/^BEGIN\t(.*)\t(.*)\t(\d+)$/gm)].map((m) => ({
  set: m[2],
  time: Number(m[3]) / 1000,
}));
const lastPass = times.slice(times.length / 2);
const theirs = lastPass.reduce((sum, one) => sum + one.time, 0) / documents.length;
const sampled = documents.find((one) => one.file === sample);
// One of ours, one of theirs: what else the machine does weighs on both.
const pairs = [0, 1, 2].map(() => ({
  ours: oneOfOurs(),
  theirs: java([...setLines(sampled.sets), `R\t${missing}\t${voc}`, documentLine(sampled)]),
}));
const [cold, coldTheirs] = [pairs.map((one) => one.ours), pairs.map((one) => one.theirs)];
console.log(`Saxon-HE, one JVM, compiled stylesheets: rules ${ms(theirs)} ms a document`);
console.log(
  `one document from the shell: ours ${ms(wallOf(cold))} ms, Saxon ${ms(wallOf(coldTheirs))} ms; processor ${ms(cpuOf(cold))} and ${ms(cpuOf(coldTheirs))} ms`,
);
console.log(
  `ours is ${(theirs / ours).toFixed(1)} times as fast warm, ${(wallOf(coldTheirs) / wallOf(cold)).toFixed(1)} times from the shell (${(cpuOf(coldTheirs) / cpuOf(cold)).toFixed(1)} in processor time)`,
);
process.exit(0);
