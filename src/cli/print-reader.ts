import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { Json, JsonObject } from '../domain/json.ts';
import { InputError } from '../domain/segur-error.ts';
import type { Derived, RunRequest } from '../engine/run-request.ts';
import { readPrintedPage } from '../formats/datamatrix/read-printed-page.ts';

const maxBytes = 100_000_000;

/**
 * Reads the PDF of an `ins.imprimer` answer into a `file/submitted` preuve: its datamatrix texts, its text, and what
 * could not be read. An operator (`attended`) answers with the path of a file, a software with base64 only: its
 * answers never make the bench open a file. Throws InputError for a path that cannot be read.
 */
export function printReader({ attended }: { readonly attended: boolean }): NonNullable<RunRequest['derive']> {
  return async (action, output) => {
    if (action !== 'ins.imprimer' || !isObject(output)) return undefined;
    const { pdf } = output;
    if (typeof pdf !== 'string' || pdf === '') return undefined;
    const bytes = attended ? readPath(pdf) : Buffer.from(pdf, 'base64');
    return printed(output, bytes);
  };
}

async function printed(output: JsonObject, bytes: Buffer): Promise<Derived> {
  const { symbols, ...page } = await readPrintedPage(bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    output: { ...output, pdf: { sha256, size: bytes.length } },
    preuves: [
      {
        kind: 'file/submitted',
        view: {
          name: 'impression.pdf',
          ...page,
          datamatrix: symbols.map(({ text }) => text),
          symbols: symbols.map(({ shape }) => ({ ...shape })),
        },
        raw: { file: bytes },
      },
    ],
  };
}

function readPath(answer: string): Buffer {
  const path = answer.trim().replace(/^(["'])(.*)\1$/, '$2');
  try {
    const { size } = statSync(path);
    if (size <= maxBytes) return readFileSync(path);
  } catch (cause) {
    throw new InputError('SUBMIT_FILE', `cannot read the printed document ${path}`, {
      cause,
      hint: 'Answer with the path of the PDF that the software printed.',
    });
  }
  throw new InputError('SUBMIT_FILE', `${path} has more than ${maxBytes} bytes`, {
    hint: 'Print one document only.',
  });
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
