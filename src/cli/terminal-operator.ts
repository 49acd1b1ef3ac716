import chalk from 'chalk';
import type { Bilingual, Lang } from '../domain/bilingual.ts';
import type { Operator, OperatorAnswer } from '../domain/operator.ts';
import { lineReader } from './line-reader.ts';

const texts = {
  done: { fr: 'Entrée = fait, p = passer, q = arrêter', en: 'Enter = done, s = skip, q = stop' },
  observed: {
    fr: 'le banc attend le trafic ; p = passer, q = arrêter',
    en: 'the bench waits for the traffic; s = skip, q = stop',
  },
  yesNo: { fr: '[o/n, p = passer, q = arrêter]', en: '[y/n, s = skip, q = stop]' },
  seen: { fr: 'vu', en: 'seen' },
} satisfies Record<string, Bilingual>;

/** Talks to the operator in a plain terminal: one line asked, one line read, no cursor games. */
export function terminalOperator(
  lang: Lang,
  input: NodeJS.ReadStream = process.stdin,
  output: NodeJS.WriteStream = process.stderr,
): Operator {
  const reader = lineReader(input, output);
  // An input that ended has nobody behind it: the run stops, with what it collected.
  const ask = async (prompt: string, signal: AbortSignal): Promise<string> =>
    ((await reader.ask(prompt, signal)) ?? 'q').trim().toLowerCase();
  return {
    instruct: async (text, options) => {
      output.write(`\n${chalk.cyan('▶')} ${chalk.bold(text[lang])}\n`);
      const stop = new AbortController();
      const seen = options.observed?.then(() => {
        output.write(`  ${chalk.green('✓')} ${texts.seen[lang]}\n`);
        stop.abort();
        return { kind: 'answer', value: undefined } as const;
      });
      const keyed = untilKey(
        ask,
        `  ${chalk.dim(`(${(seen === undefined ? texts.done : texts.observed)[lang]})`)} `,
        AbortSignal.any([options.signal, stop.signal]),
        seen !== undefined,
      );
      if (seen === undefined) return keyed;
      keyed.catch(() => undefined);
      return Promise.race([seen, keyed.catch(() => seen)]);
    },
    confirm: async (text, signal) => {
      for (;;) {
        const answer = await ask(
          `\n${chalk.cyan('?')} ${chalk.bold(text[lang])} ${chalk.dim(texts.yesNo[lang])} `,
          signal,
        );
        if (['o', 'oui', 'y', 'yes'].includes(answer)) return { kind: 'answer', value: true };
        if (['n', 'non', 'no'].includes(answer)) return { kind: 'answer', value: false };
        const other = skipOrAbort(answer);
        if (other !== undefined) return other;
      }
    },
    line: async (text, signal) => {
      const line = await reader.ask(`\n${chalk.cyan('?')} ${chalk.bold(text[lang])} `, signal);
      if (line === undefined) return { kind: 'abort' };
      const answer = line.trim();
      return { kind: 'answer', value: answer === '' ? undefined : answer };
    },
  };
}

async function untilKey(
  ask: (prompt: string, signal: AbortSignal) => Promise<string>,
  prompt: string,
  signal: AbortSignal,
  observed: boolean,
): Promise<OperatorAnswer<undefined>> {
  for (;;) {
    const answer = await ask(prompt, signal);
    const other = skipOrAbort(answer);
    if (other !== undefined) return other;
    if (!observed) return { kind: 'answer', value: undefined };
  }
}

function skipOrAbort(answer: string): { readonly kind: 'skip' } | { readonly kind: 'abort' } | undefined {
  if (['p', 's', 'passer', 'skip'].includes(answer)) return { kind: 'skip' };
  if (['q', 'quit', 'quitter', 'stop'].includes(answer)) return { kind: 'abort' };
  return undefined;
}
