// Cold start of the command: `segur --version`, and the whole demo run. Targets: 150 ms and 60 MB; 20 s.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../bin/segur.js', import.meta.url));
const time = (args) => {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, [bin, ...args], { stdio: 'ignore' });
  return { ms: performance.now() - start, status };
};
const bare = Math.min(
  ...Array.from({ length: 7 }, () => {
    const start = performance.now();
    spawnSync(process.execPath, ['-e', '0'], { stdio: 'ignore' });
    return performance.now() - start;
  }),
);
const version = Math.min(...Array.from({ length: 7 }, () => time(['--version']).ms));
console.log(
  `node alone ${bare.toFixed(0)} ms, segur --version ${version.toFixed(0)} ms (${(version / bare).toFixed(2)} times)`,
);
const out = mkdtempSync(join(tmpdir(), 'segur-demo-'));
const demo = time(['run', '--demo', '--quiet', '--out', join(out, 'run')]);
rmSync(out, { recursive: true, force: true });
console.log(`segur run --demo ${(demo.ms / 1000).toFixed(1)} s, exit ${demo.status}`);
