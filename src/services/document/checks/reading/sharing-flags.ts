import type { Hl7Message, Hl7Segment } from '../../../../formats/hl7v2/hl7-message.ts';
import { segmentsOf, valueIn } from '../../../../formats/hl7v2/hl7-value.ts';

/** A flag of the MetaDMPMSS table; the bodies of mails, which are not flags, are left out. */
export interface SharingFlag {
  readonly segment: Hl7Segment;
  /** `OBX(2)`. */
  readonly path: string;
  readonly code: string;
  /** `Y`, `N` or what was written instead. */
  readonly value: string;
  /** The whole of OBX-5. */
  readonly coded: string;
  readonly type: string;
  readonly status: string;
}

/** Flags of a message in order of appearance: OBX-3.3 = `MetaDMPMSS`, type not ED. */
export function sharingFlags(message: Hl7Message): readonly SharingFlag[] {
  return segmentsOf(message, 'OBX').flatMap((segment, index) => {
    const value = (field: number, component = 0): string => valueIn(message, segment, { field, component });
    if (value(3, 3) !== 'MetaDMPMSS' || value(2) === 'ED') return [];
    return [
      {
        segment,
        path: `OBX(${index + 1})`,
        code: value(3, 1),
        value: value(5, 1),
        coded: value(5),
        type: value(2),
        status: value(11),
      },
    ];
  });
}
