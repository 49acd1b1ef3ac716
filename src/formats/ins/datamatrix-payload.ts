/** Content of an INS datamatrix, as written; a block that is absent is undefined. */
export interface InsDatamatrix {
  readonly matricule: string | undefined;
  readonly oid: string | undefined;
  readonly prenoms: string | undefined;
  readonly nomNaissance: string | undefined;
  readonly sexe: string | undefined;
  /** `DD-MM-YYYY`. */
  readonly dateNaissance: string | undefined;
  readonly lieuNaissance: string | undefined;
}

export type DatamatrixFaultCode =
  | 'header'
  | 'unknown-block'
  | 'repeated-block'
  | 'missing-block'
  | 'block-size'
  | 'separator-missing'
  | 'separator-superfluous';

/** A departure from the format; `index` is a character index in the payload. */
export interface DatamatrixFault {
  readonly code: DatamatrixFaultCode;
  readonly block: string;
  readonly index: number;
}

/** What could be read, and all that departs from the format. */
export interface DatamatrixReading {
  readonly content: InsDatamatrix;
  readonly faults: readonly DatamatrixFault[];
}

/** Header of version 01: the identifier, the version and 22 reserved zeros. */
const header = `IS01${'0'.repeat(22)}`;
const separator = '\u001d';

interface Block {
  readonly id: string;
  readonly field: keyof InsDatamatrix;
  readonly min: number;
  readonly max: number;
  readonly optional?: boolean;
}

const blocks: readonly Block[] = [
  { id: 'S1', field: 'matricule', min: 15, max: 15 },
  { id: 'S2', field: 'oid', min: 19, max: 20 },
  { id: 'S3', field: 'prenoms', min: 1, max: 100 },
  { id: 'S4', field: 'nomNaissance', min: 1, max: 100 },
  { id: 'S5', field: 'sexe', min: 1, max: 1 },
  { id: 'S6', field: 'dateNaissance', min: 10, max: 10 },
  { id: 'S7', field: 'lieuNaissance', min: 5, max: 5, optional: true },
];

/**
 * Reads the text of an INS datamatrix (Format datamatrix INS v2.2): header, then blocks in any order, a GS closing a
 * variable field that is shorter than its maximum and not last. Reads on after a fault where it can; never throws.
 */
export function parseInsDatamatrix(text: string): DatamatrixReading {
  const faults: DatamatrixFault[] = [];
  const values: Partial<Record<keyof InsDatamatrix, string>> = {};
  if (!text.startsWith(header)) faults.push({ code: 'header', block: '', index: 0 });
  let at = /^IS\d{24}/.test(text) ? header.length : Math.max(text.search(/S[1-7]/), 0);
  while (at < text.length) {
    const block = blocks.find(({ id }) => text.startsWith(id, at));
    if (block === undefined) {
      faults.push({ code: 'unknown-block', block: text.slice(at, at + 2), index: at });
      const next = text.indexOf(separator, at);
      if (next === -1) break;
      at = next + 1;
      continue;
    }
    const read = readBlock(text, at + 2, block);
    if (values[block.field] !== undefined) {
      faults.push({ code: 'repeated-block', block: block.id, index: at });
    }
    values[block.field] = read.value;
    faults.push(...read.codes.map((code) => ({ code, block: block.id, index: at })));
    at = read.next;
  }
  for (const block of blocks) {
    if (block.optional !== true && values[block.field] === undefined) {
      faults.push({ code: 'missing-block', block: block.id, index: text.length });
    }
  }
  return { content: contentOf(values), faults };
}

/**
 * Writes the text of an INS datamatrix, blocks in the order of their numbers. The caller answers for the values: a
 * value outside of its size gives a text that {@link parseInsDatamatrix} reports.
 */
export function writeInsDatamatrix(content: InsDatamatrix): string {
  const present = blocks.filter(({ field }) => content[field] !== undefined);
  return (
    header +
    present
      .map(({ id, field, max }, index) => {
        const value = content[field] ?? '';
        const closed = value.length < max && index < present.length - 1;
        return id + value + (closed ? separator : '');
      })
      .join('')
  );
}

function readBlock(
  text: string,
  start: number,
  block: Block,
): { readonly value: string; readonly next: number; readonly codes: readonly DatamatrixFaultCode[] } {
  const limit = Math.min(start + block.max, text.length);
  const gs = text.indexOf(separator, start);
  const end = gs !== -1 && gs <= limit ? gs : limit;
  const value = text.slice(start, end);
  const swallowed = swallowedBlock(value, block);
  if (swallowed !== -1) {
    return { value: value.slice(0, swallowed), next: start + swallowed, codes: ['separator-missing'] };
  }
  const codes: DatamatrixFaultCode[] = [];
  if (value.length < block.min || (gs !== -1 && gs > limit && tooLong(text, limit))) codes.push('block-size');
  const closed = text.startsWith(separator, end);
  if (closed && (value.length === block.max || end + 1 === text.length)) codes.push('separator-superfluous');
  return { value, next: closed ? end + 1 : end, codes };
}

/** A field at its maximum must be followed by a block, a separator or the end. */
function tooLong(text: string, limit: number): boolean {
  return !blocks.some(({ id }) => text.startsWith(id, limit));
}

/** Where the next block starts inside of a variable field whose separator was forgotten; -1 when it was not. */
function swallowedBlock(value: string, block: Block): number {
  if (block.min === block.max) return -1;
  // Names have no digit, so a block number inside of one can only be the next block; an OID has no letter.
  return value.search(block.field === 'oid' ? /S/ : /S[1-7]/);
}

function contentOf(values: Partial<Record<keyof InsDatamatrix, string>>): InsDatamatrix {
  return {
    matricule: values.matricule,
    oid: values.oid,
    prenoms: values.prenoms,
    nomNaissance: values.nomNaissance,
    sexe: values.sexe,
    dateNaissance: values.dateNaissance,
    lieuNaissance: values.lieuNaissance,
  };
}
