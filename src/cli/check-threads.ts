import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { unjudgedFile } from '../checking/checked-file.ts';
import type { CheckedFile } from '../domain/check-result.gen.ts';
import type { CheckInputFile } from './check-inputs.ts';
import type { JudgeSettings } from './make-judge.ts';

/** What a test may replace: the program of the threads, and the longest time for one file in ms. */
interface ThreadOptions {
  readonly entry: URL;
  readonly deadline: number;
}

/** A document that takes two minutes has found a defect of ours. */
const usual: ThreadOptions = {
  entry: new URL(`./check-worker${extname(import.meta.url)}`, import.meta.url),
  deadline: 120_000,
};

type Taker = () =>
  { readonly input: CheckInputFile; readonly done: (result: CheckedFile) => void } | undefined;

/**
 * Judges inputs on several threads and gives results in the order of inputs, each as soon as those before it are
 * there. A thread that dies or passes the deadline makes its file `broken` and is replaced. Closing the generator
 * stops the threads.
 */
export async function* judgeOnThreads(
  inputs: readonly CheckInputFile[],
  settings: JudgeSettings,
  jobs: number,
  options: Partial<ThreadOptions> = {},
): AsyncGenerator<CheckedFile> {
  const slots = inputs.map(slot);
  let next = 0;
  const take: Taker = () => {
    const index = next;
    const input = inputs[index];
    const waiting = slots[index];
    if (input === undefined || waiting === undefined) return undefined;
    next += 1;
    return { input, done: waiting.resolve };
  };
  const threads = Array.from(
    { length: Math.min(jobs, inputs.length) },
    () => new Thread({ settings, take, ...usual, ...options }),
  );
  try {
    for (const waiting of slots) yield await waiting.promise;
  } finally {
    await Promise.all(threads.map((thread) => thread.close()));
  }
}

interface Slot {
  readonly promise: Promise<CheckedFile>;
  readonly resolve: (result: CheckedFile) => void;
}

function slot(): Slot {
  let resolve: Slot['resolve'] = () => undefined;
  const promise = new Promise<CheckedFile>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

interface Work extends ThreadOptions {
  readonly settings: JudgeSettings;
  readonly take: Taker;
}

/** One thread and the file that it holds; replaced by another when it dies. */
class Thread {
  readonly #work: Work;
  #worker: Worker;
  #job: ReturnType<Taker>;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(work: Work) {
    this.#work = work;
    this.#worker = this.#start();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#worker.terminate();
  }

  #start(): Worker {
    const worker = new Worker(this.#work.entry, { workerData: this.#work.settings });
    worker.on('message', (result: CheckedFile) => {
      // A thread past its deadline may answer while it is being stopped.
      if (worker !== this.#worker) return;
      this.#job?.done(result);
      this.#feed();
    });
    worker.on('error', (error) => {
      if (worker === this.#worker) this.#lost(error.message);
    });
    this.#worker = worker;
    this.#feed();
    return worker;
  }

  #feed(): void {
    clearTimeout(this.#timer);
    this.#job = this.#work.take();
    if (this.#job === undefined || this.#closed) return;
    this.#timer = setTimeout(() => {
      this.#lost(`more than ${this.#work.deadline} ms`);
    }, this.#work.deadline);
    this.#worker.postMessage(this.#job.input);
  }

  #lost(reason: string): void {
    const job = this.#job;
    clearTimeout(this.#timer);
    void this.#worker.terminate();
    if (job === undefined) return;
    job.done(
      unjudgedFile(job.input.file, 'broken', {
        problem: {
          code: 'THREAD_LOST',
          says: {
            fr: `le banc n’a pas pu juger ce fichier : ${reason}`,
            en: `the bench could not judge this file: ${reason}`,
          },
        },
      }),
    );
    if (!this.#closed) this.#worker = this.#start();
  }
}
