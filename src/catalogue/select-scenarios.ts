import type { Exclusion, PlannedExigence } from '../domain/plan.ts';
import type { Json, JsonObject } from '../domain/json.ts';
import type { Dossier } from './dossier.ts';
import { canonicalId, isBenchId } from '../domain/exigence-id.ts';
import { exclusions } from './exclusions.ts';
import { onlyFilter } from './only-filter.ts';
import { controlReference } from './plan-scenario.ts';
import type { ScenarioSource } from './scenario-source.ts';

export interface Selection {
  readonly kept: readonly ScenarioSource[];
  readonly skipped: readonly { readonly scenario: ScenarioSource; readonly excluded: Exclusion }[];
}

/**
 * The scenarios to play, and why each other is not. A scenario that a kept one names as control is kept with it even
 * when `--only` does not name it: without its control a fault proves nothing.
 */
export function selectScenarios(
  scenarios: readonly ScenarioSource[],
  exigences: readonly PlannedExigence[],
  dossier: Dossier,
  only: string | undefined,
): Selection {
  const applicable = withoutOrphans(
    scenarios.map((scenario) => ({ scenario, excluded: exclusionOf(scenario, exigences, dossier) })),
  );
  const possible = applicable
    .filter(({ excluded }) => excluded === undefined)
    .map(({ scenario }) => scenario);
  const wanted = new Set(
    withControls(only === undefined ? possible : named(possible, exigences, only), possible),
  );
  return {
    kept: possible.filter((scenario) => wanted.has(scenario)),
    skipped: applicable.flatMap(({ scenario, excluded }) => {
      const reason = excluded ?? (wanted.has(scenario) ? undefined : exclusions.horsOnly(only ?? ''));
      return reason === undefined ? [] : [{ scenario, excluded: reason }];
    }),
  };
}

interface Candidate {
  readonly scenario: ScenarioSource;
  readonly excluded: Exclusion | undefined;
}

/** Excludes what has its control in an excluded scenario, until nothing more falls. */
function withoutOrphans(candidates: readonly Candidate[]): readonly Candidate[] {
  const out = new Set(candidates.filter(({ excluded }) => excluded).map(({ scenario }) => scenario.id));
  const next = candidates.map((candidate) => {
    const orphan = controlsOf(candidate.scenario).find((control) => out.has(control));
    return candidate.excluded !== undefined || orphan === undefined
      ? candidate
      : { ...candidate, excluded: exclusions.withoutControl(orphan) };
  });
  return next.some(({ excluded }, index) => excluded !== candidates[index]?.excluded)
    ? withoutOrphans(next)
    : next;
}

/** Scenarios that hold the control steps of a scenario, itself left out. */
function controlsOf({ id, file }: ScenarioSource): readonly string[] {
  return file.steps
    .flatMap(({ control }) => (control === undefined ? [] : [controlReference(id, control)]))
    .map((reference) => reference.split('#')[0] ?? id)
    .filter((scenario) => scenario !== id);
}

function named(
  scenarios: readonly ScenarioSource[],
  exigences: readonly PlannedExigence[],
  only: string,
): readonly ScenarioSource[] {
  const matches = onlyFilter(only);
  const byPreuve = exigencesByPreuve(exigences);
  return scenarios.filter(({ id, file }) => {
    const proved = file.judgements.flatMap(({ proves }) => proves);
    const own = proved.flatMap((preuve) => byPreuve.get(canonicalId(preuve)) ?? []);
    const theme = id.split('/')[0] ?? '';
    return (
      matches({ ids: [id], preuves: proved, theme }) ||
      own.some(({ exigence }) => matches({ ids: [exigence.id], chapitre: exigence.chapitre }))
    );
  });
}

function exclusionOf(
  { file, id }: ScenarioSource,
  exigences: readonly PlannedExigence[],
  dossier: Dossier,
): Exclusion | undefined {
  for (const service of file.services) {
    if (!(service in dossier.services)) return exclusions.notConfigured(service);
  }
  for (const [path, wanted] of Object.entries(file.when ?? {})) {
    const actual = settingOf(dossier, path);
    const values = Array.isArray(actual) ? (actual as readonly Json[]) : [actual];
    if (values.some((value) => wanted.includes(value as string))) continue;
    if (file.alternative !== undefined) {
      return exclusions.alternative(file.alternative.group, file.alternative.option);
    }
    return exclusions.setting(path, wanted, actual);
  }
  const unsupported = file.steps.find((step) => {
    const action = step.drive ?? step.probe;
    return step.optional !== true && action !== undefined && dossier.actions[action]?.unsupported === true;
  });
  if (unsupported !== undefined) return exclusions.unsupported(unsupported.drive ?? unsupported.probe ?? id);
  return provesNothing(
    file.judgements.flatMap(({ proves }) => proves),
    exigences,
    dossier,
  );
}

function provesNothing(
  proved: readonly string[],
  exigences: readonly PlannedExigence[],
  dossier: Dossier,
): Exclusion | undefined {
  const official = proved.filter((preuve) => !isBenchId(preuve));
  if (official.length === 0) return undefined;
  const byPreuve = exigencesByPreuve(exigences);
  const touched = official.flatMap((preuve) => byPreuve.get(canonicalId(preuve)) ?? []);
  const [first] = touched;
  if (first === undefined) return exclusions.horsDispositif(dossier.candidature.dispositif);
  return touched.some(({ excluded }) => excluded === undefined) ? undefined : first.excluded;
}

function exigencesByPreuve(
  exigences: readonly PlannedExigence[],
): ReadonlyMap<string, readonly PlannedExigence[]> {
  const map = new Map<string, PlannedExigence[]>();
  for (const planned of exigences) {
    for (const preuve of planned.exigence.scenarios.flatMap(({ preuves }) => preuves)) {
      const list = map.get(canonicalId(preuve.id)) ?? [];
      list.push(planned);
      map.set(canonicalId(preuve.id), list);
    }
  }
  return map;
}

function withControls(
  wanted: readonly ScenarioSource[],
  possible: readonly ScenarioSource[],
): readonly ScenarioSource[] {
  const all = new Set(wanted);
  for (const scenario of all) {
    for (const id of controlsOf(scenario)) {
      const control = possible.find((one) => one.id === id);
      if (control !== undefined) all.add(control);
    }
  }
  return [...all];
}

/** A dotted setting of the dossier, as completed by the defaults of the services. */
function settingOf(dossier: Dossier, path: string): Json | undefined {
  const root: JsonObject = {
    services: dossier.redacted,
    candidature: dossier.candidature,
    solution: dossier.solution,
  };
  return path.split('.').reduce<Json | undefined>((value, key) => {
    if (value === undefined || value === null || typeof value !== 'object' || Array.isArray(value))
      return undefined;
    return (value as JsonObject)[key];
  }, root);
}
