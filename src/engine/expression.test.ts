import { describe, expect, it } from 'vitest';
import { durationMs } from './duration.ts';
import { fillExpressions } from './expression.ts';

describe('fillExpressions', () => {
  const scope = { pro: { identifiantNational: '899700000001', age: 4 }, etape: { a: { liste: ['x'] } } };

  it('keeps the type of a whole expression and interpolates the others', () => {
    expect(
      fillExpressions({ a: '${pro.age}', b: 'n°${pro.age}', c: ['${etape.a.liste.0}'] }, scope, 'here'),
    ).toEqual({
      a: 4,
      b: 'n°4',
      c: ['x'],
    });
  });

  it('throws, naming expression and place, when it names nothing', () => {
    expect(() => fillExpressions({ a: { b: '${pro.rien}' } }, scope, 'psc/x#y')).toThrow(
      /pro\.rien.*psc\/x#y\.a\.b/,
    );
  });
});

describe('durationMs', () => {
  it.each([
    ['500ms', 500],
    ['20s', 20_000],
    ['2m', 120_000],
    ['4h', 14_400_000],
    ['1d', 86_400_000],
  ])('%s', (text, ms) => expect(durationMs(text)).toBe(ms));

  it.each(['', '5', '1.5s', 's', '-1s'])('refuses %j', (text) =>
    expect(() => durationMs(text)).toThrow(/duration/),
  );
});
