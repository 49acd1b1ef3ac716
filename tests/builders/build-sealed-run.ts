import { createHash } from 'node:crypto';
import type { Check, CheckResult } from '../../src/domain/check.ts';
import type { Fault } from '../../src/domain/fault.ts';
import type {
  Exigence,
  ExigenceScenarioPlan,
  Plan,
  PlannedExigence,
  PlannedRow,
  PlannedScenario,
  PreuveAttendue,
} from '../../src/domain/plan.ts';
import type { BlobRef, Preuve, StepEndView } from '../../src/domain/preuve.ts';
import type { SealedRun } from '../../src/domain/sealed-run.ts';
import type { Parts } from '../../src/verdict/judgement.ts';

const same = (text: string): { readonly fr: string; readonly en: string } => ({ fr: text, en: text });

/** A preuve expected by the REM; judged on the wire unless the test says otherwise. */
export function attendue(id: string, more: Partial<PreuveAttendue> = {}): PreuveAttendue {
  return { id, nature: 'demonstration', automation: 'trafic', ...more };
}

/** A scenario of the REM with its preuves. */
export function remScenario(
  id: string,
  preuves: readonly PreuveAttendue[],
  more: Partial<ExigenceScenarioPlan> = {},
): ExigenceScenarioPlan {
  return { id, preuves, ...more };
}

/** A mandatory exigence of profile Général with one preuve, `<id>.01.01`. */
export function exigence(id: string, more: Partial<Exigence> = {}): Exigence {
  return {
    id,
    officialIds: [],
    dispositif: 'LGC',
    vague: 2,
    arbitrage: 'approuvee',
    profil: 'Général',
    nature: 'obligatoire',
    negative: false,
    chapitre: 'PSC',
    title: { fr: `Exigence ${id}`, en: `Exigence ${id}` },
    clauses: [],
    scenarios: [remScenario(`${id}.01`, [attendue(`${id}.01.01`)])],
    ...more,
  };
}

/** An exigence that counts. */
export function planned(id: string, more: Partial<Exigence> = {}): PlannedExigence {
  return { exigence: exigence(id, more) };
}

/** A blocking row of the check `test/<name>` on every `test/seen` of step `faire`. */
export function row(proves: readonly string[], more: Partial<PlannedRow> = {}): PlannedRow {
  const check = more.check ?? 'test/finds-nothing';
  return {
    id: `test/essai/${check.split('/')[1] ?? ''}`,
    check,
    on: { kinds: ['test/seen'], steps: ['faire'] },
    options: {},
    gravite: 'bloquante',
    sauf: {},
    fonde: 'clause',
    proves,
    control: [],
    faults: [],
    ...more,
  };
}

/** A scenario `test/essai` with one step `faire`. */
export function scenario(rows: readonly PlannedRow[], more: Partial<PlannedScenario> = {}): PlannedScenario {
  return {
    id: 'test/essai',
    file: 'scenarios/test/essai.yaml',
    title: { fr: 'Essai', en: 'Try' },
    services: ['test'],
    roles: {},
    state: {},
    steps: [{ id: 'faire', drive: 'test.faire' }],
    rows,
    ...more,
  };
}

/** What was recorded, before ids are given in order. */
export interface Recorded {
  readonly kind: string;
  readonly view?: unknown;
  readonly scenario?: string | undefined;
  readonly step?: string | undefined;
  readonly raw?: Readonly<Record<string, string>>;
}

/** Traffic seen in step `faire` of `test/essai`. */
export function seen(more: Partial<Recorded> = {}): Recorded {
  return { kind: 'test/seen', view: {}, scenario: 'test/essai', step: 'faire', ...more };
}

/** The end of a step, `done` unless said otherwise. */
export function ended(more: Partial<StepEndView> & { step?: string; scenario?: string } = {}): Recorded {
  const { step = 'faire', scenario: of = 'test/essai', ...view } = more;
  return { kind: 'step/end', view: { outcome: 'done', startedAt: 0, ...view }, scenario: of, step };
}

export interface RunDraft {
  readonly exigences?: readonly PlannedExigence[];
  readonly scenarios?: readonly PlannedScenario[];
  readonly recorded?: readonly Recorded[];
  readonly plan?: Partial<Plan>;
  readonly end?: SealedRun['end'];
}

/** A sealed run as the store would give it back, with blobs in memory. */
export function sealedRun(draft: RunDraft): SealedRun {
  const blobs = new Map<string, Uint8Array>();
  const keep = (text: string): BlobRef => {
    const bytes = Buffer.from(text);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    blobs.set(sha256, bytes);
    return { sha256, size: bytes.length };
  };
  const preuves = (draft.recorded ?? []).map((one, index): Preuve => ({
    id: `p-${String(index + 1).padStart(6, '0')}`,
    kind: one.kind,
    ...(one.scenario === undefined ? {} : { scenario: one.scenario }),
    ...(one.step === undefined ? {} : { step: one.step }),
    at: index * 10,
    view: one.view ?? {},
    raw: Object.fromEntries(Object.entries(one.raw ?? {}).map(([name, text]) => [name, keep(text)])),
  }));
  return {
    id: 'run-test',
    startedAt: '2026-11-25T08:00:00.000Z',
    endedAt: '2026-11-25T08:01:00.000Z',
    end: draft.end ?? 'complete',
    bench: { version: '0.1.0' },
    pilote: 'demo',
    plan: {
      catalogue: {
        id: 'rem-test',
        title: { fr: 'REM d’essai', en: 'Test REM' },
        date: '2023-02-21',
        status: 'working',
        sha256: '0'.repeat(64),
        chapitres: { PSC: same('Pro Santé Connect') },
      },
      solution: { nom: 'MonLGC', version: '4.2', editeur: 'ACME' },
      candidature: { couloir: 'MDV', dispositif: 'LGC', vague: 2, profils: [] },
      exigences: draft.exigences ?? [],
      scenarios: draft.scenarios ?? [],
      skipped: [],
      attestations: [],
      certificats: [],
      services: {},
      seed: 'test',
      ...draft.plan,
    },
    deck: { seed: 'test', professionnels: [], patients: [], structures: [] },
    endpoints: {},
    preuves,
    root: 'a'.repeat(64),
    bytes: (ref) => {
      const bytes = blobs.get(ref.sha256);
      if (bytes === undefined) throw new Error(`no blob ${ref.sha256}`);
      return bytes;
    },
  };
}

/** A check that answers what it is told; a function may look at its input. */
export function check(judge: Check['judge'] | CheckResult): Check {
  return {
    title: { fr: 'Contrôle d’essai', en: 'Test check' },
    assertions: [],
    clauses: [{ source: 'Norme d’essai 1.0', section: '3.1', trust: 'V', url: 'https://norme.example/3.1' }],
    reads: ['test/seen'],
    findings: {
      'not-so': {
        says: { fr: 'Attendu {expected}, reçu {actual}', en: 'Expected {expected}, got {actual}' },
        fix: { fr: 'Envoyer {expected}', en: 'Send {expected}' },
      },
      odd: {
        says: { fr: 'Inhabituel : {actual}', en: 'Unusual: {actual}' },
        fix: { fr: 'Vérifier', en: 'Check it' },
      },
    },
    judge: typeof judge === 'function' ? judge : () => judge,
  };
}

const checks: Readonly<Record<string, Check>> = {
  'test/finds-nothing': check((input) => ({ examined: input.preuves.length, findings: [] })),
  'test/finds': check((input) => ({
    examined: input.preuves.length,
    findings: [
      {
        code: 'not-so',
        expected: 'eidas1',
        actual: 'eidas2',
        where: { preuve: input.preuves[0]?.id ?? '', path: 'query.acr_values' },
      },
    ],
  })),
  'test/finds-unseen': check({ examined: 0, findings: [{ code: 'not-so' }] }),
  'test/finds-and-asks': check({ examined: 1, findings: [{ code: 'not-so' }], review: true }),
  'test/sees-nothing': check({ examined: 0, findings: [] }),
  'test/asks': check((input) => ({ examined: input.preuves.length, findings: [], review: true })),
  'test/throws': check(() => {
    throw new Error('unexpected shape');
  }),
};

const faults: Readonly<Record<string, boolean>> = { 'test/wrong': false, 'test/rotated': true };

/** The parts of the test: `test/finds-nothing`, `test/finds`... and two faults, one of them legitimate. */
export function parts(more: Readonly<Record<string, Check>> = {}): Parts {
  return {
    check: (id) => {
      const found = more[id] ?? checks[id];
      if (found === undefined) throw new Error(`no check ${id}`);
      return found;
    },
    fault: (id): Fault => {
      const legitimate = faults[id];
      if (legitimate === undefined) throw new Error(`no fault ${id}`);
      return {
        title: same(id),
        target: 'test/reply',
        legitimate,
        clauses: [],
        apply: (artefact) => artefact,
      };
    },
  };
}
