import type { Lang } from '../../domain/bilingual.ts';
import type {
  ReportChapitre,
  ReportExigence,
  ReportFile,
  ReportPreuve,
  ReportRow,
  ReportText,
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
  /** Rows that warn or ask for a person. */
  readonly warnings: readonly ReportRow[];
  /** Preuves shown whole: those of findings, of rows that did not pass, and traffic nobody waited for. */
  readonly cited: readonly ReportPreuve[];
  /** The others by scenario, one line each. */
  readonly others: readonly (readonly [scenario: string, preuves: readonly ReportPreuve[]])[];
  /** The exigence that a reason of the verdict begins with. */
  readonly exigenceOf: (reason: ReportText) => string | undefined;
}

/** Links that a row shows to its preuves, and preuves that the page shows whole: it stays light whatever happened. */
export const mostPreuves = { ofRow: 40, whole: 300 } as const;

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
  const whole = citedPreuves(report);
  const ids = new Set(report.chapitres.flatMap(({ exigences }) => exigences.map(({ id }) => id)));
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
    warnings: report.rows.filter(({ outcome }) => outcome === 'warn' || outcome === 'review'),
    cited: report.preuves.filter(({ id }) => whole.has(id)),
    others: byScenario(report.preuves.filter(({ id }) => !whole.has(id))),
    exigenceOf: (reason) => {
      const id = reason.fr.split(' ')[0] ?? '';
      return ids.has(id) ? id : undefined;
    },
  };
}

/** Preuves that findings point at come first, then traffic nobody waited for, then what else the troubled rows read. */
function citedPreuves(report: ReportFile): ReadonlySet<string> {
  const pointed = report.rows.flatMap((row) =>
    [...row.findings, ...row.notes].flatMap(({ where }) => where?.preuve ?? []),
  );
  const read = report.rows
    .filter(({ outcome }) => ['fail', 'error', 'warn', 'review'].includes(outcome))
    .flatMap(({ preuves }) => preuves.slice(0, mostPreuves.ofRow));
  return new Set([...new Set([...pointed, ...report.unexpected, ...read])].slice(0, mostPreuves.whole));
}

function byScenario(
  preuves: readonly ReportPreuve[],
): readonly (readonly [string, readonly ReportPreuve[]])[] {
  const groups = new Map<string, ReportPreuve[]>();
  for (const preuve of preuves) {
    const scenario = preuve.scenario ?? '';
    const group = groups.get(scenario);
    if (group === undefined) groups.set(scenario, [preuve]);
    else group.push(preuve);
  }
  return [...groups];
}

/** A preuve id may be printed under two exigences. */
function place(exigence: string, preuve: string): string {
  return `${exigence}\n${preuve}`;
}
