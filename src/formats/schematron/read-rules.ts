import { stringValue } from '../xml/string-value.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { attribute, elementsNamed, schematronNamespace, type SourceElement } from './schematron-element.ts';
import type { MessagePart, MissingPart, SchematronItem, SchematronRule } from './schematron-source.ts';

/** The concrete rules of a pattern, abstract rules of the whole schema pasted where they are extended. */
export function readRules(
  pattern: SourceElement,
  patterns: readonly SourceElement[],
  missing: MissingPart[],
): readonly SchematronRule[] {
  const isAbstract = (rule: SourceElement): boolean => attribute(rule.element, 'abstract') === 'true';
  const abstractRules = new Map<string, SourceElement>();
  for (const rule of [pattern, ...patterns].flatMap((one) => elementsNamed(one, 'rule'))) {
    const id = attribute(rule.element, 'id');
    if (isAbstract(rule) && !abstractRules.has(id)) abstractRules.set(id, rule);
  }
  const itemsOf = (rule: SourceElement, trail: readonly string[]): readonly SchematronItem[] =>
    rule.children.flatMap((child): readonly SchematronItem[] => {
      if (child.element.namespace !== schematronNamespace) return [];
      if (child.element.name !== 'extends') return readItem(child.element);
      const id = attribute(child.element, 'rule');
      const model = trail.includes(id) ? undefined : abstractRules.get(id);
      if (model !== undefined) return itemsOf(model, [...trail, id]);
      missing.push({ kind: 'abstract-rule', name: id, askedBy: rule.file });
      return [];
    });
  return elementsNamed(pattern, 'rule')
    .filter((rule) => !isAbstract(rule))
    .map((rule) => ({
      id: attribute(rule.element, 'id'),
      context: attribute(rule.element, 'context'),
      items: itemsOf(rule, []),
    }));
}

function readItem(element: XmlElement): readonly SchematronItem[] {
  const { name } = element;
  if (name === 'let')
    return [{ k: 'let', name: attribute(element, 'name'), value: attribute(element, 'value') }];
  if (name !== 'assert' && name !== 'report') return [];
  return [
    {
      k: name,
      id: attribute(element, 'id'),
      test: attribute(element, 'test'),
      role: attribute(element, 'role'),
      flag: attribute(element, 'flag'),
      see: attribute(element, 'see'),
      message: messageOf(element),
    },
  ];
}

function messageOf(element: XmlElement): readonly MessagePart[] {
  return element.children.flatMap((child): readonly MessagePart[] => {
    if (child.kind === 'text') return [child.value];
    if (child.kind !== 'element') return [];
    if (child.namespace !== schematronNamespace) return [stringValue(child)];
    if (child.name === 'value-of') return [{ select: attribute(child, 'select') }];
    if (child.name === 'name') return [{ path: attribute(child, 'path') }];
    return messageOf(child);
  });
}
