import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadRegistry } from '../../src/cli/registry.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = readdirSync(`${root}docs`)
  .filter((name) => name.endsWith('-assertions.md'))
  .map((name) => readFileSync(`${root}docs/${name}`, 'utf8'));

it('pages of assertions are fresh, and each assertion has a check or the reason why not', () => {
  execFileSync(process.execPath, ['tools/assertion-pages.mjs', '--check'], { cwd: root, stdio: 'pipe' });
}, 60_000);

it('every check of documents stands in a page', async () => {
  const { checks } = await loadRegistry();
  // A token is of Pro Santé Connect, whose page lists the checks of that service.
  const absent = [...checks]
    .filter(
      ([id, check]) => id.startsWith('document/') && !check.assertions.every((one) => /^PSC-/.test(one)),
    )
    .filter(([id]) => !pages.some((page) => page.includes(`\`${id}\``)))
    .map(([id]) => id);
  expect(absent).toEqual([]);
});
