import chalk from 'chalk';
import { formatLocation, SegurError } from '../domain/segur-error.ts';
import { exitCodes } from './exit-codes.ts';

/** Tells an error on standard error (what, where, what to do next) and returns the exit code it stands for. */
export function printError(error: unknown): number {
  if (error instanceof SegurError) {
    const where = error.at === undefined ? '' : `${formatLocation(error.at)}: `;
    process.stderr.write(`${chalk.red('erreur')} ${chalk.dim(`[${error.code}]`)} ${where}${error.message}\n`);
    if (error.hint !== undefined)
      process.stderr.write(`  ${chalk.cyan('→')} ${error.hint.replaceAll('\n', '\n    ')}\n`);
    return error.exitCode;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${chalk.red('erreur interne du banc')} ${text}\n`);
  process.stderr.write(
    `  ${chalk.cyan('→')} Aucun verdict n'est rendu. Relancez ; si l'erreur persiste, ouvrez un ticket avec ce texte.\n`,
  );
  return exitCodes.bench;
}
