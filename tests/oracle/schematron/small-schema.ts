import type {
  SchematronItem,
  SchematronRule,
  SchematronSource,
} from '../../../src/formats/schematron/schematron-source.ts';
import type { DocumentLibrary } from '../../../src/formats/xpath/xpath-context.ts';

/** A library with no document. */
export const noDocuments: DocumentLibrary = {
  load: () => undefined,
  has: () => false,
  table: () => undefined,
};

/** One rule: its context, its lets as `$name := expression`, then a test (`report` in front of a report). */
export type SmallRule = readonly [context: string, ...items: readonly string[]];

/** Rules with a name to run a test of each under. */
export function named(
  ...rules: readonly SmallRule[]
): readonly { readonly name: string; readonly rule: SmallRule }[] {
  return rules.map((rule) => ({ name: rule.join('; '), rule }));
}

/** A schema of one pattern, with prefix `a` for the namespace `urn:a`. */
export function smallSchema(...rules: readonly SmallRule[]): SchematronSource {
  return {
    file: 'small.sch',
    title: '',
    namespaces: { a: 'urn:a' },
    lets: [],
    patterns: [{ id: 'p', title: '', lets: [], rules: rules.map(ruleOf) }],
    missing: [],
    files: [],
  };
}

function ruleOf([context, ...items]: SmallRule): SchematronRule {
  return { id: '', context, items: items.map(itemOf) };
}

function itemOf(text: string): SchematronItem {
  const [, name, value] = /^\$(\w+) := ([^]*)$/.exec(text) ?? [];
  if (name !== undefined && value !== undefined) return { k: 'let', name, value };
  const report = text.startsWith('report ');
  return {
    k: report ? 'report' : 'assert',
    id: '',
    test: report ? text.slice('report '.length) : text,
    role: '',
    flag: '',
    see: '',
    message: [],
  };
}
