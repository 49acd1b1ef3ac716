import type { Problem } from './problem.ts';
import type { ScenarioSource } from './scenario-source.ts';
import { didYouMean } from './suggest.ts';

const expression = /\$\{([^}]*)\}?/g;
const dotted = /^[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)*$/u;

/** Each `${...}` of a step: well formed, and naming a role, an earlier step, the deck or an address. */
export function stepExpressionProblems(index: number, { file, source }: ScenarioSource): readonly Problem[] {
  const step = file.steps[index];
  if (step === undefined) return [];
  const earlier = file.steps.slice(0, index).map(({ id }) => id);
  const names = [...Object.keys(file.roles ?? {}), 'deck', 'endpoints', 'etape'];
  const problems: Problem[] = [];
  visit(step, `/steps/${index}`, (text, pointer) => {
    for (const [all, inner = ''] of text.matchAll(expression)) {
      const at = source.locate(pointer);
      const path = inner.trim();
      if (!all.endsWith('}') || !dotted.test(path)) {
        problems.push({
          code: 'EXPRESSION',
          message: `"${all}" is not an expression`,
          at,
          hint: 'Write ${role.field}, ${etape.<step>.<path>}, ${deck.<path>}, ${endpoints.<name>} or ${case.<name>}.',
        });
        continue;
      }
      const [head = '', second = ''] = path.split('.');
      if (!names.includes(head)) {
        problems.push({
          code: 'EXPRESSION',
          message: `\${${path}}: "${head}" names nothing here`,
          at,
          hint: didYouMean(head, names),
        });
      } else if (head === 'etape' && !earlier.includes(second)) {
        problems.push({
          code: 'EXPRESSION',
          message: `\${${path}}: no earlier step is named "${second}"`,
          at,
          hint: didYouMean(second, earlier),
        });
      }
    }
  });
  return problems;
}

function visit(value: unknown, pointer: string, found: (text: string, pointer: string) => void): void {
  if (typeof value === 'string') found(value, pointer);
  else if (Array.isArray(value)) value.forEach((item, index) => visit(item, `${pointer}/${index}`, found));
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) visit(item, `${pointer}/${key}`, found);
  }
}
