import type { Judge } from '../checking/judge-file.ts';
import type { CheckedFile } from '../domain/check-result.gen.ts';
import type { KitGap } from '../formats/schematron/kit-catalogue.ts';
import type { CheckInputFile } from './check-inputs.ts';
import type { CheckSettings } from './check-settings.ts';
import { judgeOnThreads } from './check-threads.ts';
import { judgeInput, type ReadStdin } from './judge-input.ts';
import { makeJudge } from './make-judge.ts';

/** Judges inputs as often as asked; what is costly to prepare is prepared once. */
export interface JudgeInputs {
  /**
   * Judged files in the order of inputs, each as soon as it can be told. Few files are judged by this thread, whose kit
   * stays open from one call to the next; standard input never leaves it.
   */
  readonly judge: (inputs: readonly CheckInputFile[]) => AsyncGenerator<CheckedFile>;
  /** What the kit asks for and lacks, when one was given. */
  readonly gaps: () => Promise<readonly KitGap[]>;
}

/** A judge by these settings, prepared at its first use; `stdin` is what was read of standard input. */
export function judgeInputsBy(settings: CheckSettings, stdin: ReadStdin | undefined): JudgeInputs {
  let ready: Judge | undefined;
  const { kit } = settings.judge;
  return {
    judge: async function* (inputs) {
      const jobs = settings.jobsFor(inputs.length);
      if (jobs > 1 && inputs.length > 1 && stdin === undefined) {
        yield* judgeOnThreads(inputs, settings.judge, jobs);
        return;
      }
      ready ??= await makeJudge(settings.judge);
      for (const input of inputs) yield await judgeInput(ready, input, stdin);
    },
    gaps: async () => {
      if (kit === undefined) return [];
      ready ??= await makeJudge(settings.judge);
      return ready.kit?.missing() ?? [];
    },
  };
}
