import type { Plan, PlannedExigence } from '../domain/plan.ts';
import { InputError } from '../domain/segur-error.ts';
import { planExigence } from './applicability.ts';
import type { Catalogue } from './catalogue.ts';
import { candidatureProblems } from './candidature-problems.ts';
import type { Dossier } from './dossier.ts';
import { exclusions } from './exclusions.ts';
import { onlyFilter } from './only-filter.ts';
import { planScenario } from './plan-scenario.ts';
import { refuse } from './problem.ts';
import { selectScenarios } from './select-scenarios.ts';
import type { ScenarioSource } from './scenario-source.ts';

export interface PlanRequest {
  readonly dossier: Dossier;
  readonly catalogue: Catalogue;
  /** Already cross-checked against the registry and the catalogue (`crossReferenceProblems`). */
  readonly scenarios: readonly ScenarioSource[];
  /** Seed of the deck when the dossier pins none. */
  readonly seed: string;
  /** The text of `--only`. */
  readonly only?: string;
}

/**
 * What a run will do, and the reason of all it leaves out. Same inputs, same plan. Throws ProblemsError when the
 * dossier and the catalogue do not fit, InputError when `--only` names nothing.
 */
export function buildPlan({ dossier, catalogue, scenarios, seed, only }: PlanRequest): Plan {
  refuse(candidatureProblems(dossier, catalogue));
  const { dispositif, vague, profils = [] } = dossier.candidature;
  const all = catalogue.exigences
    .filter(({ exigence }) => exigence.dispositif === dispositif)
    .map(({ exigence }) => planExigence(exigence, dossier));
  const selection = selectScenarios(scenarios, all, dossier, only);
  const exigences = only === undefined ? all : narrowed(all, selection.kept, only);
  if (only !== undefined && selection.kept.length === 0 && exigences.every(({ excluded }) => excluded)) {
    throw new InputError('ONLY_NOTHING', `--only ${only} leaves nothing to do`, {
      hint: 'Give an exigence (PSC.01), a theme (psc), a chapitre, a scenario (psc/connexion-web) or a glob; `segur plan` lists them.',
    });
  }
  return {
    catalogue: {
      id: catalogue.id,
      title: catalogue.title,
      date: catalogue.date,
      status: catalogue.status,
      sha256: catalogue.sha256,
      chapitres: catalogue.chapitres,
    },
    solution: dossier.solution,
    candidature: {
      couloir: dossier.candidature.couloir ?? catalogue.dispositifs[dispositif]?.couloir ?? '',
      dispositif,
      vague,
      profils: [...profils].sort(),
    },
    ...(only === undefined ? {} : { only }),
    exigences,
    scenarios: selection.kept.map(planScenario),
    skipped: selection.skipped.map(({ scenario, excluded }) => ({
      id: scenario.id,
      title: scenario.file.title,
      excluded,
    })),
    attestations: dossier.attestations,
    certificats: dossier.certificats,
    services: dossier.redacted,
    seed: dossier.graine ?? seed,
  };
}

/** With `--only`, an exigence counts when it is named or when a kept scenario proves a preuve of it. */
function narrowed(
  exigences: readonly PlannedExigence[],
  kept: readonly ScenarioSource[],
  only: string,
): readonly PlannedExigence[] {
  const matches = onlyFilter(only);
  const scenarioNamed = new Set(
    kept
      .filter(({ id }) => matches({ ids: [id], theme: id.split('/')[0] ?? '' }))
      .flatMap(({ file }) => file.judgements.flatMap(({ proves }) => proves)),
  );
  return exigences.map((planned) => {
    if (planned.excluded !== undefined) return planned;
    const { id, chapitre, scenarios } = planned.exigence;
    const preuves = scenarios.flatMap((scenario) => scenario.preuves.map((preuve) => preuve.id));
    const named =
      matches({ ids: [id], preuves, chapitre }) || preuves.some((preuve) => scenarioNamed.has(preuve));
    return named ? planned : { exigence: planned.exigence, excluded: exclusions.horsOnly(only) };
  });
}
