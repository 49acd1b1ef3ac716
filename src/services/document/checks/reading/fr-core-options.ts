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

/** Rules of the release asked for; those of 2.2.0 when the row says nothing. */
export function frCoreOf(options: FrCoreOptions): FrCoreRules {
  return frCoreRules[options.version ?? '2.2.0'];
}
