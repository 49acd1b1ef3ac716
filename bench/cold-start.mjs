/**
 * Time from the shell: `segur --version` beside node alone, in the same run, and the whole run in front of the demo LPS.
 * Times by the clock: on a machine that is busy otherwise, the processor time beside them is what compares.
 * Usage: npm run build && node bench/cold-start.mjs
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { holdTargets } from './parts/hold-targets.mjs';

const targets = { versionMs: 150, timesNode: 3, demoSeconds: 20, verifySeconds: 5 };
const bin = fileURLToPath(new URL('../bin/segur.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'segur-demo-'));
const run = join(folder, 'run');

try {
  const bare = fastest(() => timed(['-e', '0']));
  const version = fastest(() => timed([bin, '--version']));
  console.log(`node alone ${bare.ms.toFixed(0)} ms, segur --version ${version.ms.toFixed(0)} ms`);
  const demo = timed([bin, 'run', '--demo', '--quiet', '--out', run]);
  const verify = timed([bin, 'verify', run]);
  console.log(
    `segur run --demo ${inSeconds(demo)}, exit ${demo.status}; segur verify ${inSeconds(verify)}, exit ${verify.status}`,
  );
  if (demo.status !== 0 || verify.status !== 0) throw new Error('the demo LPS is not référençable');
  holdTargets([
    { what: 'segur --version', measured: version.ms, target: targets.versionMs, unit: ' ms' },
    {
      what: 'segur --version over node alone',
      measured: version.ms / bare.ms,
      target: targets.timesNode,
      unit: 'x',
    },
    { what: 'segur run --demo', measured: demo.ms / 1000, target: targets.demoSeconds, unit: ' s' },
    { what: 'segur verify of it', measured: verify.ms / 1000, target: targets.verifySeconds, unit: ' s' },
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The shell tells the processor time of all that it waited for: the demo LPS is a process of the command's own. */
function timed(args) {
  const start = performance.now();
  const script = '"$@" >/dev/null 2>&1; code=$?; times; exit $code';
  const { status, stdout } = spawnSync('sh', ['-c', script, 'sh', process.execPath, ...args], {
    encoding: 'utf8',
  });
  const ms = performance.now() - start;
  const children = stdout.trim().split('\n').at(-1) ?? '';
  const cpuSeconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
  return { ms, status, cpuSeconds };
}

function inSeconds({ ms, cpuSeconds }) {
  return `${(ms / 1000).toFixed(1)} s (${cpuSeconds.toFixed(1)} s of CPU)`;
}

function fastest(measure) {
  return Array.from({ length: 7 }, measure).reduce((best, one) => (one.ms < best.ms ? one : best));
}
