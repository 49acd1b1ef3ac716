import type { Exclusion, Exigence, PlannedExigence } from '../domain/plan.ts';
import type { Dossier } from './dossier.ts';
import { canonicalId } from '../domain/exigence-id.ts';
import { exclusions } from './exclusions.ts';

/**
 * Whether an exigence of the candidature's dispositif counts, and if not the first reason why: obsolete (R12),
 * vague (R5), profil (R2), condition (R3), claim of the dossier (R4), nothing asked as preuve. An unanswered condition counts as true and is
 * flagged.
 */
export function planExigence(exigence: Exigence, dossier: Dossier): PlannedExigence {
  const excluded = exclusionOf(exigence, dossier);
  if (excluded !== undefined) return { exigence, excluded };
  const unanswered = exigence.condition !== undefined && !(exigence.condition.id in dossier.conditions);
  return { exigence, ...(unanswered ? { conditionUnanswered: true } : {}) };
}

function exclusionOf(exigence: Exigence, dossier: Dossier): Exclusion | undefined {
  const { vague, profils = [] } = dossier.candidature;
  if (exigence.arbitrage === 'obsolete') return exclusions.obsolete();
  // A vague 2 REM holds the retained exigences of vague 1: both count together.
  if (exigence.vague > vague) return exclusions.horsVague(exigence.vague);
  if (exigence.profil !== 'Général' && !profils.includes(exigence.profil)) {
    return exclusions.profil(exigence.profil);
  }
  const answer = exigence.condition === undefined ? undefined : dossier.conditions[exigence.condition.id];
  if (exigence.condition !== undefined && answer?.valeur === false) {
    return exclusions.condition(exigence.condition.id, answer.justification ?? '');
  }
  const claim = dossier.nonApplicables.find(
    ({ exigence: id }) => canonicalId(id) === canonicalId(exigence.id),
  );
  if (claim !== undefined) return exclusions.nonApplicable(claim.justification);
  return exigence.scenarios.length === 0 ? exclusions.noScenario() : undefined;
}
