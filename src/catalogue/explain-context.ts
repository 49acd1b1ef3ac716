import type { Registry } from '../domain/registry.ts';
import type { Catalogue } from './catalogue.ts';
import type { Dossier } from './dossier.ts';
import type { ScenarioSource } from './scenario-source.ts';

/** What `explain` may look at. */
export interface ExplainContext {
  /** Parts and scenarios, already cross-checked. */
  readonly workspace: { readonly registry: Registry; readonly scenarios: readonly ScenarioSource[] };
  readonly catalogue: Catalogue;
  /** When given, exigences say whether they apply to it, and why. */
  readonly dossier?: Dossier;
}
