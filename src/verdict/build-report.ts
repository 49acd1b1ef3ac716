import type { Bilingual, FieldValue } from '../domain/bilingual.ts';
import type { Clause } from '../domain/clause.ts';
import type { Finding } from '../domain/finding.ts';
import type { CandidatureVerdict, Gravite } from '../domain/outcome.ts';
import type { FaultDeliveredView } from '../domain/preuve.ts';
import type {
  ReportChapitre,
  ReportClause,
  ReportExigence,
  ReportFile,
  ReportFinding,
  ReportPreuveAttendue,
  ReportRow,
} from '../domain/report.gen.ts';
import type { SealedRun } from '../domain/sealed-run.ts';
import {
  candidatureVerdict,
  chapitreVerdict,
  countedExigences,
  verdictSentence,
} from './candidature-verdict.ts';
import { gatherEvidence } from './evidence.ts';
import { findingText } from './finding-text.ts';
import { maskSecrets } from './mask-secrets.ts';
import { exigenceVerdict, type JudgedExigence } from './exigence-verdict.ts';
import { judge } from './judge.ts';
import type { JudgedRow, Parts } from './judgement.ts';
import type { JudgedPreuve } from './preuve-verdict.ts';
import { preuveSummary } from './preuve-summary.ts';
import { reasons } from './reasons.ts';

/**
 * The report body of a sealed run: judged, rolled up, with every text resolved. Pure: same sealed run and same parts
 * give the same value, whose JSON has the same bytes.
 */
export function buildReport(run: SealedRun, parts: Parts): ReportFile {
  const rows = judge(run, parts);
  const evidence = gatherEvidence(run, rows);
  const exigences = run.plan.exigences.map((planned) => exigenceVerdict(planned, evidence));
  const value = candidatureVerdict(exigences);
  const { plan } = run;
  return {
    format: 'segur-report',
    version: 1,
    run: {
      id: run.id,
      startedAt: run.startedAt,
      endedAt: run.endedAt,
      end: run.end,
      pilote: run.pilote,
      root: run.root,
      bench: run.bench.version,
      seed: plan.seed,
    },
    catalogue: {
      id: plan.catalogue.id,
      title: plan.catalogue.title,
      date: plan.catalogue.date,
      status: plan.catalogue.status,
      sha256: plan.catalogue.sha256,
    },
    solution: { ...plan.solution },
    candidature: { ...plan.candidature, profils: [...plan.candidature.profils] },
    ...(plan.only === undefined ? {} : { only: plan.only }),
    verdict: {
      value,
      sentence: verdictSentence(value, plan.catalogue.title, plan.only),
      reasons: verdictReasons(run, value, exigences),
    },
    counts: {
      rows: countBy(rows.map((one) => one.outcome)),
      exigences: countBy(exigences.map((one) => one.verdict)),
      preuves: run.preuves.length,
    },
    chapitres: chapitres(run, exigences),
    rows: rows.map((one) => reportRow(one)),
    skipped: plan.skipped.map(({ id, title, excluded }) => ({
      id,
      title,
      code: excluded.code,
      reason: excluded.text,
    })),
    faults: run.preuves
      .filter((preuve) => preuve.kind === 'fault/delivered')
      .map((preuve) => {
        const { fault } = preuve.view as FaultDeliveredView;
        return {
          fault,
          title: parts.fault(fault).title,
          scenario: preuve.scenario ?? '',
          step: preuve.step ?? '',
          preuve: preuve.id,
        };
      }),
    unexpected: run.preuves
      .filter((preuve) => preuve.scenario === undefined && !isBench(preuve.kind))
      .map((preuve) => preuve.id),
    preuves: run.preuves.map((preuve) => preuveSummary(preuve, run.bytes)),
  };
}

function isBench(kind: string): boolean {
  return (
    kind.startsWith('pilote/') ||
    kind.startsWith('step/') ||
    kind.startsWith('attestation/') ||
    kind.startsWith('fault/')
  );
}

/** What decided, exigence by exigence; beside an error of the bench, failures proven without it are told too. */
function verdictReasons(
  run: SealedRun,
  value: CandidatureVerdict,
  exigences: readonly JudgedExigence[],
): Bilingual[] {
  const decided: Readonly<Record<CandidatureVerdict, (one: JudgedExigence) => boolean>> = {
    INDETERMINE: (one) => one.benchBroke || one.verdict === 'non-conforme',
    NON_REFERENCABLE: (one) => one.verdict === 'non-conforme',
    INCOMPLET: (one) => one.verdict === 'incomplet',
    EN_ATTENTE: (one) => one.verdict === 'a-verifier',
    REFERENCABLE: () => false,
  };
  const told = countedExigences(exigences)
    .filter(decided[value])
    .map((one): Bilingual => {
      const { id, title } = one.planned.exigence;
      const why = one.reasons[0];
      return {
        fr: `${id} ${title.fr}${why === undefined ? '' : ` : ${why.fr}`}`,
        en: `${id} ${title.en}${why === undefined ? '' : `: ${why.en}`}`,
      };
    });
  return [...(run.end === 'complete' ? [] : [reasons.interrupted]), ...told];
}

function chapitres(run: SealedRun, exigences: readonly JudgedExigence[]): ReportChapitre[] {
  const ids = [...new Set(exigences.map((one) => one.planned.exigence.chapitre))];
  return ids.map((id) => {
    const own = exigences.filter((one) => one.planned.exigence.chapitre === id);
    return {
      id,
      title: run.plan.catalogue.chapitres[id] ?? { fr: id, en: id },
      verdict: chapitreVerdict(own),
      exigences: own.map(reportExigence),
    };
  });
}

function reportExigence(one: JudgedExigence): ReportExigence {
  const { exigence, conditionUnanswered } = one.planned;
  return {
    id: exigence.id,
    title: exigence.title,
    vague: exigence.vague,
    nature: exigence.nature,
    profil: exigence.profil,
    arbitrage: exigence.arbitrage,
    verdict: one.verdict,
    reasons: [...one.reasons],
    clauses: exigence.clauses.map(reportClause),
    preuves: one.preuves.map(reportPreuve),
    flags: conditionUnanswered === true ? [reasons.conditionUnanswered] : [],
  };
}

function reportPreuve({ preuve, value, reason, rows, attestation }: JudgedPreuve): ReportPreuveAttendue {
  return {
    id: preuve.id,
    nature: preuve.nature,
    automation: preuve.automation,
    verdict: value,
    ...(reason === undefined ? {} : { reason }),
    rows: rows.map((one) => one.row.id),
    ...(attestation === undefined
      ? {}
      : {
          attestation: {
            valeur: attestation.valeur,
            par: attestation.par,
            le: attestation.le,
            ...(attestation.motif === undefined ? {} : { motif: attestation.motif }),
          },
        }),
  };
}

function reportRow(one: JudgedRow): ReportRow {
  const { row, scenario, check } = one;
  return {
    id: row.id,
    scenario: scenario.id,
    scenarioTitle: scenario.title,
    check: row.check,
    title: check.title,
    outcome: one.outcome,
    gravite: row.gravite,
    fonde: row.fonde,
    proves: [...row.proves],
    steps: [...(row.on.steps ?? scenario.steps.map((step) => step.id))],
    examined: one.examined,
    ...(one.reason === undefined ? {} : { reason: one.reason }),
    findings: one.findings.map(({ finding, gravite }) => reportFinding(one, finding, gravite)),
    notes: one.notes.map((note) => reportFinding(one, note, 'information')),
    clauses: check.clauses.map(reportClause),
    ...(row.confirmerait === undefined ? {} : { confirmerait: row.confirmerait }),
    faults: [...row.faults],
    preuves: one.preuves.map((preuve) => preuve.id),
  };
}

function reportFinding(one: JudgedRow, finding: Finding, gravite: Gravite): ReportFinding {
  const { says, fix } = findingText(one.check, finding);
  const { where } = finding;
  return {
    code: finding.code,
    gravite,
    says,
    fix,
    ...(finding.expected === undefined ? {} : { expected: masked(finding.expected) }),
    ...(finding.actual === undefined ? {} : { actual: masked(finding.actual) }),
    ...(where === undefined
      ? {}
      : {
          where: {
            ...(where.preuve === undefined ? {} : { preuve: where.preuve }),
            ...(where.path === undefined ? {} : { path: where.path }),
            ...(where.line === undefined ? {} : { line: where.line }),
            ...(where.column === undefined ? {} : { column: where.column }),
          },
        }),
  };
}

function masked(value: FieldValue): FieldValue {
  return typeof value === 'string' ? maskSecrets(value) : value;
}

function reportClause(clause: Clause): ReportClause {
  return {
    source: clause.source,
    trust: clause.trust,
    ...(clause.section === undefined ? {} : { section: clause.section }),
    ...(clause.url === undefined ? {} : { url: clause.url }),
  };
}

function countBy(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of [...values].sort()) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
