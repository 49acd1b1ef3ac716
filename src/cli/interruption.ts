import chalk from 'chalk';

/**
 * Turns Ctrl-C and SIGTERM into an abort, so that what was collected is sealed; a second Ctrl-C leaves at once.
 * Returns the signal and a function that gives the terminal its usual behaviour back.
 */
export function onInterruption(): { readonly signal: AbortSignal; readonly release: () => void } {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(130);
    process.stderr.write(
      `\n${chalk.yellow('Arrêt demandé : scellement de ce qui a été collecté…')} (Ctrl-C encore : abandon)\n`,
    );
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
