import type { Bilingual } from '../domain/bilingual.ts';
import type { Plan, PlannedAttestation, PreuveAttendue } from '../domain/plan.ts';
import { canonicalId } from '../domain/exigence-id.ts';
import { findingText } from './finding-text.ts';
import type { JudgedRow } from './judgement.ts';
import { reasons } from './reasons.ts';

export type PreuveValue =
  'conforme' | 'non-conforme' | 'manquante' | 'a-verifier' | 'en-attente' | 'sans-objet' | 'indetermine';

/** What a preuve of the REM came to. */
export interface JudgedPreuve {
  readonly preuve: PreuveAttendue;
  readonly value: PreuveValue;
  readonly reason?: Bilingual;
  readonly rows: readonly JudgedRow[];
  readonly attestation?: PlannedAttestation;
  /** True when the bench broke on a row that decides, whatever else was proven. */
  readonly broke: boolean;
}

interface Found {
  readonly value: PreuveValue;
  readonly reason?: Bilingual;
}

/** Rows, attestations and certificates of the run, indexed by the preuve they stand for. */
export interface Evidence {
  readonly rows: ReadonlyMap<string, readonly JudgedRow[]>;
  readonly attestations: ReadonlyMap<string, PlannedAttestation>;
  /** Preuves of the exigences that count. */
  readonly counted: ReadonlySet<string>;
  readonly plan: Plan;
}

/**
 * R6 to R9: missing evidence is never conforming, an error of the bench decides nothing, a certificate is not
 * replaced by the bench, a human's word is needed where only a human can judge. R1: of a `negative` exigence, the
 * silence of a software that answered nothing proves nothing.
 */
export function preuveVerdict(preuve: PreuveAttendue, evidence: Evidence, negative: boolean): JudgedPreuve {
  const rows = evidence.rows.get(canonicalId(preuve.id)) ?? [];
  const attestation = evidence.attestations.get(canonicalId(preuve.id));
  const broken = decisive(rows).find((one) => one.outcome === 'error');
  const found =
    troubled(rows, broken) ??
    (preuve.automation === 'certificat'
      ? certificate(preuve, evidence.plan)
      : (declared(attestation) ?? byAutomation(preuve, rows, attestation, negative)));
  return {
    preuve,
    rows,
    ...found,
    broke: broken !== undefined,
    ...(attestation === undefined ? {} : { attestation }),
  };
}

/** Rows that can fail decide; when none can, all the rows there are do. */
function decisive(rows: readonly JudgedRow[]): readonly JudgedRow[] {
  const blocking = rows.filter(
    ({ row }) => row.gravite === 'bloquante' || Object.values(row.sauf).includes('bloquante'),
  );
  return blocking.length > 0 ? blocking : rows;
}

function troubled(rows: readonly JudgedRow[], broken: JudgedRow | undefined): Found | undefined {
  const failed = rows.find((one) => one.outcome === 'fail');
  if (failed !== undefined)
    return { value: 'non-conforme', reason: reasons.rowFailed(failed.check.title, whyFailed(failed)) };
  return broken === undefined
    ? undefined
    : { value: 'indetermine', ...(broken.reason === undefined ? {} : { reason: broken.reason }) };
}

/** What blocked in a failed row: its first blocking finding, else the reason of the row itself. */
function whyFailed({ findings, check, row, reason }: JudgedRow): Bilingual {
  const first = findings.find(({ gravite }) => gravite === 'bloquante');
  if (first === undefined) return reason ?? { fr: row.id, en: row.id };
  return findingText(check, first.finding).says;
}

/** A human's refusal always counts. */
function declared(attestation: PlannedAttestation | undefined): Found | undefined {
  if (attestation?.valeur !== 'non-conforme') return undefined;
  return { value: 'non-conforme', reason: reasons.attested(attestation.par, attestation.le) };
}

function byAutomation(
  preuve: PreuveAttendue,
  rows: readonly JudgedRow[],
  attestation: PlannedAttestation | undefined,
  negative: boolean,
): Found {
  const attested = attestation?.valeur === 'conforme';
  const human: Found | undefined =
    attestation === undefined
      ? undefined
      : {
          value: attested ? 'conforme' : 'a-verifier',
          reason: reasons.attested(attestation.par, attestation.le),
        };
  switch (preuve.automation) {
    case 'atteste':
    case 'aucune':
    case 'certificat':
      return human ?? { value: 'manquante', reason: reasons.noAttestation };
    case 'assiste':
      return (
        human ??
        (exercised(rows)
          ? { value: 'a-verifier', reason: reasons.toReview }
          : { value: 'manquante', reason: reasons.noAttestation })
      );
    case 'trafic':
    case 'fichier':
    case 'etat':
      return automatic(rows, attested, negative);
  }
}

function automatic(rows: readonly JudgedRow[], attested: boolean, negative: boolean): Found {
  if (rows.length === 0)
    return attested
      ? { value: 'a-verifier', reason: reasons.attestedNotExercised }
      : { value: 'manquante', reason: reasons.noRow };
  const silent = decisive(rows).find((one) => one.outcome === 'unexercised');
  if (silent !== undefined) {
    if (attested) return { value: 'a-verifier', reason: reasons.attestedNotExercised };
    return { value: 'manquante', ...(silent.reason === undefined ? {} : { reason: silent.reason }) };
  }
  if (!attested && rows.some((one) => one.outcome === 'review'))
    return { value: 'a-verifier', reason: reasons.toReview };
  if (negative && !rows.some((one) => one.alive))
    return { value: 'manquante', reason: reasons.silenceProvesNothing };
  return { value: 'conforme' };
}

function exercised(rows: readonly JudgedRow[]): boolean {
  return rows.some((one) => ['pass', 'warn', 'review'].includes(one.outcome));
}

function certificate(preuve: PreuveAttendue, plan: Plan): Found {
  const name = preuve.certificat ?? preuve.id;
  const certificat = plan.certificats.find((one) => one.nom === name);
  switch (certificat?.etat) {
    case 'obtenu': {
      const { nom, version } = plan.solution;
      const other =
        (certificat.produit ?? nom) !== nom || major(certificat.version ?? version) !== major(version);
      return other
        ? { value: 'a-verifier', reason: reasons.certificateOfOther(name) }
        : { value: 'conforme' };
    }
    case 'en-cours':
      return { value: 'en-attente', reason: reasons.certificatePending(name) };
    case 'absent':
    case undefined:
      return { value: 'manquante', reason: reasons.certificateMissing(name) };
  }
}

/** R9 binds evidence to the product and its major version. */
function major(version: unknown): string {
  return typeof version === 'string' ? (version.split('.')[0] ?? '') : '';
}
