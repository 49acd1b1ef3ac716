import type { DossierFile } from '../domain/dossier.gen.ts';
import type { JsonObject } from '../domain/json.ts';
import type { PlannedAttestation } from '../domain/plan.ts';
import type { SourceFile } from './read-yaml.ts';

/** The vendor's candidature, read, checked, completed: paths absolute, defaults and secrets filled in. */
export interface Dossier {
  readonly source: SourceFile;
  readonly solution: JsonObject;
  readonly candidature: DossierFile['candidature'];
  readonly conditions: Readonly<
    Record<string, { readonly valeur: boolean; readonly justification?: string }>
  >;
  readonly nonApplicables: readonly { readonly exigence: string; readonly justification: string }[];
  /** Options of each configured service, defaults filled in, secrets in clear: for simulators only. */
  readonly services: Readonly<Record<string, JsonObject>>;
  /** The same as checks, plans and reports see them: each secret replaced by its marker. */
  readonly redacted: Readonly<Record<string, JsonObject>>;
  readonly pilote?: NonNullable<DossierFile['pilote']>;
  readonly actions: Readonly<Record<string, { readonly within?: string; readonly unsupported?: boolean }>>;
  readonly attestations: readonly PlannedAttestation[];
  readonly fichiers: readonly { readonly kind: string; readonly path: string; readonly scenario?: string }[];
  readonly certificats: readonly {
    readonly nom: string;
    readonly etat: 'obtenu' | 'en-cours' | 'absent';
    readonly produit?: string;
    readonly version?: string;
    readonly le?: string;
  }[];
  readonly graine?: string;
}
