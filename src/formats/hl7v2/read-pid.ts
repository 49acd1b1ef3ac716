import { insAuthority, type InsAuthority } from '../ins/ins-authority.ts';
import type { InsTraits } from '../ins/ins-traits.ts';
import type { Hl7Message, Hl7Segment } from './hl7-message.ts';
import { repetitionsIn, segmentsOf, valueIn } from './hl7-value.ts';

/** One identifier of PID-3. */
export interface PidIdentifier {
  readonly value: string;
  readonly namespace: string;
  readonly oid: string;
  readonly oidType: string;
  /** CX.5: `INS`, `PI`... */
  readonly type: string;
  /** CX.8; a former number has one. */
  readonly expires: string;
  /** `PID-3[2]`. */
  readonly path: string;
}

/** An identifier that says it is an INS, by its OID, its name space or its type. */
export interface PidIns extends PidIdentifier {
  /** Undefined when the OID is no INS authority. */
  readonly authority: InsAuthority | undefined;
}

/** The patient as a PID tells it; nothing is corrected. */
export interface Pid {
  readonly segment: Hl7Segment;
  readonly identifiers: readonly PidIdentifier[];
  readonly ins: readonly PidIns[];
  /** Traits of the `L` repetition of PID-5, PID-7, PID-8 and of the `BDL` repetition of PID-11. */
  readonly traits: InsTraits;
  /** Path of the birth name, undefined when no repetition of PID-5 has the type `L`. */
  readonly birthNamePath: string | undefined;
  readonly birthPlacePath: string | undefined;
  /** Repetitions of PID-32. */
  readonly statuses: readonly string[];
}

/** Reads each PID of a message (PAM France, CI-SIS INS annex as official samples show it). Never throws. */
export function readPids(message: Hl7Message): readonly Pid[] {
  return segmentsOf(message, 'PID').map((segment) => readPid(message, segment));
}

function readPid(message: Hl7Message, segment: Hl7Segment): Pid {
  const value = (field: number, repetition: number, component = 0, subcomponent = 0): string =>
    valueIn(message, segment, { field, repetition, component, subcomponent });
  const each = (field: number): readonly number[] =>
    repetitionsIn(message, segment, field).map((_, index) => index + 1);
  const identifiers = each(3).map((repetition) => ({
    value: value(3, repetition, 1),
    namespace: value(3, repetition, 4, 1),
    oid: value(3, repetition, 4, 2),
    oidType: value(3, repetition, 4, 3),
    type: value(3, repetition, 5),
    expires: value(3, repetition, 8),
    path: `PID-3[${repetition}]`,
  }));
  const name = each(5).find((repetition) => value(5, repetition, 7) === 'L');
  const place = each(11).find((repetition) => value(11, repetition, 7) === 'BDL');
  return {
    segment,
    identifiers,
    ins: identifiers.filter(isIns).map((one) => ({ ...one, authority: insAuthority(one.oid) })),
    traits: {
      nomNaissance: name === undefined ? '' : value(5, name, 1),
      premierPrenom: name === undefined ? '' : value(5, name, 2),
      prenoms: name === undefined ? '' : value(5, name, 3),
      dateNaissance: value(7, 1, 1),
      sexe: value(8, 1, 1),
      lieuNaissance: place === undefined ? '' : value(11, place, 9),
    },
    birthNamePath: name === undefined ? undefined : `PID-5[${name}]`,
    birthPlacePath: place === undefined ? undefined : `PID-11[${place}]`,
    statuses: each(32).map((repetition) => value(32, repetition, 1)),
  };
}

function isIns(one: PidIdentifier): boolean {
  return (
    insAuthority(one.oid) !== undefined || one.type === 'INS' || one.namespace.startsWith('ASIP-SANTE-INS-')
  );
}
