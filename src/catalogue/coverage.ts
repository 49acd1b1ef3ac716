import type { Exigence, PreuveAttendue } from '../domain/plan.ts';
import type { Catalogue } from './catalogue.ts';
import { canonicalId } from '../domain/exigence-id.ts';
import type { ScenarioSource } from './scenario-source.ts';

/** How far the bench takes one exigence by itself. `uncovered`: automatic in the catalogue, but no scenario judges it yet. */
export type CoverageClass =
  'automatic' | 'assisted' | 'attested' | 'certificate' | 'uncovered' | 'none' | 'no-preuve' | 'obsolete';

export interface CoverageLine {
  readonly exigence: Exigence;
  /** The weakest class of its preuves: what still needs a human decides. */
  readonly class: CoverageClass;
  readonly preuves: readonly {
    readonly preuve: PreuveAttendue;
    readonly class: CoverageClass;
    readonly scenarios: readonly string[];
  }[];
}

const order: readonly CoverageClass[] = [
  'automatic',
  'certificate',
  'assisted',
  'attested',
  'none',
  'uncovered',
];

/** Every exigence of the catalogue (or of one dispositif, one chapitre or its prefix) and what proves it. */
export function coverage(
  catalogue: Catalogue,
  scenarios: readonly ScenarioSource[],
  filter: { readonly dispositif?: string; readonly theme?: string } = {},
): readonly CoverageLine[] {
  const judged = scenariosByPreuve(scenarios);
  return catalogue.exigences
    .map(({ exigence }) => exigence)
    .filter(
      ({ dispositif, chapitre }) =>
        (filter.dispositif === undefined || filter.dispositif === dispositif) &&
        (filter.theme === undefined ||
          chapitre.toLowerCase().split('/').includes(filter.theme.toLowerCase())),
    )
    .map((exigence) => lineOf(exigence, judged));
}

function lineOf(exigence: Exigence, judged: ReadonlyMap<string, readonly string[]>): CoverageLine {
  const preuves = exigence.scenarios.flatMap((scenario) =>
    scenario.preuves.map((preuve) => {
      const scenarios = judged.get(canonicalId(preuve.id)) ?? [];
      return { preuve, class: classOf(preuve, scenarios.length > 0), scenarios };
    }),
  );
  if (exigence.arbitrage === 'obsolete') return { exigence, class: 'obsolete', preuves };
  if (preuves.length === 0) return { exigence, class: 'no-preuve', preuves };
  const rank = Math.max(...preuves.map((preuve) => order.indexOf(preuve.class)));
  return { exigence, class: order[rank] ?? 'uncovered', preuves };
}

function classOf(preuve: PreuveAttendue, covered: boolean): CoverageClass {
  switch (preuve.automation) {
    case 'trafic':
    case 'fichier':
    case 'etat':
      return covered ? 'automatic' : 'uncovered';
    case 'assiste':
      return 'assisted';
    case 'atteste':
      return 'attested';
    case 'certificat':
      return 'certificate';
    case 'aucune':
      return 'none';
  }
}

function scenariosByPreuve(scenarios: readonly ScenarioSource[]): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, Set<string>>();
  for (const { id, file } of scenarios) {
    for (const preuve of file.judgements.flatMap(({ proves }) => proves)) {
      const key = canonicalId(preuve);
      map.set(key, (map.get(key) ?? new Set()).add(id));
    }
  }
  return new Map([...map].map(([key, ids]) => [key, [...ids].sort()]));
}
