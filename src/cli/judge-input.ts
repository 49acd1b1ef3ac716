import { unjudgedFile } from '../checking/checked-file.ts';
import { judgeFile, looksLikeDocument, type Judge } from '../checking/judge-file.ts';
import type { CheckedFile } from '../domain/check-result.gen.ts';
import type { CheckInputFile } from './check-inputs.ts';
import { inputCodeOf, inputProblem, type InputCode } from './input-problems.ts';
import { readInput } from './read-input.ts';

/** Standard input, read once: its bytes, or why there are none. */
export type ReadStdin = Uint8Array | InputCode;

/** Reads and judges one input. Never throws for what the user gave. */
export async function judgeInput(
  judge: Judge,
  input: CheckInputFile,
  stdin: ReadStdin = 'STDIN_EMPTY',
): Promise<CheckedFile> {
  const { file } = input;
  switch (input.kind) {
    case 'absent':
      return unread(file, input.code, { ignored: input.ignored === true });
    case 'stdin':
      return typeof stdin === 'string'
        ? unread(file, stdin)
        : judgeFile(judge, { file, bytes: stdin, named: true });
    case 'file': {
      let bytes: Uint8Array | undefined;
      try {
        bytes = readInput(file);
      } catch (error) {
        const { code, detail } = inputCodeOf(error);
        return unread(file, code, detail === undefined ? {} : { detail });
      }
      if (bytes !== undefined) return judgeFile(judge, { file, bytes, named: input.named });
      return unread(file, 'FILE_TOO_LARGE', { ignored: !input.named && !looksLikeDocument(file) });
    }
  }
}

function unread(
  file: string,
  code: InputCode,
  { detail, ignored = false }: { readonly detail?: string; readonly ignored?: boolean } = {},
): CheckedFile {
  return unjudgedFile(file, ignored ? 'ignored' : 'unusable', { problem: inputProblem(code, detail) });
}
