import type { Bilingual } from '../domain/bilingual.ts';
import type { ExigenceVerdict } from '../domain/outcome.ts';
import { canonicalId } from '../domain/exigence-id.ts';
import type { Exclusion, Exigence, PlannedExigence } from '../domain/plan.ts';
import { preuveVerdict, type Evidence, type JudgedPreuve, type PreuveValue } from './preuve-verdict.ts';
import { reasons } from './reasons.ts';

export interface JudgedExigence {
  readonly planned: PlannedExigence;
  readonly verdict: ExigenceVerdict;
  readonly preuves: readonly JudgedPreuve[];
  readonly reasons: readonly Bilingual[];
  /** True when the bench broke on a row that decides: no candidature may be concluded, even beside a failure. */
  readonly benchBroke: boolean;
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
  if (excluded !== undefined) return leftOut(planned, excluded, evidence);
  const preuves = withAlternatives(exigence, evidence);
  const value = worst(preuves.map((one) => one.value));
  const told = preuves
    .filter((one) => one.value === value && one.reason !== undefined)
    .flatMap((one) => (one.reason === undefined ? [] : [one.reason]));
  const flagged = planned.conditionUnanswered === true ? [reasons.conditionUnanswered] : [];
  const verdict = value === undefined ? 'incomplet' : verdicts[value];
  const unfollowed = exigence.nature === 'preconisee' && verdict === 'non-conforme';
  return {
    planned,
    preuves,
    verdict: unfollowed ? 'preconisation-non-suivie' : verdict,
    reasons: [
      ...(value === undefined ? [reasons.noScenario] : []),
      ...unique(value === 'conforme' ? [] : told),
      ...(preuves.some((one) => one.value === 'sans-objet' && one.rows.some((row) => row.outcome === 'fail'))
        ? [reasons.optionFailed]
        : []),
      ...flagged,
    ],
    benchBroke: preuves.some((one) => one.broke && one.value !== 'sans-objet'),
  };
}

/** Exclusions that rest on the vendor's word alone, and what a contradiction by the run makes of them (R4). */
const contradicted: Partial<Readonly<Record<Exclusion['code'], ExigenceVerdict>>> = {
  'condition-fausse': 'non-conforme',
  'non-applicable-declare': 'non-conforme',
  // A profil covers more than one row can show: a human decides.
  'profil-non-declare': 'a-verifier',
};

/**
 * Not applicable, unless a row that proves nothing that counts saw facts: the software then did, in front of the
 * bench, what its dossier says that it does not do.
 */
function leftOut(planned: PlannedExigence, excluded: Exclusion, evidence: Evidence): JudgedExigence {
  const base = { planned, preuves: [], benchBroke: false };
  const verdict = contradicted[excluded.code];
  const against = planned.exigence.scenarios
    .flatMap(({ preuves }) => preuves)
    .flatMap((preuve) => evidence.rows.get(canonicalId(preuve.id)) ?? [])
    .find((one) => one.examined > 0 && !one.row.proves.some((id) => evidence.counted.has(canonicalId(id))));
  return verdict === undefined || against === undefined
    ? { ...base, verdict: 'non-applicable', reasons: [excluded.text] }
    : { ...base, verdict, reasons: [reasons.contradicted(against.scenario.id), excluded.text] };
}

/**
 * All scenarios must conform. Of one alternative group the best option counts, and any other that was shown to fail:
 * "at least one of" excuses what the software does not offer, never what it offers and does wrong.
 */
function withAlternatives(exigence: Exigence, evidence: Evidence): readonly JudgedPreuve[] {
  const judged = exigence.scenarios.map((scenario) => ({
    group: scenario.alternative,
    option: scenario.option ?? scenario.id,
    preuves: scenario.preuves.map((preuve) => preuveVerdict(preuve, evidence, exigence.negative)),
  }));
  const best = new Map<string, string>();
  for (const group of new Set(judged.flatMap((one) => one.group ?? []))) {
    const own = judged.filter((one) => one.group === group);
    const options = [...new Set(own.map((one) => one.option))].map((option) => ({
      option,
      rank: rank(own.filter((one) => one.option === option).flatMap((one) => one.preuves)),
    }));
    const [first] = options.sort((a, b) => b.rank - a.rank);
    if (first !== undefined) best.set(group, first.option);
  }
  return judged.flatMap(({ group, option, preuves }) => {
    if (group === undefined || best.get(group) === option) return preuves;
    return preuves.map((one): JudgedPreuve =>
      // An option that the dossier offers and that fails is offered to users all the same: only a gap is excused.
      one.value === 'non-conforme' ? one : { ...one, value: 'sans-objet', reason: reasons.otherOption },
    );
  });
}

/** An option that the software showed counts before one that it did not, a conforming one before all. */
function rank(preuves: readonly JudgedPreuve[]): number {
  const value = worst(preuves.map((one) => one.value));
  if (value === 'conforme') return 10;
  const shown = preuves.some(
    (one) => one.attestation !== undefined || one.rows.some((row) => row.outcome !== 'unexercised'),
  );
  return (shown ? 5 : 0) + (value === undefined ? 0 : worstFirst.indexOf(value) / 10);
}

function worst(values: readonly PreuveValue[]): PreuveValue | undefined {
  return worstFirst.find((value) => values.includes(value));
}

function unique(texts: readonly Bilingual[]): readonly Bilingual[] {
  return [...new Map(texts.map((text) => [text.fr, text])).values()];
}
