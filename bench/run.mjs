/**
 * Runs every bench of this folder, one after the other, then tells all targets again, those missed first; exit code 1 when
 * one is missed or a bench breaks. Usage: npm run build && node bench/run.mjs [name...]
 */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { toldTarget } from './parts/hold-targets.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const wanted = process.argv.slice(2);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.mjs') && file !== 'run.mjs')
  .map((file) => file.slice(0, -'.mjs'.length))
  .filter((name) => wanted.length === 0 || wanted.includes(name))
  .sort();

const load = loadavg()[0];
const cores = availableParallelism();
if (load > cores / 2) {
  console.log(
    `load ${load.toFixed(1)} on ${cores} cores: what is measured by the clock may miss its target for that alone`,
  );
}
const told = [];
const broken = [];
for (const name of names) {
  console.log(`\n# ${name}`);
  const child = spawn(process.execPath, [`${folder}${name}.mjs`], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = new Promise((resolve) => child.once('close', resolve));
  let targets = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    console.log(line);
    const way = toldTarget(line);
    if (way === undefined) continue;
    targets += 1;
    told.push({ way, line: `${line}  [${name}]` });
  }
  const code = await closed;
  // A bench that misses a target ends with 1; one that tells none and fails is broken.
  if (code !== 0 && !(code === 1 && targets > 0)) broken.push(`${name} ended with ${code}`);
}

const missed = told.filter(({ way }) => way === 'miss');
console.log(`\n# targets: ${told.length - missed.length} hit, ${missed.length} missed`);
for (const { line } of [...missed, ...told.filter(({ way }) => way === 'hit')]) console.log(line);
for (const line of broken) console.log(`BROKEN ${line}`);
if (missed.length + broken.length > 0) process.exitCode = 1;
