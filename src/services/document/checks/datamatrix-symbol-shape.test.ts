import { datamatrixCase } from '../../../../tests/builders/build-datamatrix.ts';
import { provesCheck, type CheckCase } from '../../../../tests/builders/check-cases.ts';
import { check } from './datamatrix-symbol-shape.ts';

const square = { rows: 48, columns: 48, ecc200: true };
const seen = (name: string, shape: Readonly<Record<string, number | boolean>>): CheckCase =>
  datamatrixCase(name, [], { view: { symbols: [{ ...square, ...shape }] } });

provesCheck(check, {
  ok: [seen('in a page', {}), seen('alone in its image', { quiet: 2 })],
  apart: [
    datamatrixCase('a text without a symbol'),
    datamatrixCase('no shape', [], { view: { symbols: [1] } }),
  ],
  ko: {
    'symbol-not-square': [seen('a rectangle', { rows: 16 })],
    'symbol-not-ecc200': [seen('an older symbol', { ecc200: false })],
    'quiet-zone-narrow': [seen('cut to its edges', { quiet: 0 }), seen('half a module', { quiet: 0.5 })],
  },
});
