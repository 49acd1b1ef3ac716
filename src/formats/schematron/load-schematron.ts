import { InputError } from '../../domain/segur-error.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { stringValue } from '../xml/string-value.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { attribute, elementsNamed, schematronNamespace, type SourceElement } from './schematron-element.ts';
import { expandPattern } from './expand-pattern.ts';
import { readRules } from './read-rules.ts';
import type { KitFiles } from './kit-files.ts';
import type { MissingPart, SchematronLet, SchematronPattern, SchematronSource } from './schematron-source.ts';

/**
 * Reads a schema of a kit: includes resolved without regard to letter case, missing ones named, abstract patterns
 * and rules expanded, the default phase applied. Throws InputError `schematron-invalid` when the main file is no
 * schema, and what parseXml throws.
 */
export function loadSchematron(files: KitFiles, path: string): SchematronSource {
  const missing: MissingPart[] = [];
  const used = new Set<string>();
  const root = includeFile(files, path, missing, used, []);
  if (root.element.name !== 'schema' || root.element.namespace !== schematronNamespace)
    throw new InputError('schematron-invalid', 'the file is no Schematron schema', {
      at: { file: path, line: 1 },
    });
  const patterns = elementsNamed(root, 'pattern');
  const concrete = activePatterns(root, patterns, path, missing);
  const abstractPatterns = new Map(
    patterns
      .filter((p) => attribute(p.element, 'abstract') === 'true')
      .map((p) => [attribute(p.element, 'id'), p]),
  );
  const read = (pattern: SourceElement, at: number): SchematronPattern | undefined => {
    const expanded = expandPattern(pattern, abstractPatterns, missing);
    if (expanded === undefined) return undefined;
    return {
      id: attribute(pattern.element, 'id') || `pattern-${at + 1}`,
      title: titleOf(expanded),
      lets: letsOf(expanded),
      rules: readRules(expanded, patterns, missing),
    };
  };
  const instances = patterns.filter((p) => attribute(p.element, 'abstract') !== 'true');
  const byPattern = new Map(instances.map((pattern, at) => [pattern, read(pattern, at)]));
  const all = [...byPattern.values()].filter((p) => p !== undefined);
  return {
    file: path,
    title: titleOf(root),
    namespaces: namespacesOf(root),
    lets: [...letsOf(root), ...phaseLets(root), ...all.flatMap((pattern) => pattern.lets)],
    patterns: concrete.flatMap((pattern) => byPattern.get(pattern) ?? []),
    missing: uniqueParts(missing),
    files: [...used].sort(),
  };
}

function includeFile(
  files: KitFiles,
  path: string,
  missing: MissingPart[],
  used: Set<string>,
  trail: readonly string[],
): SourceElement {
  used.add(path);
  const document = parseXml(files.read(path), { file: path });
  return sourceOf(document.root, { files, path, missing, used, trail: [...trail, path] });
}

interface Including {
  readonly files: KitFiles;
  readonly path: string;
  readonly missing: MissingPart[];
  readonly used: Set<string>;
  readonly trail: readonly string[];
}

function sourceOf(element: XmlElement, including: Including): SourceElement {
  const children: SourceElement[] = [];
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    if (child.namespace !== schematronNamespace || child.name !== 'include') {
      children.push(sourceOf(child, including));
      continue;
    }
    const included = includedBy(child, including);
    if (included !== undefined) children.push(included);
  }
  return { element, file: including.path, children };
}

function includedBy(include: XmlElement, including: Including): SourceElement | undefined {
  const { files, path, missing, used, trail } = including;
  const href = attribute(include, 'href');
  const target = files.resolve(path, href);
  if (target === undefined) {
    missing.push({ kind: 'include', name: href, askedBy: path });
    return undefined;
  }
  if (trail.includes(target))
    throw new InputError('schematron-include-cycle', `${target} includes itself`, { at: { file: path } });
  return includeFile(files, target, missing, used, trail);
}

function activePatterns(
  root: SourceElement,
  patterns: readonly SourceElement[],
  path: string,
  missing: MissingPart[],
): readonly SourceElement[] {
  const concrete = patterns.filter((pattern) => attribute(pattern.element, 'abstract') !== 'true');
  const phase = phaseOf(root);
  if (phase === undefined) return concrete;
  const active = new Set(elementsNamed(phase, 'active').map((one) => attribute(one.element, 'pattern')));
  const present = new Set(concrete.map((pattern) => attribute(pattern.element, 'id')));
  for (const id of active) if (!present.has(id)) missing.push({ kind: 'pattern', name: id, askedBy: path });
  return concrete.filter((pattern) => active.has(attribute(pattern.element, 'id')));
}

function phaseOf(root: SourceElement): SourceElement | undefined {
  const wanted = attribute(root.element, 'defaultPhase');
  if (wanted === '' || wanted === '#ALL') return undefined;
  return elementsNamed(root, 'phase').find((phase) => attribute(phase.element, 'id') === wanted);
}

function phaseLets(root: SourceElement): readonly SchematronLet[] {
  const phase = phaseOf(root);
  return phase === undefined ? [] : letsOf(phase);
}

function letsOf(parent: SourceElement): readonly SchematronLet[] {
  return elementsNamed(parent, 'let').map(({ element }) => ({
    name: attribute(element, 'name'),
    value: attribute(element, 'value'),
  }));
}

function namespacesOf(root: SourceElement): Readonly<Record<string, string>> {
  return Object.fromEntries(
    elementsNamed(root, 'ns').map(({ element }) => [attribute(element, 'prefix'), attribute(element, 'uri')]),
  );
}

function titleOf(parent: SourceElement): string {
  const [title] = elementsNamed(parent, 'title');
  return title === undefined ? '' : stringValue(title.element).trim();
}

function uniqueParts(parts: readonly MissingPart[]): readonly MissingPart[] {
  return [...new Map(parts.map((part) => [`${part.kind} ${part.name} ${part.askedBy}`, part])).values()];
}
