import type { CheckedFile } from '../domain/check-result.gen.ts';
import type { CheckInputFile } from './check-inputs.ts';
import type { CheckSettings } from './check-settings.ts';
import { judgeOnThreads } from './check-threads.ts';
import { judgeInput } from './judge-input.ts';
import { makeJudge } from './make-judge.ts';

/** Judged files in the order of inputs, each as soon as it can be told; standard input never leaves this thread. */
export async function* judgeInputs(
  inputs: readonly CheckInputFile[],
  settings: CheckSettings,
  stdin: Uint8Array | undefined,
): AsyncGenerator<CheckedFile> {
  const jobs = settings.jobsFor(inputs.length);
  if (jobs > 1 && inputs.length > 1 && stdin === undefined) {
    yield* judgeOnThreads(inputs, settings.judge, jobs);
    return;
  }
  const judge = await makeJudge(settings.judge);
  for (const input of inputs) yield await judgeInput(judge, input, stdin);
}
