/** An HL7 time (`YYYY[MM[DD[hh[mm[ss[.f]]]]]][±zzzz]`) that exists in the calendar. */
export interface Hl7Time {
  /** Digits before any fraction or offset: 4, 6, 8, 10, 12 or 14. */
  readonly digits: string;
  /** Minutes east of UTC, undefined when no offset was written. */
  readonly offset: number | undefined;
}

/** Parses a TS/DTM value (HL7 v2.5 §2.A.22, CDA R2 TS); undefined when the form or the date is wrong. */
export function parseHl7Time(text: string): Hl7Time | undefined {
  const parts = /^(\d{4}(?:\d{2}){0,5})(?:\.\d{1,6})?(?:([+-])(\d{2})(\d{2}))?$/.exec(text);
  const digits = parts?.[1];
  if (parts === null || digits === undefined || !isCalendar(digits)) return undefined;
  const [, , sign, hours, minutes] = parts;
  if (sign === undefined) return { digits, offset: undefined };
  const offset = Number(hours) * 60 + Number(minutes);
  return offset > 14 * 60 ? undefined : { digits, offset: sign === '-' ? -offset : offset };
}

/**
 * The same moment in UTC, as XDS writes it (ITI TF-3 4.2.3.1.7). A day keeps its precision; a time without
 * offset cannot be converted and gives undefined.
 */
export function toUtcDtm(time: Hl7Time): string | undefined {
  if (time.digits.length <= 8) return time.digits;
  if (time.offset === undefined) return undefined;
  const moment = new Date(epochOf(time));
  const full = moment.toISOString().replace(/[-:T]/g, '').slice(0, 14);
  return full.slice(0, time.digits.length);
}

/** Milliseconds since the epoch; missing parts count as their first value, a missing offset as UTC. */
export function epochOf(time: Hl7Time): number {
  const [year, month, day, hour, minute, second] = split(time.digits);
  return Date.UTC(year, month - 1, day, hour, minute, second) - (time.offset ?? 0) * 60_000;
}

function isCalendar(digits: string): boolean {
  const [year, month, day, hour, minute, second] = split(digits);
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function split(digits: string): [number, number, number, number, number, number] {
  const at = (from: number, to: number, missing: number): number =>
    digits.length >= to ? Number(digits.slice(from, to)) : missing;
  return [at(0, 4, 0), at(4, 6, 1), at(6, 8, 1), at(8, 10, 0), at(10, 12, 0), at(12, 14, 0)];
}
