import { pathOfNode } from '../xml/path-of-node.ts';
import { positionOf } from '../xml/source-position.ts';
import type { XmlDocument, XmlNode } from '../xml/xml-node.ts';
import { indexOf } from '../xpath/document-index.ts';
import { withFocus } from '../xpath/focus.ts';
import type { CompiledXPath, XPathContext } from '../xpath/xpath-context.ts';
import { XPathError } from '../xpath/xpath-error.ts';
import { stringOf } from '../xpath/xpath-value.ts';
import type {
  CompiledRuleSet,
  RunnableAssertion,
  RunnablePattern,
  RunnableRule,
} from './compile-rule-set.ts';
import { ruleCandidates, type IndexedDocument } from './rule-candidates.ts';
import type { PatternCount, RuleFinding, RulePlace, UnjudgedRule } from './rule-set-result.ts';

export interface Judgement {
  readonly fired: number;
  readonly patterns: readonly PatternCount[];
  readonly findings: readonly RuleFinding[];
  readonly unjudged: readonly UnjudgedRule[];
}

/**
 * Judges one document by every active pattern: in each, a node goes to the first rule whose context it matches
 * (ISO 19757-3, 6.5). Findings come by pattern, then in document order. An expression that cannot be evaluated is
 * an `unjudged` entry, never a pass.
 */
export function judgeDocument(ruleSet: CompiledRuleSet, document: XmlDocument): Judgement {
  const findings: RuleFinding[] = [];
  const unjudged: UnjudgedRule[] = [];
  const locals: XPathContext['locals'] = [];
  const context: XPathContext = {
    item: document,
    position: 1,
    size: 1,
    ruleItem: document,
    locals,
    globals: new Array<undefined>(ruleSet.globals).fill(undefined),
    document,
  };
  const index = indexOf(document);
  const run: Run = { context, document, index, findings, unjudged, claimed: new Map() };
  const patterns = ruleSet.patterns.map((pattern) => {
    const rules = judgePattern(pattern, run);
    return { id: pattern.source.id, fired: rules.reduce((sum, one) => sum + one, 0), rules };
  });
  return { fired: patterns.reduce((sum, one) => sum + one.fired, 0), patterns, findings, unjudged };
}

interface Run extends IndexedDocument {
  readonly context: XPathContext;
  readonly findings: RuleFinding[];
  readonly unjudged: UnjudgedRule[];
  /** Rule that took each node, in the pattern being judged. */
  readonly claimed: Map<XmlNode, RunnableRule>;
}

function judgePattern(pattern: RunnablePattern, run: Run): readonly number[] {
  const { claimed } = run;
  claimed.clear();
  for (const rule of pattern.rules) claimNodes(pattern, rule, run);
  const counts = pattern.rules.map(() => 0);
  if (claimed.size === 0) return counts;
  const firings = [...claimed];
  firings.sort(([a], [b]) => a.order - b.order);
  for (const [node, rule] of firings) {
    counts[rule.at] = (counts[rule.at] ?? 0) + 1;
    fire(pattern, rule, node, run);
  }
  return counts;
}

function claimNodes(pattern: RunnablePattern, rule: RunnableRule, run: Run): void {
  const { selectors } = rule.source;
  if (selectors === undefined) {
    const context = rule.context();
    if (context instanceof XPathError) {
      run.unjudged.push(unjudgedRule(pattern, rule, undefined, context));
      return;
    }
    context.alternatives.forEach(({ selector }, at) => {
      claimCandidates(pattern, rule, { run, at, nodes: ruleCandidates(run, selector) });
    });
    return;
  }
  for (let at = 0; at < selectors.length; at += 1) {
    const selector = selectors[at];
    const nodes = selector === undefined ? [] : ruleCandidates(run, selector);
    if (nodes.length > 0) claimCandidates(pattern, rule, { run, at, nodes });
  }
}

/** Nodes that an alternative of a context may match. */
interface Candidates {
  readonly run: Run;
  /** Rank of the alternative. */
  readonly at: number;
  readonly nodes: readonly XmlNode[];
}

function claimCandidates(pattern: RunnablePattern, rule: RunnableRule, { run, at, nodes }: Candidates): void {
  const { context, claimed } = run;
  const compiled = rule.context();
  const alternative = compiled instanceof XPathError ? undefined : compiled.alternatives[at];
  if (alternative === undefined) return;
  // No lets of a rule exist in its context.
  context.locals.length = 0;
  for (const node of nodes) {
    if (claimed.has(node)) continue;
    context.ruleItem = node;
    try {
      if (alternative.matches(context, node)) claimed.set(node, rule);
    } catch (error) {
      if (!(error instanceof XPathError)) throw error;
      // XSLT 2 section 5.5.4: a pattern that fails does not match; it is told all the same.
      run.unjudged.push({ ...unjudgedRule(pattern, rule, undefined, error), ...placeOf(node) });
    }
  }
}

function fire(pattern: RunnablePattern, rule: RunnableRule, node: XmlNode, run: Run): void {
  const { context } = run;
  const { assertions, slots } = rule.body();
  context.locals.length = slots;
  context.locals.fill(undefined);
  context.ruleItem = node;
  for (const assertion of assertions) {
    try {
      if (assertion.test instanceof XPathError) throw assertion.test;
      const holds = withFocus(context, node, 1, 1, assertion.test.test);
      if (holds === (assertion.source.k === 'report'))
        run.findings.push(finding(pattern, rule, assertion, node, run));
    } catch (error) {
      if (!(error instanceof XPathError)) throw error;
      run.unjudged.push({ ...unjudgedRule(pattern, rule, assertion, error), ...placeOf(node) });
    }
  }
}

function finding(
  pattern: RunnablePattern,
  rule: RunnableRule,
  assertion: RunnableAssertion,
  node: XmlNode,
  run: Run,
): RuleFinding {
  const { source } = assertion;
  return {
    kind: source.k === 'report' ? 'successful-report' : 'failed-assert',
    index: [pattern.at, rule.at, assertion.at],
    pattern: pattern.source.id,
    rule: nameOf(rule),
    assertion: source.id,
    test: source.test,
    role: source.role,
    flag: source.flag,
    see: source.see,
    message: messageOf(assertion, node, run.context),
    ...placeOf(node),
  };
}

function messageOf(assertion: RunnableAssertion, node: XmlNode, context: XPathContext): string {
  const text = assertion.message().map((part) => {
    if (typeof part === 'string') return part;
    return part instanceof XPathError ? `[${part.code}]` : valueText(part, node, context);
  });
  return text.join('').replace(/\s+/g, ' ').trim();
}

function valueText(part: CompiledXPath, node: XmlNode, context: XPathContext): string {
  try {
    return withFocus(context, node, 1, 1, part.sequence).map(stringOf).join(' ');
  } catch (error) {
    if (error instanceof XPathError) return `[${error.code}]`;
    throw error;
  }
}

function nameOf(rule: RunnableRule): string {
  return rule.source.id === '' ? rule.source.context : rule.source.id;
}

function placeOf(node: XmlNode): Pick<RulePlace, 'path' | 'line' | 'column'> {
  return { path: pathOfNode(node), ...positionOf(node) };
}

function unjudgedRule(
  pattern: RunnablePattern,
  rule: RunnableRule,
  assertion: RunnableAssertion | undefined,
  error: XPathError,
): UnjudgedRule {
  return {
    index: [pattern.at, rule.at, assertion?.at ?? -1],
    pattern: pattern.source.id,
    rule: nameOf(rule),
    test: assertion?.source.test ?? '',
    code: error.code,
    reason: error.message,
  };
}
