import { decodeBase64, type Base64Decoding } from '../base64/decode-base64.ts';
import type { Hl7Message, Hl7Segment } from './hl7-message.ts';
import { segmentsOf, valueIn } from './hl7-value.ts';

/** A document that an OBX of type ED carries as base64. */
export interface AttachedDocument {
  readonly segment: Hl7Segment;
  /** `OBX(1)-5`. */
  readonly path: string;
  /** OBX-3.1. */
  readonly code: string;
  readonly content: Base64Decoding;
}

/** Documents of type XML that a message carries (`^TEXT^XML^Base64^…` in OBX-5); bodies of mails are left aside. */
export function attachedDocuments(message: Hl7Message): readonly AttachedDocument[] {
  return segmentsOf(message, 'OBX').flatMap((segment, index) => {
    const value = (field: number, component: number): string =>
      valueIn(message, segment, { field, component });
    if (value(2, 1) !== 'ED' || value(5, 3).toUpperCase() !== 'XML') return [];
    return [
      {
        segment,
        path: `OBX(${index + 1})-5`,
        code: value(3, 1),
        content: decodeBase64(value(5, 5)),
      },
    ];
  });
}
