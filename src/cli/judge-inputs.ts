import type { Judge } from '../checking/judge-file.ts';
import type { CheckedFile } from '../domain/check-result.gen.ts';
import type { CheckInputFile } from './check-inputs.ts';
import type { CheckSettings } from './check-settings.ts';
import { judgeOnThreads } from './check-threads.ts';
import { judgeInput } from './judge-input.ts';
import { makeJudge } from './make-judge.ts';

/** Judges inputs as often as asked; what is costly to prepare is prepared once. */
export type JudgeInputs = (inputs: readonly CheckInputFile[]) => AsyncGenerator<CheckedFile>;

/**
 * Judged files in the order of inputs, each as soon as it can be told. Few files are judged by this thread, whose kit
 * stays open from one call to the next; standard input never leaves it.
 */
export function judgeInputsBy(settings: CheckSettings, stdin: Uint8Array | undefined): JudgeInputs {
  let judge: Promise<Judge> | undefined;
  return async function* (inputs) {
    const jobs = settings.jobsFor(inputs.length);
    if (jobs > 1 && inputs.length > 1 && stdin === undefined) {
      yield* judgeOnThreads(inputs, settings.judge, jobs);
      return;
    }
    const ready = await (judge ??= makeJudge(settings.judge));
    for (const input of inputs) yield await judgeInput(ready, input, stdin);
  };
}
