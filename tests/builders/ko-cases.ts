import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface VitestResults {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly status: string; readonly title: string }[];
  }[];
}

/** Runs the unit tests of every check and returns, by check id, the ko cases that it was seen to refuse. */
export async function koCases(): Promise<ReadonlyMap<string, readonly string[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'segur-ko-'));
  try {
    const output = join(folder, 'results.json');
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const child = spawn(
      process.execPath,
      [vitest, 'run', '--project', 'unit', '--reporter', 'json', '--outputFile', output, 'src/services'],
      { cwd: root, stdio: 'ignore' },
    );
    await once(child, 'close');
    const { testResults } = JSON.parse(readFileSync(output, 'utf8')) as VitestResults;
    return new Map(
      testResults.flatMap(({ name, assertionResults }) => {
        const path = /^src\/services\/([^/]+)\/checks\/([^/]+)\.test\.ts$/.exec(relative(root, name));
        if (path === null) return [];
        const killed = assertionResults
          .filter(({ status, title }) => status === 'passed' && /^ko\b/.test(title))
          .map(({ title }) => title);
        return [[`${path[1] ?? ''}/${path[2] ?? ''}`, killed] as const];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
