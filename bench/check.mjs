/**
 * Documents per second and memory of `segur check` with every check of the product: on one thread, in processor time,
 * then on every core, by the clock; and the time to the first verdict of the command over the same folder. Without a folder, and without SEGUR_ANS_DIR, generated documents.
 * Usage: npm run build && node bench/check.mjs [folder]
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { holdTargets } from './parts/hold-targets.mjs';

const limits = { perSecond: 100, perSecondOneThread: 50, firstVerdictMs: 1000, memoryMiB: 512 };
const root = fileURLToPath(new URL('..', import.meta.url));
const official = process.env.SEGUR_ANS_DIR;
const given = process.argv[2] ?? (official && join(official, 'TestContenuCDA-3-0', 'ExemplesCDA'));
const scratch = given === undefined ? mkdtempSync(join(tmpdir(), 'segur-bench-')) : undefined;
const folder = given ?? generated(scratch);

try {
  const documents = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ file: name, bytes: readFileSync(join(folder, name)), named: true }));
  const rounds = await throughput(documents);
  const perSecond = rounds.sort((a, b) => a - b)[Math.floor(rounds.length / 2)];
  const memoryMiB = process.resourceUsage().maxRSS / 1024;
  const everyCore = await onEveryCore();
  await firstVerdict();
  const firstVerdictMs = await firstVerdict();
  const size = documents.reduce((sum, { bytes }) => sum + bytes.length, 0);
  console.log(`${documents.length} documents, ${(size / 1024 / 1024).toFixed(1)} MiB`);
  holdTargets([
    {
      what: 'documents a second, one thread, CPU',
      measured: perSecond,
      target: limits.perSecondOneThread,
      atLeast: true,
    },
    {
      what: `documents a second, ${availableParallelism()} threads, by the clock`,
      measured: everyCore,
      target: limits.perSecond,
      atLeast: true,
    },
    { what: 'peak memory', measured: memoryMiB, target: limits.memoryMiB, unit: ' MiB' },
    {
      what: 'first verdict of the command',
      measured: firstVerdictMs,
      target: limits.firstVerdictMs,
      unit: ' ms',
    },
  ]);
} finally {
  if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
}

function load(path) {
  return import(new URL(`../dist/${path}`, import.meta.url).href);
}

async function settings() {
  const [{ loadRulePacks }, { packInForce }] = await Promise.all(
    ['cli/load-rule-packs.js', 'checking/rule-pack.js'].map(load),
  );
  const packs = loadRulePacks(join(root, 'scenarios', 'packs'), join(root, 'schemas'));
  return { pack: packInForce(packs, '2026-06-11') };
}

/** By the clock, once every thread is warm: the first of five passes over the folder is left out. */
async function onEveryCore() {
  const { judgeOnThreads } = await load('cli/check-threads.js');
  const once = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ kind: 'file', file: join(folder, name), named: true }));
  const inputs = Array.from({ length: 5 }, () => once).flat();
  let seen = 0;
  let start = 0;
  for await (const _ of judgeOnThreads(inputs, await settings(), availableParallelism())) {
    seen += 1;
    if (seen === once.length) start = performance.now();
  }
  return (inputs.length - once.length) / ((performance.now() - start) / 1000);
}

async function throughput(documents) {
  const load = (path) => import(new URL(`../dist/${path}`, import.meta.url).href);
  const [{ makeJudge }, { judgeFile }, { loadRulePacks }, { packInForce }] = await Promise.all(
    ['cli/make-judge.js', 'checking/judge-file.js', 'cli/load-rule-packs.js', 'checking/rule-pack.js'].map(
      load,
    ),
  );
  const packs = loadRulePacks(join(root, 'scenarios', 'packs'), join(root, 'schemas'));
  const judge = await makeJudge({ pack: packInForce(packs, '2026-06-11') });
  const rounds = [];
  for (let round = 0; round < 6; round += 1) {
    const start = process.cpuUsage();
    for (const document of documents) {
      const { outcome, problem } = await judgeFile(judge, document);
      if (outcome === 'broken') throw new Error(`${document.file}: ${problem.says.en}`);
    }
    const { user, system } = process.cpuUsage(start);
    // Processor time: what other programs take of a shared machine is not ours. The first round warms up.
    if (round > 0) rounds.push(documents.length / ((user + system) / 1e6));
  }
  return rounds;
}

function firstVerdict() {
  const start = performance.now();
  const child = spawn(process.execPath, [join(root, 'bin/segur.js'), 'check', folder], {
    env: { ...process.env, SEGUR_CDA_KIT: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let first;
    child.stdout.on('data', () => (first ??= performance.now() - start));
    child.once('error', reject);
    child.once('close', () => (first === undefined ? reject(new Error('no verdict')) : resolve(first)));
  });
}

/** Sixty documents of about 100 KiB each. */
function generated(parent) {
  const inside = join(parent, 'documents');
  mkdirSync(inside);
  const section = (index) =>
    `<component><section><code code="46240-8" codeSystem="2.16.840.1.113883.6.1"/><title>Section ${index}</title><text><table><tbody>${'<tr><td>valeur</td><td>12</td></tr>'.repeat(40)}</tbody></table></text></section></component>`;
  for (let index = 0; index < 60; index += 1) {
    const body = Array.from({ length: 60 }, (_, rank) => section(rank)).join('\n');
    writeFileSync(
      join(inside, `document-${String(index).padStart(2, '0')}.xml`),
      `<?xml version="1.0" encoding="UTF-8"?>\n<ClinicalDocument xmlns="urn:hl7-org:v3"><realmCode code="FR"/><id root="2.25.${index + 1}"/><title>Essai ${index}</title><component><structuredBody>${body}</structuredBody></component></ClinicalDocument>\n`,
    );
  }
  return inside;
}
