import type { Bilingual } from '../domain/bilingual.ts';
import type { Plan, PlannedAttestation, PreuveAttendue } from '../domain/plan.ts';
import { canonicalId } from '../domain/exigence-id.ts';
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
}

interface Found {
  readonly value: PreuveValue;
  readonly reason?: Bilingual;
}

/** Rows, attestations and certificates of the run, indexed by the preuve they stand for. */
export interface Evidence {
  readonly rows: ReadonlyMap<string, readonly JudgedRow[]>;
  readonly attestations: ReadonlyMap<string, PlannedAttestation>;
  readonly plan: Plan;
}

/**
 * R6 to R9: missing evidence is never conforming, an error of the bench decides nothing, a certificate is not
 * replaced by the bench, a human's word is needed where only a human can judge.
 */
export function preuveVerdict(preuve: PreuveAttendue, evidence: Evidence): JudgedPreuve {
  const rows = evidence.rows.get(canonicalId(preuve.id)) ?? [];
  const attestation = evidence.attestations.get(canonicalId(preuve.id));
  const found =
    preuve.automation === 'certificat'
      ? certificate(preuve, evidence.plan)
      : (troubled(rows) ?? declared(attestation) ?? byAutomation(preuve, rows, attestation));
  return { preuve, rows, ...found, ...(attestation === undefined ? {} : { attestation }) };
}

function troubled(rows: readonly JudgedRow[]): Found | undefined {
  const failed = rows.find((one) => one.outcome === 'fail');
  if (failed !== undefined) return { value: 'non-conforme', reason: reasons.rowFailed(failed.row.check) };
  const broken = rows.find((one) => one.outcome === 'error');
  return broken === undefined
    ? undefined
    : { value: 'indetermine', ...(broken.reason === undefined ? {} : { reason: broken.reason }) };
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
      return automatic(rows, attested);
  }
}

function automatic(rows: readonly JudgedRow[], attested: boolean): Found {
  if (rows.length === 0)
    return attested
      ? { value: 'a-verifier', reason: reasons.attestedNotExercised }
      : { value: 'manquante', reason: reasons.noRow };
  const blocking = rows.filter((one) => one.row.gravite === 'bloquante');
  const silent = (blocking.length > 0 ? blocking : rows).find((one) => one.outcome === 'unexercised');
  if (silent !== undefined) {
    if (attested) return { value: 'a-verifier', reason: reasons.attestedNotExercised };
    return { value: 'manquante', ...(silent.reason === undefined ? {} : { reason: silent.reason }) };
  }
  if (!attested && rows.some((one) => one.outcome === 'review'))
    return { value: 'a-verifier', reason: reasons.toReview };
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
      const other = (certificat.produit ?? nom) !== nom || (certificat.version ?? version) !== version;
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
