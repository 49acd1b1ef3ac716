import chalk from 'chalk';
import type { Bilingual, Lang } from '../domain/bilingual.ts';

/** What an interruption leaves to do: a run seals what it collected, a simulation only closes. */
const told: Readonly<Record<'run' | 'simulation', Bilingual>> = {
  run: {
    fr: 'Arrêt demandé : scellement de ce qui a été collecté…',
    en: 'Stop asked for: what was collected is being sealed…',
  },
  simulation: { fr: 'Arrêt demandé : fermeture du service…', en: 'Stop asked for: closing the service…' },
};
const again: Bilingual = { fr: '(Ctrl-C encore : abandon)', en: '(Ctrl-C again: leave at once)' };

/**
 * Turns Ctrl-C and SIGTERM into an abort, so that the command ends as it should; a second Ctrl-C leaves at once.
 * Returns the signal and a function that gives the terminal its usual behaviour back.
 */
export function onInterruption(
  what: 'run' | 'simulation',
  lang: Lang,
): { readonly signal: AbortSignal; readonly release: () => void } {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(130);
    process.stderr.write(`\n${chalk.yellow(told[what][lang])} ${again[lang]}\n`);
    controller.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return {
    signal: controller.signal,
    release: () => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}
