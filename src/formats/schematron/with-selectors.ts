import { XPathError } from '../xpath/xpath-error.ts';
import { compileRuleSet } from './compile-rule-set.ts';
import type { SchematronSource } from './schematron-source.ts';

const noLibrary = { load: () => undefined, has: () => false, table: () => undefined };

/**
 * The schema with what the context of each rule can match at all, so that a document compiles only the contexts that
 * may concern it. A context that cannot be compiled has none, and is told for every document.
 */
export function withSelectors(source: SchematronSource): SchematronSource {
  const compiled = compileRuleSet(source, noLibrary);
  return {
    ...source,
    patterns: source.patterns.map((pattern, at) => ({
      ...pattern,
      rules: pattern.rules.map((rule, order) => {
        const context = compiled.patterns[at]?.rules[order]?.context();
        if (context === undefined || context instanceof XPathError) return rule;
        return { ...rule, selectors: context.alternatives.map(({ selector }) => selector) };
      }),
    })),
  };
}
