import { InputError } from '../domain/segur-error.ts';
import { canonicalId } from '../domain/exigence-id.ts';
import type { ExplainContext } from './explain-context.ts';
import type { Explanation } from './explanation.ts';
import { explainExigence, explainPreuve } from './explain-exigence.ts';
import {
  explainAction,
  explainCheck,
  explainFault,
  explainFinding,
  explainScenario,
  explainService,
} from './explain-part.ts';
import { didYouMean } from './suggest.ts';

/**
 * What an id means: exigence or preuve (with or without `SC.`), scenario, check, fault, finding code, action, service.
 * An id that several things share gives them all. Throws InputError with the nearest known id.
 */
export function explain(id: string, context: ExplainContext): readonly Explanation[] {
  const { registry, scenarios } = context.workspace;
  const check = registry.checks.get(id);
  const fault = registry.faults.get(id);
  const action = registry.actions.get(id);
  const service = registry.services.get(id);
  const found: readonly Explanation[] = [
    ...explainExigence(id, context),
    ...explainPreuve(id, context),
    ...(check === undefined ? [] : [explainCheck(id, check, scenarios)]),
    ...(fault === undefined ? [] : [explainFault(id, fault, scenarios)]),
    ...scenarios
      .filter((scenario) => scenario.id === id || scenario.file.id === id)
      .slice(0, 1)
      .map((scenario) => explainScenario(scenario, registry)),
    ...[...registry.checks].flatMap(([checkId, owner]) => explainFinding(id, checkId, owner)),
    ...(action === undefined ? [] : [explainAction(action, scenarios)]),
    ...(service === undefined ? [] : [explainService(service, scenarios)]),
  ];
  if (found.length > 0) return found;
  throw new InputError('UNKNOWN_ID', `nothing is named "${id}"`, {
    hint: didYouMean(canonicalId(id), knownIds(context)),
  });
}

function knownIds({ workspace: { registry, scenarios }, catalogue }: ExplainContext): ReadonlySet<string> {
  return new Set([
    ...catalogue.exigences.map(({ exigence }) => canonicalId(exigence.id)),
    ...registry.checks.keys(),
    ...registry.faults.keys(),
    ...scenarios.map((scenario) => scenario.id),
    ...registry.actions.keys(),
    ...registry.services.keys(),
    ...[...registry.checks.values()].flatMap((check) => Object.keys(check.findings)),
  ]);
}
