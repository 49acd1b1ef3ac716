import type { Bilingual } from '../domain/bilingual.ts';
import type { ExigenceVerdict } from '../domain/outcome.ts';
import type { ExigenceScenarioPlan, PlannedExigence } from '../domain/plan.ts';
import { preuveVerdict, type Evidence, type JudgedPreuve, type PreuveValue } from './preuve-verdict.ts';
import { reasons } from './reasons.ts';

export interface JudgedExigence {
  readonly planned: PlannedExigence;
  readonly verdict: ExigenceVerdict;
  readonly preuves: readonly JudgedPreuve[];
  readonly reasons: readonly Bilingual[];
  /** True when what is missing is an external certificate under way (R8). */
  readonly certificatePending: boolean;
}

/** From worst to best: the first one found among the preuves is that of their scenario. */
const worstFirst: readonly PreuveValue[] = [
  'non-conforme',
  'indetermine',
  'manquante',
  'en-attente',
  'a-verifier',
  'conforme',
  'sans-objet',
];

const verdicts: Readonly<Record<PreuveValue, ExigenceVerdict>> = {
  'non-conforme': 'non-conforme',
  indetermine: 'indetermine',
  manquante: 'incomplet',
  'en-attente': 'a-verifier',
  'a-verifier': 'a-verifier',
  conforme: 'conforme',
  'sans-objet': 'conforme',
};

/** R1 to R7 for one exigence: its nature, its exclusions, its alternatives, the worst of its preuves. */
export function exigenceVerdict(planned: PlannedExigence, evidence: Evidence): JudgedExigence {
  const { exigence, excluded } = planned;
  if (excluded !== undefined) {
    return {
      planned,
      verdict: 'non-applicable',
      preuves: [],
      reasons: [excluded.text],
      certificatePending: false,
    };
  }
  const preuves = withAlternatives(exigence.scenarios, evidence);
  const value = worst(preuves.map((one) => one.value));
  const told = preuves
    .filter((one) => one.value === value && one.reason !== undefined)
    .flatMap((one) => (one.reason === undefined ? [] : [one.reason]));
  const flagged = planned.conditionUnanswered === true ? [reasons.conditionUnanswered] : [];
  const verdict = value === undefined ? 'incomplet' : verdicts[value];
  const unfollowed = exigence.nature === 'preconisee' && verdict !== 'conforme' && verdict !== 'indetermine';
  return {
    planned,
    preuves,
    verdict: unfollowed ? 'preconisation-non-suivie' : verdict,
    reasons: [...unique(value === 'conforme' ? [] : told), ...flagged],
    certificatePending: value === 'en-attente',
  };
}

/** All scenarios must conform, except those of one alternative group, of which the best one counts. */
function withAlternatives(
  scenarios: readonly ExigenceScenarioPlan[],
  evidence: Evidence,
): readonly JudgedPreuve[] {
  const judged = scenarios.map((scenario) => ({
    scenario,
    preuves: scenario.preuves.map((preuve) => preuveVerdict(preuve, evidence)),
  }));
  const best = new Map<string, ExigenceScenarioPlan>();
  for (const group of new Set(
    scenarios.map((scenario) => scenario.alternative).filter((name) => name !== undefined),
  )) {
    const options = judged.filter(({ scenario }) => scenario.alternative === group);
    const ranked = [...options].sort((a, b) => rank(b.preuves) - rank(a.preuves));
    if (ranked[0] !== undefined) best.set(group, ranked[0].scenario);
  }
  return judged.flatMap(({ scenario, preuves }) => {
    if (scenario.alternative === undefined || best.get(scenario.alternative) === scenario) return preuves;
    return preuves.map((one): JudgedPreuve => ({ ...one, value: 'sans-objet', reason: reasons.otherOption }));
  });
}

/** An option that was exercised counts before one that nobody tried, a conforming one before all. */
function rank(preuves: readonly JudgedPreuve[]): number {
  const value = worst(preuves.map((one) => one.value));
  if (value === 'conforme') return 10;
  const tried = preuves.some((one) => one.rows.length > 0 || one.attestation !== undefined) ? 5 : 0;
  return tried + (value === undefined ? 0 : worstFirst.indexOf(value) / 10);
}

function worst(values: readonly PreuveValue[]): PreuveValue | undefined {
  return worstFirst.find((value) => values.includes(value));
}

function unique(texts: readonly Bilingual[]): readonly Bilingual[] {
  return [...new Map(texts.map((text) => [text.fr, text])).values()];
}
