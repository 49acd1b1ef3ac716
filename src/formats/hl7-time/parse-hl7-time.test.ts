import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochOf, parseHl7Time, toUtcDtm } from './parse-hl7-time.ts';

const utc = (text: string): string | undefined => {
  const time = parseHl7Time(text);
  return time === undefined ? 'invalid' : toUtcDtm(time);
};

describe('hl7 time', () => {
  it.each([
    ['20210401134745+0100', '20210401124745'],
    ['20260101003000+0100', '20251231233000'],
    ['202601010030-0500', '202601010530'],
    ['20260611', '20260611'],
    ['20260611103000', undefined],
    ['20210401134745.123+0000', '20210401134745'],
    ['20260230', 'invalid'],
    ['20261301', 'invalid'],
    ['20260611250000', 'invalid'],
    ['2026-06-11', 'invalid'],
    ['20260611103000Z', 'invalid'],
    ['', 'invalid'],
  ])('%j in UTC is %j', (text, expected) => {
    expect(utc(text)).toBe(expected);
  });

  it('keeps the moment', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1950-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        fc.integer({ min: -12, max: 14 }),
        (date, hours) => {
          const local = new Date(date.getTime() + hours * 3_600_000)
            .toISOString()
            .replace(/[-:T]/g, '')
            .slice(0, 14);
          const written = `${local}${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}00`;
          const time = parseHl7Time(written);
          expect(time && epochOf(time)).toBe(Math.floor(date.getTime() / 1000) * 1000);
        },
      ),
    );
  });
});
