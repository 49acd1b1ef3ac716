import { describe, expect, it } from 'vitest';
import { fillExpressions } from './expression.ts';

describe('an expression that names an answer', () => {
  const scope = { etape: { creer: { issue: 'refusee' } } };

  it('blames the answer, not the bench, when the software left it out', () => {
    expect(() => fillExpressions({ id: '${etape.creer.identite.id}' }, scope, 'x/y#z')).toThrow(
      expect.objectContaining({ code: 'EXPRESSION_ANSWER' }) as Error,
    );
  });

  it('blames the scenario for a name that is none', () => {
    expect(() => fillExpressions({ id: '${patient.id}' }, scope, 'x/y#z')).toThrow(
      expect.objectContaining({ code: 'EXPRESSION' }) as Error,
    );
  });
});
