import { exitCodes } from './exit-codes.ts';

/**
 * Ends the command without a word when who reads its output has left (`segur check … | head`); any other failure of
 * the output is thrown. The exit code is that of a bench that could not tell all.
 */
export function leaveWithReader(output: NodeJS.WriteStream): void {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(exitCodes.bench);
  });
}
