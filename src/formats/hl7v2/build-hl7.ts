import { encodeHl7Text } from './hl7-charset.ts';
import { escapeHl7 } from './hl7-escape.ts';
import type { Hl7Delimiters } from './hl7-message.ts';

/** A field: a text, or its repetitions, each a text or its components, each a text or its sub-components. */
export type Hl7Field = string | readonly (string | readonly (string | readonly string[])[])[];

const delimiters: Hl7Delimiters = {
  field: '|',
  component: '^',
  repetition: '~',
  escape: '\\',
  subcomponent: '&',
};

/**
 * Writes a message: segments by name and fields from number 1, CR after each. MSH takes its fields from MSH-3. Values are
 * escaped. Throws RangeError when the charset of MSH-18 cannot hold a character, rather than sending another one.
 */
export function buildHl7(segments: readonly (readonly [string, ...Hl7Field[]])[]): Uint8Array {
  const charset = segments.find(([name]) => name === 'MSH')?.[16];
  const declared = typeof charset === 'string' ? charset : '';
  const text = segments
    .map(([name, ...fields]) => {
      const head = name === 'MSH' ? 'MSH|^~\\&' : name;
      return `${[head, ...fields.map(writeField)].join('|')}\r`;
    })
    .join('');
  const encoded = encodeHl7Text(text, declared);
  if (encoded === undefined) throw new RangeError(`charset "${declared}" cannot hold the message`);
  return Buffer.from(encoded, 'latin1');
}

function writeField(field: Hl7Field): string {
  if (typeof field === 'string') return escapeHl7(field, delimiters);
  return field
    .map((repetition) =>
      typeof repetition === 'string'
        ? escapeHl7(repetition, delimiters)
        : repetition
            .map((component) =>
              typeof component === 'string'
                ? escapeHl7(component, delimiters)
                : component.map((part) => escapeHl7(part, delimiters)).join('&'),
            )
            .join('^'),
    )
    .join('~');
}
