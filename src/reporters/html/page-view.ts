import type { Lang } from '../../domain/bilingual.ts';
import type {
  ReportChapitre,
  ReportExigence,
  ReportFile,
  ReportPreuve,
  ReportRow,
} from '../../domain/report.gen.ts';

/** What the templates need and the report only holds implicitly. */
export interface PageView {
  readonly report: ReportFile;
  readonly lang: Lang;
  readonly row: (id: string) => ReportRow | undefined;
  readonly preuveOf: (id: string) => ReportPreuve | undefined;
  /** True the first time a row is shown: it is detailed once, and linked to from everywhere else. */
  readonly details: (exigence: string, preuve: string, row: string) => boolean;
  /** Rows that no preuve of an exigence holds. */
  readonly benchRows: readonly ReportRow[];
  readonly applicable: (chapitre: ReportChapitre) => readonly ReportExigence[];
  readonly notApplicable: (chapitre: ReportChapitre) => readonly ReportExigence[];
  readonly warned: (exigence: ReportExigence) => boolean;
}

/** Places each row of the report once in the page. */
export function pageView(report: ReportFile, lang: Lang): PageView {
  const rows = new Map(report.rows.map((row) => [row.id, row]));
  const preuves = new Map(report.preuves.map((preuve) => [preuve.id, preuve]));
  const home = new Map<string, string>();
  for (const chapitre of report.chapitres) {
    for (const exigence of chapitre.exigences) {
      for (const preuve of exigence.preuves) {
        for (const row of preuve.rows) {
          if (!home.has(row)) home.set(row, place(exigence.id, preuve.id));
        }
      }
    }
  }
  const out = (exigence: ReportExigence): boolean =>
    exigence.verdict === 'non-applicable' && exigence.preuves.length === 0;
  return {
    report,
    lang,
    row: (id) => rows.get(id),
    preuveOf: (id) => preuves.get(id),
    details: (exigence, preuve, row) => home.get(row) === place(exigence, preuve),
    benchRows: report.rows.filter((row) => !home.has(row.id)),
    applicable: ({ exigences }) => exigences.filter((exigence) => !out(exigence)),
    notApplicable: ({ exigences }) => exigences.filter(out),
    warned: ({ preuves: own }) =>
      own.some((preuve) => preuve.rows.some((id) => rows.get(id)?.outcome === 'warn')),
  };
}

/** A preuve id may be printed under two exigences. */
function place(exigence: string, preuve: string): string {
  return `${exigence}\n${preuve}`;
}
