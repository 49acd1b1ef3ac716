import { expect, it } from 'vitest';
import { isOid } from './is-oid.ts';

it.each([
  ['1.2.250.1.213.1.4.10', true],
  ['2.25.329800735698586629295641978511506172918', true],
  ['2.999', true],
  ['1.02.3', false],
  ['1.40.3', false],
  ['3.1', false],
  ['1', false],
  ['1..2', false],
  ['', false],
  [`1.2.${'3'.repeat(61)}`, false],
])('isOid(%j) is %j', (text, expected) => {
  expect(isOid(text)).toBe(expected);
});
