import { numberOfText, stringOf, type DateTimeValue, type XPathAtomic } from './xpath-value.ts';
import { XPathError } from './xpath-error.ts';

const dateTimeText = /^(-?\d{4,})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)?$/;
const dateText = /^(-?\d{4,})-(\d\d)-(\d\d)(Z|[+-]\d\d:\d\d)?$/;
const timeText = /^(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)?$/;
const integerText = /^[+-]?\d+$/;
const decimalText = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;
const stringShapes: Readonly<Record<string, RegExp>> = {
  language: /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/,
  NCName: /^[\p{L}_][\p{L}\p{M}\p{N}_.\-·]*$/u,
  ID: /^[\p{L}_][\p{L}\p{M}\p{N}_.\-·]*$/u,
  NMTOKEN: /^[\p{L}\p{M}\p{N}_.:\-·]+$/u,
  Name: /^[\p{L}_:][\p{L}\p{M}\p{N}_.:\-·]*$/u,
};

/** Casts to an atomic type of XML Schema by local name; throws FORG0001 (not a value) or XPST0051 (unknown type). */
export function castValue(value: XPathAtomic, type: string): XPathAtomic {
  const text = stringOf(value);
  const collapsed = text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
  const cast = castCollapsed(value, collapsed, type, text);
  if (cast === undefined) throw new XPathError('FORG0001', `'${text.slice(0, 80)}' is no xs:${type}`);
  return cast;
}

function castCollapsed(value: XPathAtomic, text: string, type: string, raw: string): XPathAtomic | undefined {
  switch (type) {
    case 'string':
    case 'normalizedString':
      return raw;
    case 'token':
    case 'anyURI':
      return text;
    case 'untypedAtomic':
      return { kind: 'untyped', value: raw };
    case 'boolean':
      if (typeof value === 'number') return value !== 0 && !Number.isNaN(value);
      return text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : undefined;
    case 'double':
    case 'float': {
      if (typeof value === 'boolean') return value ? 1 : 0;
      const number = numberOfText(text);
      return Number.isNaN(number) && text !== 'NaN' ? undefined : number;
    }
    case 'decimal':
      if (typeof value === 'number') return value;
      return decimalText.test(text) ? Number(text) : undefined;
    case 'dateTime':
      return dateTimeOf(text);
    case 'date':
      return dateOf(text);
    case 'time':
      return timeText.test(text) ? { kind: 'time', instant: timeInstant(text), text } : undefined;
    default:
      return castInteger(value, text, type) ?? castShape(text, type);
  }
}

function castShape(text: string, type: string): string | undefined {
  const shape = Object.hasOwn(stringShapes, type) ? stringShapes[type] : undefined;
  if (shape !== undefined) return shape.test(text) ? text : undefined;
  if (Object.hasOwn(integerBounds, type)) return undefined;
  throw new XPathError('XPST0051', `unsupported type xs:${type}`);
}

const integerBounds: Readonly<Record<string, readonly [number, number]>> = {
  integer: [-Infinity, Infinity],
  int: [-2147483648, 2147483647],
  long: [-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  short: [-32768, 32767],
  nonNegativeInteger: [0, Infinity],
  positiveInteger: [1, Infinity],
};

function castInteger(value: XPathAtomic, text: string, type: string): number | undefined {
  const bounds = Object.hasOwn(integerBounds, type) ? integerBounds[type] : undefined;
  if (bounds === undefined) return undefined;
  const number = typeof value === 'number' ? Math.trunc(value) : integerText.test(text) ? Number(text) : NaN;
  return number >= bounds[0] && number <= bounds[1] ? number : undefined;
}

function offsetMinutes(zone: string | undefined): number | undefined {
  if (zone === undefined || zone === 'Z') return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(4, 6))];
  if (minutes > 59 || hours > 14 || (hours === 14 && minutes > 0)) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function dateTimeOf(text: string): DateTimeValue | undefined {
  const match = dateTimeText.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const offset = offsetMinutes(match[8]);
  const midnight = hour === 24 && minute === 0 && second === 0 && Number(match[7] ?? 0) === 0;
  if (offset === undefined || minute > 59 || second > 59 || (hour > 23 && !midnight)) return undefined;
  const base = dayInstant(year, month, day);
  if (base === undefined) return undefined;
  const ms = ((hour * 60 + minute - offset) * 60 + second + Number(match[7] ?? 0)) * 1000;
  return { kind: 'dateTime', instant: base + ms, text };
}

function dateOf(text: string): DateTimeValue | undefined {
  const match = dateText.exec(text);
  if (match === null) return undefined;
  const base = dayInstant(Number(match[1]), Number(match[2]), Number(match[3]));
  const offset = offsetMinutes(match[4]);
  return base === undefined || offset === undefined
    ? undefined
    : { kind: 'date', instant: base - offset * 60_000, text };
}

function timeInstant(text: string): number {
  return dateTimeOf(`1972-01-01T${text}`)?.instant ?? NaN;
}

/** Year 0000 is 1 BCE, as XML Schema 1.1 has it and current validators with it. */
function dayInstant(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : undefined;
}
