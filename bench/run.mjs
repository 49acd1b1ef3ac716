// Runs every bench of this folder, one after the other; `npm run build` first.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
for (const name of readdirSync(folder)
  .filter((file) => file.endsWith('.mjs') && file !== 'run.mjs')
  .sort()) {
  console.log(`\n# ${name}`);
  spawnSync(process.execPath, [`${folder}${name}`], { stdio: 'inherit' });
}
