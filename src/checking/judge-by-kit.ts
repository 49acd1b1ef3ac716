import type { CheckFinding, CheckRuleSet } from '../domain/check-result.gen.ts';
import { SegurError } from '../domain/segur-error.ts';
import type { FoundCda } from '../formats/bundle/bundle.ts';
import type { Kit } from '../formats/schematron/open-kit.ts';
import type { RuleFinding, RuleSetResult } from '../formats/schematron/rule-set-result.ts';
import type { XsdFinding } from '../formats/xsd/compile-xsd.ts';
import type { XmlDocument, XmlNode } from '../formats/xml/xml-node.ts';

export interface KitJudgement {
  readonly findings: readonly CheckFinding[];
  readonly ruleSets: readonly CheckRuleSet[];
}

/**
 * Judges one CDA by the schema and the rule sets of a kit. The kit's sentences are quoted as they are, in French,
 * and those of the schema validator in English. A kit without schema is told as a rule set that was not exercised.
 */
export async function judgeByKit(kit: Kit, cda: FoundCda): Promise<KitJudgement> {
  const document = documentOf(cda.document.root);
  const clauses: CheckFinding['clauses'] = [{ source: `ANS ${kit.version}`, trust: 'V' }];
  const common = { ...(cda.label === '' ? {} : { document: cda.label }), clauses };
  const xsd = await bySchema(kit, document);
  const results = kit.judge(document);
  const byRules = results.flatMap((result) => result.findings.map((found) => ruleFinding(result, found)));
  return {
    findings: [...(xsd ?? []).map(schemaFinding), ...byRules].map((found) => ({ ...found, ...common })),
    ruleSets: [
      schemaSet(xsd !== undefined, cda.label),
      ...results.map((result) => ruleSet(result, cda.label)),
    ],
  };
}

/** Undefined when the kit has no schema. */
async function bySchema(kit: Kit, document: XmlDocument): Promise<readonly XsdFinding[] | undefined> {
  try {
    return await kit.validateXsd(document);
  } catch (error) {
    if (error instanceof SegurError && error.code === 'kit-without-xsd') return undefined;
    throw error;
  }
}

function schemaSet(judged: boolean, document: string): CheckRuleSet {
  return {
    id: 'xsd',
    document,
    status: judged ? 'judged' : 'unexercised',
    fired: judged ? 1 : 0,
    patterns: [],
    unjudged: [],
    missing: judged ? [] : ['CDA_extended.xsd'],
    rebuilt: [],
    absent: [],
  };
}

function documentOf(root: FoundCda['document']['root']): XmlDocument {
  let node: XmlNode = root;
  while (node.kind !== 'document') node = node.parent;
  return node;
}

function schemaFinding(found: XsdFinding): Omit<CheckFinding, 'clauses'> {
  return {
    rule: 'kit/xsd',
    code: 'schema-invalid',
    severity: 'error',
    says: {
      fr: `Hors du schéma CDA : ${found.message}`,
      en: `Not as the CDA schema says: ${found.message}`,
    },
    quote: { lang: 'en', text: found.message },
    fix: {
      fr: 'Corriger la structure de cet élément d’après CDA_extended.xsd.',
      en: 'Correct the structure of this element by CDA_extended.xsd.',
    },
    ...(found.path === '' ? {} : { path: found.path }),
    ...(found.line > 0 ? { line: found.line } : {}),
  };
}

function ruleFinding(result: RuleSetResult, found: RuleFinding): Omit<CheckFinding, 'clauses'> {
  return {
    rule: `kit/${result.ruleSet}`,
    code: found.assertion === '' ? found.pattern : found.assertion,
    severity: severityOf(found),
    says: {
      fr: `Règle du kit : ${found.message}`,
      en: `Rule of the kit, in French: ${found.message}`,
    },
    quote: { lang: 'fr', text: found.message },
    fix: {
      fr: `Rendre vrai : ${found.test}${found.see === '' ? '' : ` (voir ${found.see})`}`,
      en: `Make true: ${found.test}${found.see === '' ? '' : ` (see ${found.see})`}`,
    },
    path: found.path,
    line: found.line,
    column: found.column,
  };
}

/** A report that fires tells something; it is an error only when its role says so (ISO 19757-3, 5.5.2). */
function severityOf({ kind, role, flag }: RuleFinding): CheckFinding['severity'] {
  const says = `${role} ${flag}`.toLowerCase();
  if (/\b(warn|warning|avertissement)\b/.test(says)) return 'warning';
  if (/\b(info|information|note)\b/.test(says)) return 'note';
  if (kind === 'successful-report' && !/\b(error|erreur|fatal)\b/.test(says)) return 'note';
  return 'error';
}

function ruleSet(result: RuleSetResult, label: string): CheckRuleSet {
  return {
    id: result.ruleSet,
    document: label,
    status: result.status,
    fired: result.fired,
    patterns: result.patterns.filter(({ fired }) => fired > 0).map(({ id, fired }) => ({ id, fired })),
    unjudged: [
      ...new Set(
        result.unjudged.map(({ pattern, rule, code, reason }) => `${pattern}: ${rule} [${code}] ${reason}`),
      ),
    ],
    missing: result.missing.map(({ kind, name, askedBy }) => `${kind} ${name} (${askedBy})`),
    rebuilt: result.rebuilt.map(({ path, from }) => `${path} <- ${from}`),
    absent: [...result.absentDocuments],
  };
}
