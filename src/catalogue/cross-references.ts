import type { Registry } from '../domain/registry.ts';
import type { Catalogue } from './catalogue.ts';
import { canonicalId } from '../domain/exigence-id.ts';
import { stateProblems, unknownId, type Known } from './known-references.ts';
import type { Problem } from './problem.ts';
import type { SchemaSet } from './schema-set.ts';
import type { ScenarioSource } from './scenario-source.ts';
import { stepProblems } from './step-problems.ts';
import { rowProblems } from './row-problems.ts';

const benchKinds = [
  'pilote/action',
  'pilote/probe',
  'fault/delivered',
  'step/end',
  'attestation/declared',
  'file/submitted',
];

/** Everything a scenario names that does not exist or does not fit, before anything runs. */
export function crossReferenceProblems(
  scenarios: readonly ScenarioSource[],
  catalogues: readonly Catalogue[],
  registry: Registry,
  schemas: SchemaSet,
): readonly Problem[] {
  const known: Known = {
    registry,
    preuves: new Set(
      catalogues.flatMap(({ exigences }) =>
        exigences.flatMap(({ exigence }) =>
          exigence.scenarios.flatMap(({ preuves }) => preuves.map(({ id }) => canonicalId(id))),
        ),
      ),
    ),
    kinds: new Set([
      ...benchKinds,
      ...[...registry.services.values()].flatMap(({ kinds }) => Object.keys(kinds)),
    ]),
    steps: new Set(scenarios.flatMap(({ id, file }) => file.steps.map((step) => `${id}#${step.id}`))),
  };
  return scenarios.flatMap((scenario) => [
    ...serviceProblems(scenario, known, schemas),
    ...stepProblems(scenario, known, schemas),
    ...rowProblems(scenario, known, schemas),
  ]);
}

function serviceProblems(
  { file, source }: ScenarioSource,
  { registry }: Known,
  schemas: SchemaSet,
): readonly Problem[] {
  return [
    ...file.services.flatMap((name, index) =>
      registry.services.has(name)
        ? []
        : [unknownId('service', name, registry.services.keys(), source.locate(`/services/${index}`))],
    ),
    ...stateProblems(file.state, '/state', { source, file }, registry, schemas),
  ];
}
