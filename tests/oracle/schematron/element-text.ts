import type { XPathExpr, XPathStep } from '../../../src/formats/xpath/xpath-syntax.ts';
import { escaped } from './edit-source.ts';

/** An element that a step selects, with what its predicates and the further steps ask for where that is plain. */
export function elementText(step: XPathStep | undefined, rest: readonly XPathStep[], value?: string): string {
  if (step?.k !== 'axis' || step.test.k !== 'name' || step.test.local === '*') return '';
  const { local, namespace } = step.test;
  const content = { attributes: new Map<string, string>(), children: [] as string[] };
  for (const predicate of step.predicates) satisfy(predicate, content);
  const [next] = rest;
  if (next?.k === 'axis' && next.test.k === 'name') {
    if (next.axis === 'attribute') content.attributes.set(next.test.local, value ?? 'zzz');
    else if (next.axis === 'child') content.children.push(elementText(next, rest.slice(1), value));
  } else if (next === undefined && value !== undefined) content.children.push(escaped(value));
  const attributes = [...content.attributes].map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
  return `<${local} xmlns="${escaped(namespace)}"${attributes}>${content.children.join('')}</${local}>`;
}

function satisfy(
  expr: XPathExpr,
  content: { readonly attributes: Map<string, string>; readonly children: string[] },
): void {
  if (expr.k === 'and') {
    satisfy(expr.left, content);
    satisfy(expr.right, content);
  } else if (expr.k === 'or') satisfy(expr.left, content);
  else if (expr.k === 'path') satisfyPath(expr.steps, 'zzz', content);
  else if (expr.k === 'general' && expr.op === '=' && expr.left.k === 'path') {
    const value = expr.right.k === 'sequence' ? expr.right.items[0] : expr.right;
    satisfyPath(expr.left.steps, value?.k === 'string' ? value.value : 'zzz', content);
  }
}

function satisfyPath(
  steps: readonly XPathStep[],
  value: string,
  content: { readonly attributes: Map<string, string>; readonly children: string[] },
): void {
  const [first, second] = steps;
  if (first?.k !== 'axis' || first.test.k !== 'name') return;
  if (first.axis === 'attribute') content.attributes.set(first.test.local, value);
  else if (second?.k === 'axis' && second.axis === 'attribute' && second.test.k === 'name') {
    const text = elementText(first, []);
    content.children.push(text.replace('>', ` ${second.test.local}="${escaped(value)}">`));
  } else if (first.axis === 'child') content.children.push(elementText(first, steps.slice(1)));
}
