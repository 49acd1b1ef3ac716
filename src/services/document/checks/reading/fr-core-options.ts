import type { CheckInput } from '../../../../domain/check.ts';
import type { JsonSchema } from '../../../../domain/json.ts';
import {
  frCoreRules,
  type FrCoreRules,
  type FrCoreVersion,
} from '../../../../formats/fhir/fr-core-version.ts';

/** Options of the checks whose rule depends on the release of FR Core that the software declares. */
export type FrCoreOptions = {
  readonly version?: FrCoreVersion;
};

export const frCoreOptions: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  properties: { version: { enum: Object.keys(frCoreRules) } },
};

/** Rules of the release that the row asks for, else of the one that the dossier declares, else of 2.2.0. */
export function frCoreOf({
  options,
  facts,
}: Pick<CheckInput<FrCoreOptions>, 'options' | 'facts'>): FrCoreRules {
  const declared = facts.services['fhir']?.['frCore'];
  return frCoreRules[options.version ?? (isRelease(declared) ? declared : '2.2.0')];
}

function isRelease(value: unknown): value is FrCoreVersion {
  return typeof value === 'string' && value in frCoreRules;
}
