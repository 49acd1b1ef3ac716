/** Place of a value in a message: `PID-3[2].4.2` is the sub-component 2 of CX.4 of the second repetition of PID-3. */
export interface Hl7Address {
  readonly segment: string;
  /** Which segment of that name, from 1. */
  readonly occurrence: number;
  readonly field: number;
  readonly repetition: number;
  readonly component: number;
  readonly subcomponent: number;
}

/**
 * Reads `OBX(2)-5[1].3.1`; what is left out is the first one. Undefined when the text is no address. A component left
 * out is 0, the whole field; a sub-component left out is 0, the whole component.
 */
export function parseHl7Address(text: string): Hl7Address | undefined {
  const parts =
    /^([A-Z][A-Z0-9]{2})(?:\((\d{1,5})\))?-(\d{1,3})(?:\[(\d{1,5})\])?(?:\.(\d{1,3})(?:\.(\d{1,3}))?)?$/.exec(
      text,
    );
  const [, segment, occurrence = '1', field, repetition = '1', component = '0', subcomponent = '0'] =
    parts ?? [];
  if (segment === undefined || Number(occurrence) === 0 || Number(field) === 0 || Number(repetition) === 0) {
    return undefined;
  }
  return {
    segment,
    occurrence: Number(occurrence),
    field: Number(field),
    repetition: Number(repetition),
    component: Number(component),
    subcomponent: Number(subcomponent),
  };
}
