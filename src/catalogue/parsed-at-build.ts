import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** Name of the table beside this module in a built product; absent when it runs from its sources. */
export const parsedTable = 'parsed-yaml.json';

let table: Readonly<Record<string, unknown>> | undefined;

/**
 * The value of a YAML text that the build parsed already, or undefined: every command reads all that the product
 * ships, and parsing it anew took half of a start. A text that differs by one byte is not in the table.
 */
export function parsedAtBuild(text: string): unknown {
  table ??= readTable();
  return table[keyOfText(text)];
}

/** Key of a text in the table. */
export function keyOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function readTable(): Readonly<Record<string, unknown>> {
  const file = new URL(`./${parsedTable}`, import.meta.url);
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>)
    : {};
}
