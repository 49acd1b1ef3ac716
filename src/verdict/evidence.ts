import { canonicalId } from '../domain/exigence-id.ts';
import type { PlannedAttestation } from '../domain/plan.ts';
import type { AttestationView } from '../domain/preuve.ts';
import type { SealedRun } from '../domain/sealed-run.ts';
import type { JudgedRow } from './judgement.ts';
import type { Evidence } from './preuve-verdict.ts';

/** Gathers what stands for each preuve of the REM: rows that prove it, and declarations, those of the run last. */
export function gatherEvidence(run: SealedRun, judged: readonly JudgedRow[]): Evidence {
  const rows = new Map<string, JudgedRow[]>();
  for (const one of judged) {
    for (const id of new Set(one.row.proves.map(canonicalId))) rows.set(id, [...(rows.get(id) ?? []), one]);
  }
  const attestations = new Map<string, PlannedAttestation>();
  for (const attestation of run.plan.attestations)
    attestations.set(canonicalId(attestation.preuve), attestation);
  for (const preuve of run.preuves) {
    if (preuve.kind !== 'attestation/declared') continue;
    const view = preuve.view as AttestationView;
    attestations.set(canonicalId(view.preuve), view);
  }
  const counted = new Set(
    run.plan.exigences
      .filter(({ excluded }) => excluded === undefined)
      .flatMap(({ exigence }) => exigence.scenarios.flatMap(({ preuves }) => preuves))
      .map((preuve) => canonicalId(preuve.id)),
  );
  return { rows, attestations, counted, plan: run.plan };
}
