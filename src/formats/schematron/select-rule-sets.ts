import type { CdaHeader } from './cda-header.ts';
import type { SchematronSource } from './schematron-source.ts';

/** A schema of a kit and the document templates it is written for (none: for every document). */
export interface KitRuleSet {
  /** Name of the main file without extension. */
  readonly id: string;
  readonly file: string;
  readonly layer: 'profile' | 'volet';
  readonly templateIds: readonly string[];
}

/** Document templates of the French volets (CI-SIS); the three common ones say nothing of the volet. */
const voletTemplate =
  /templateId\s*(?:\[\s*@root|\/\s*@root)\s*=\s*["'](1\.2\.250\.1\.213\.1\.1\.1\.[\d.]+)["']/g;
const commonTemplate = '1.2.250.1.213.1.1.1.1';

/** Volets whose rules never name their own template; facts of the CI-SIS volets. */
const silentVolets: Readonly<Record<string, string>> = {
  'BIO-CR-BIO': '1.2.250.1.213.1.1.1.55',
  'CSE-MDE': '1.2.250.1.213.1.1.1.5.4',
  'OPH-CR-RTN': '1.2.250.1.213.1.1.1.18',
  'TLM-DA': '1.2.250.1.213.1.1.1.38',
};

/** The most specific document templates that the rules ask for. */
export function voletTemplates(source: SchematronSource): readonly string[] {
  const found = new Set<string>();
  for (const { context, items } of source.patterns.flatMap((pattern) => pattern.rules)) {
    for (const text of [context, ...items.map((item) => (item.k === 'let' ? item.value : item.test))])
      for (const match of text.matchAll(voletTemplate)) if (match[1] !== undefined) found.add(match[1]);
  }
  found.delete(commonTemplate);
  const specific = [...found].filter((id) => ![...found].some((other) => other.startsWith(`${id}.`)));
  if (specific.length > 0) return specific.sort();
  const silent = Object.entries(silentVolets).find(([name]) => source.file.includes(`_${name}_`));
  return silent === undefined ? [] : [silent[1]];
}

/**
 * The rule sets that apply to a document: every profile, and for a structured body the volet whose template the
 * document claims. Of several versions of a volet the newest is taken unless `pinned` names one. Level 1
 * documents have no volet (CI-SIS minimal structure).
 */
export function selectRuleSets(
  ruleSets: readonly KitRuleSet[],
  header: CdaHeader,
  pinned?: string,
): readonly KitRuleSet[] {
  const profiles = ruleSets.filter((set) => set.layer === 'profile');
  if (header.body !== 'structured') return profiles;
  const claimed = new Set(header.templateIds);
  const volets = ruleSets.filter(
    (set) => set.layer === 'volet' && set.templateIds.some((id) => claimed.has(id)),
  );
  const chosen = volets.find((set) => set.id === pinned) ?? [...volets].sort(byVersion).at(-1);
  return chosen === undefined ? profiles : [...profiles, chosen];
}

/** `..._2024.01` after `..._2022.01`; names decide between equal versions. */
function byVersion(a: KitRuleSet, b: KitRuleSet): number {
  const version = ({ id }: KitRuleSet): string => /(\d{4}\.\d\d)$/.exec(id)?.[1] ?? '';
  const [x, y] = [version(a) + a.id, version(b) + b.id];
  return x < y ? -1 : x > y ? 1 : 0;
}
