import type { Bilingual } from '../domain/bilingual.ts';
import type { ExigenceEntry } from '../domain/exigences.gen.ts';
import type { Exigence } from '../domain/plan.ts';
import type { SourceLocation } from '../domain/segur-error.ts';

/** A dated set of exigences, after socle inheritance, for every dispositif it knows. */
export interface Catalogue {
  readonly id: string;
  readonly title: Bilingual;
  readonly date: string;
  readonly status: 'published' | 'working' | 'draft';
  readonly source: Bilingual;
  /** SHA-256 over the names and contents of its files. */
  readonly sha256: string;
  readonly dispositifs: Readonly<
    Record<string, { readonly couloir: string; readonly title: Bilingual; readonly code?: string }>
  >;
  readonly chapitres: Readonly<Record<string, Bilingual>>;
  readonly conditions: Readonly<Record<string, Bilingual>>;
  readonly exigences: readonly CatalogueExigence[];
}

/** An exigence and where it is written. */
export interface CatalogueExigence {
  readonly exigence: Exigence;
  readonly at: SourceLocation;
}

/** An entry as written, before inheritance. */
export interface CatalogueRow {
  readonly entry: ExigenceEntry;
  readonly dispositif: string;
  readonly catalogue: string;
  readonly file: string;
  readonly at: SourceLocation;
}
