import { parseHl7Address, type Hl7Address } from './hl7-address.ts';
import { decodeHl7Text } from './hl7-charset.ts';
import { unescapeHl7 } from './hl7-escape.ts';
import type { Hl7Message, Hl7Segment } from './hl7-message.ts';

/** Text of a value, decoded and unescaped; empty when absent. Throws RangeError for a wrong address, a defect of ours. */
export function valueAt(message: Hl7Message, address: string): string {
  const at = parseHl7Address(address);
  if (at === undefined) throw new RangeError(`not an HL7 address: ${address}`);
  const segment = segmentsOf(message, at.segment)[at.occurrence - 1];
  return segment === undefined ? '' : valueIn(message, segment, at);
}

/** Same, inside of one segment. */
export function valueIn(
  message: Hl7Message,
  segment: Hl7Segment,
  at: Pick<Hl7Address, 'field'> & Partial<Hl7Address>,
): string {
  const { delimiters, charset } = message;
  let raw = repetitionsIn(message, segment, at.field)[(at.repetition ?? 1) - 1] ?? '';
  if (at.component) raw = raw.split(delimiters.component)[at.component - 1] ?? '';
  if (at.subcomponent) raw = raw.split(delimiters.subcomponent)[at.subcomponent - 1] ?? '';
  return unescapeHl7(decodeHl7Text(raw, charset), delimiters);
}

/** Raw repetitions of a field; none for an empty or absent one. MSH-1 and MSH-2 are never split. */
export function repetitionsIn(message: Hl7Message, segment: Hl7Segment, field: number): readonly string[] {
  const { delimiters } = message;
  const header = segment.name === 'MSH';
  if (header && field === 1) return [delimiters.field];
  const raw = segment.raw.split(delimiters.field)[header ? field - 1 : field] ?? '';
  if (raw === '') return [];
  return header && field === 2 ? [raw] : raw.split(delimiters.repetition);
}

/** Segments of a name, in order. */
export function segmentsOf(message: Hl7Message, name: string): readonly Hl7Segment[] {
  return message.segments.filter((segment) => segment.name === name);
}
