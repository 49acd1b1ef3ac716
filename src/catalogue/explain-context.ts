import type { Catalogue } from './catalogue.ts';
import type { Dossier } from './dossier.ts';
import type { Workspace } from './load-workspace.ts';

/** What `explain` may look at. */
export interface ExplainContext {
  readonly workspace: Workspace;
  readonly catalogue: Catalogue;
  /** When given, exigences say whether they apply to it, and why. */
  readonly dossier?: Dossier;
}
