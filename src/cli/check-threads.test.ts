import { describe, expect, it } from 'vitest';
import type { CheckedFile } from '../domain/check-result.gen.ts';
import type { CheckInputFile } from './check-inputs.ts';
import { judgeOnThreads } from './check-threads.ts';
import type { JudgeSettings } from './make-judge.ts';

const settings: JudgeSettings = {
  pack: {
    id: 'p',
    title: { fr: 'p', en: 'p' },
    from: '2020-01-01',
    kit: 'K',
    checks: ['document/*'],
    changes: [],
  },
};

/** A thread that answers, dies or stays silent as the name of the file asks. */
const entry = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ file }) => {
      if (file.startsWith('dies')) throw new Error('on purpose');
      if (file.startsWith('hangs')) return;
      setTimeout(() => parentPort.postMessage({ file, outcome: 'pass' }), file.startsWith('slow') ? 60 : 0);
    });`)}`,
);

async function outcomes(names: readonly string[], jobs: number): Promise<readonly string[]> {
  const inputs = names.map((file): CheckInputFile => ({ kind: 'file', file, named: true }));
  const seen: CheckedFile[] = [];
  for await (const file of judgeOnThreads(inputs, settings, jobs, { entry, deadline: 5_000 }))
    seen.push(file);
  return seen.map(({ file, outcome }) => `${file} ${outcome}`);
}

describe('judgeOnThreads', () => {
  it('gives results in the order of inputs, whoever is ready first', async () => {
    expect(await outcomes(['slow-1', 'b', 'slow-2', 'd', 'e'], 3)).toEqual([
      'slow-1 pass',
      'b pass',
      'slow-2 pass',
      'd pass',
      'e pass',
    ]);
  });

  it('tells the file of a thread that dies and goes on with another', async () => {
    expect(await outcomes(['a', 'dies', 'c', 'd'], 1)).toEqual(['a pass', 'dies broken', 'c pass', 'd pass']);
  });

  it('does not wait for ever', async () => {
    expect(await outcomes(['hangs', 'b'], 1)).toEqual(['hangs broken', 'b pass']);
  });
});
