import { parentPort, workerData } from 'node:worker_threads';
import type { CheckInputFile } from './check-inputs.ts';
import { judgeInput } from './judge-input.ts';
import { makeJudge, type JudgeSettings } from './make-judge.ts';

// Entry of a thread of `segur check`: one message in, the input; one message out, the judged file.
const port = parentPort;
if (port === null) throw new Error('check-worker runs as a thread only');
// Given by check-threads alone, which types it.
const judge = makeJudge(workerData as JudgeSettings);
port.on('message', (input: CheckInputFile) => {
  judge.then(
    async (ready) => {
      port.postMessage(await judgeInput(ready, input));
    },
    (error: unknown) => {
      throw error;
    },
  );
});
