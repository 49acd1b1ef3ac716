import type { Bilingual } from '../domain/bilingual.ts';
import type { CheckedFile, CheckLack, CheckRuleSet } from '../domain/check-result.gen.ts';
import type { KitGap } from '../formats/schematron/kit-catalogue.ts';

/**
 * What a kit did not allow to judge, told once for all the files that it judged: the schemas and parts of rule sets
 * that it does not hold, and the value sets, terminologies and expressions that the files met. None when it judged no
 * document.
 */
export function kitLacks(gaps: readonly KitGap[], files: readonly CheckedFile[]): readonly CheckLack[] {
  const ruleSets = files.flatMap((file) => file.ruleSets);
  if (ruleSets.length === 0) return [];
  return [
    ...lacksOf(
      'schema',
      ruleSets.filter(({ id }) => id === 'xsd'),
      ({ missing }) => missing,
    ),
    ...ruleLacks(gaps),
    ...lacksOf('value-set', ruleSets, ({ rebuilt }) => rebuilt),
    ...lacksOf('terminology', ruleSets, ({ absent }) => absent.flatMap(terminologyOf)),
    ...lacksOf('expression', ruleSets, ({ unjudged }) => unjudged),
  ];
}

function ruleLacks(gaps: readonly KitGap[]): readonly CheckLack[] {
  const byRuleSet = new Map<string, string[]>();
  for (const { ruleSet, kind, name } of gaps) {
    const names = byRuleSet.get(ruleSet) ?? [];
    byRuleSet.set(ruleSet, [...names, `${kind} ${name}`]);
  }
  return [...byRuleSet].map(([ruleSet, names]) => lack('rules', ruleSet, [...new Set(names)]));
}

function lacksOf(
  kind: CheckLack['kind'],
  ruleSets: readonly CheckRuleSet[],
  namesOf: (ruleSet: CheckRuleSet) => readonly string[],
): readonly CheckLack[] {
  const byRuleSet = new Map<string, Set<string>>();
  for (const ruleSet of ruleSets) {
    const names = byRuleSet.get(ruleSet.id) ?? new Set();
    for (const name of namesOf(ruleSet)) names.add(name);
    byRuleSet.set(ruleSet.id, names);
  }
  return [...byRuleSet]
    .filter(([, names]) => names.size > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([ruleSet, names]) => lack(kind, ruleSet, [...names].sort()));
}

function lack(kind: CheckLack['kind'], ruleSet: string, names: string[]): CheckLack {
  return { kind, ruleSet, names, says: { ...sentences[kind] } };
}

const sentences: Readonly<Record<CheckLack['kind'], Bilingual>> = {
  schema: {
    fr: 'Le kit n’a pas de schéma CDA : la structure des documents n’a pas été jugée.',
    en: 'The kit has no CDA schema: the structure of documents was not judged.',
  },
  rules: {
    fr: 'Le kit ne contient pas ces parties : leurs règles ne sont jamais jouées.',
    en: 'The kit does not hold these parts: their rules are never played.',
  },
  'value-set': {
    fr: 'Ces jeux de valeurs, absents du kit, ont été reconstruits depuis un autre de ses fichiers.',
    en: 'These value sets, which the kit does not hold, were rebuilt from another of its files.',
  },
  terminology: {
    fr: 'Ces terminologies sont absentes du kit : les codes qui en viennent n’ont pas été vérifiés.',
    en: 'The kit does not hold these terminologies: codes that come from them were not verified.',
  },
  expression: {
    fr: 'Le banc n’a pas pu évaluer ces règles : elles n’ont rien prouvé.',
    en: 'The bench could not evaluate these rules: they proved nothing.',
  },
};

/** `../terminologie/1.2.3.rdf` is the terminology 1.2.3; a code without system asks for a file without name. */
function terminologyOf(address: string): readonly string[] {
  const name = address.slice(address.lastIndexOf('/') + 1).replace(/\.rdf$/, '');
  return name === '' ? [] : [name];
}
