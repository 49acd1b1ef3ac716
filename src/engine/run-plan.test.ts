import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Armory, Fault } from '../domain/fault.ts';
import type { JsonObject } from '../domain/json.ts';
import type { Pilote, PiloteAnswer, PiloteCall, PreflightProblem } from '../domain/pilote.ts';
import type { Plan, PlannedScenario } from '../domain/plan.ts';
import type { Preuve, PreuveDraft, Recorder, StepEndView } from '../domain/preuve.ts';
import type { RunEvent } from '../domain/run-event.ts';
import type { RunEnd } from '../domain/sealed-run.ts';
import type { Pki, Service } from '../domain/service.ts';
import { Navigator } from '../pilotes/navigator.ts';
import { runPlan } from './run-plan.ts';
import type { RunRequest, RunStore } from './run-request.ts';
import { virtualClock } from './virtual-clock.ts';

interface Bench {
  readonly preuves: Preuve[];
  readonly events: RunEvent[];
  readonly sealed: RunEnd[];
  readonly prepared: JsonObject[];
  closed: number;
  recorder: Recorder | undefined;
  armory: Armory | undefined;
}

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'segur-engine-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

function bench(): Bench {
  return {
    preuves: [],
    events: [],
    sealed: [],
    prepared: [],
    closed: 0,
    recorder: undefined,
    armory: undefined,
  };
}

function echoService(state: Bench): Service {
  return {
    name: 'echo',
    title: { fr: 'Écho', en: 'Echo' },
    options: {},
    state: {},
    secrets: ['client.secret'],
    kinds: {},
    targets: {},
    start: (context) => {
      state.recorder = context.recorder;
      state.armory = context.armory;
      return Promise.resolve({
        endpoints: { base: 'https://127.0.0.1:1' },
        settings: [],
        prepare: (wanted) => void state.prepared.push(wanted),
        operate: (operation, input) => Promise.resolve({ operation, ...input }),
        close: () => {
          state.closed += 1;
          return Promise.resolve();
        },
      });
    },
  };
}

const upperFault: Fault<string> = {
  title: { fr: 'Majuscules', en: 'Upper case' },
  target: 'echo/text',
  clauses: [],
  apply: (text) => text.toUpperCase(),
};

const pki: Pki = {
  caPem: 'CA',
  clientCaPem: 'CCA',
  server: () => Promise.resolve({ certPem: 'c', keyPem: 'k' }),
  client: () => Promise.resolve({ certPem: 'c', keyPem: 'very-private' }),
  card: () => Promise.resolve({ certPem: 'c', keyPem: 'very-private' }),
};

function store(state: Bench): RunStore {
  return {
    runId: 'r',
    directory,
    append: <V>(draft: PreuveDraft<V> & { readonly at: number }): Preuve<V> => {
      const preuve = { ...draft, id: `p-${state.preuves.length + 1}`, raw: {} } as unknown as Preuve<V>;
      state.preuves.push(preuve);
      return preuve;
    },
    secret: () => undefined,
    endpoints: () => undefined,
    seal: (end) => {
      state.sealed.push(end);
      return { root: 'root', preuves: state.preuves.length };
    },
  };
}

function scenario(
  id: string,
  steps: PlannedScenario['steps'],
  extra: Partial<PlannedScenario> = {},
): PlannedScenario {
  const title = { fr: id, en: id };
  return {
    id,
    file: `scenarios/${id}.yaml`,
    title,
    services: ['echo'],
    roles: {},
    state: {},
    steps,
    rows: [],
    ...extra,
  };
}

function pilote(
  answer: (call: PiloteCall) => Promise<PiloteAnswer>,
  problems: readonly PreflightProblem[] = [],
): Pilote {
  return {
    kind: 'http',
    preflight: () => Promise.resolve(problems),
    call: answer,
    close: () => Promise.resolve(),
  };
}

function request(
  state: Bench,
  scenarios: readonly PlannedScenario[],
  software: Pilote,
  signal?: AbortSignal,
): RunRequest {
  const plan = {
    seed: 's',
    scenarios,
    attestations: [{ preuve: 'X.01', valeur: 'conforme', par: 'moi', le: '2026-01-01' }],
  } as unknown as Plan;
  return {
    plan,
    deck: { seed: 's', professionnels: [], patients: [], structures: [] },
    service: () => echoService(state),
    fault: () => upperFault,
    action: (id) => ({ id, sentence: { fr: id, en: id }, input: {}, output: {} }),
    serviceOptions: {},
    pilote: software,
    navigator: new Navigator([]),
    store: store(state),
    clock: virtualClock(),
    timeScale: 1,
    pki,
    host: '127.0.0.1',
    fichiers: [],
    actionDeadlines: {},
    signal: signal ?? new AbortController().signal,
    emit: (event) => void state.events.push(event),
  };
}

function ends(state: Bench): readonly string[] {
  return state.preuves
    .filter((preuve) => preuve.kind === 'step/end')
    .map((preuve) => `${preuve.scenario ?? ''}#${preuve.step ?? ''}=${(preuve.view as StepEndView).outcome}`);
}

const reply = (output: JsonObject): Promise<PiloteAnswer> => Promise.resolve({ kind: 'done', output });

describe('runPlan', () => {
  it('walks steps in order, waits for the awaited traffic and stamps it with the running step', async () => {
    const state = bench();
    const software = pilote((call) => {
      if (call.action.id === 'echo.dire') state.recorder?.record({ kind: 'echo/request', view: { n: 1 } });
      return reply({ vu: true });
    });
    const walked = scenario('echo/nominal', [
      {
        id: 'dire',
        drive: 'echo.dire',
        with: { mot: 'a' },
        until: { kind: 'echo/request', where: { n: 1 } },
        within: '2s',
      },
      { id: 'relire', probe: 'echo.lire', with: { vu: '${etape.dire.vu}' } },
    ]);
    const result = await runPlan(request(state, [walked], software));
    expect(result.end).toBe('complete');
    expect(ends(state)).toEqual(['echo/nominal#dire=done', 'echo/nominal#relire=done']);
    expect(state.preuves.find((preuve) => preuve.kind === 'echo/request')).toMatchObject({
      scenario: 'echo/nominal',
      step: 'dire',
    });
    const probe = state.preuves.find((preuve) => preuve.kind === 'pilote/probe');
    expect(probe?.view).toMatchObject({ input: { vu: true, session: 'echo/nominal/principale' } });
    expect(state.closed).toBe(1);
  });

  it('ends the step as timeout when the awaited traffic does not come', async () => {
    const state = bench();
    const walked = scenario('echo/muet', [
      { id: 'dire', drive: 'echo.dire', until: { kind: 'echo/request' }, within: '50ms' },
    ]);
    await runPlan(
      request(
        state,
        [walked],
        pilote(() => reply({})),
      ),
    );
    expect(ends(state)).toEqual(['echo/muet#dire=timeout']);
  });

  it('records what an answer holds right behind it, in the same step, and keeps the store light', async () => {
    const state = bench();
    const walked = scenario('echo/fichier', [
      { id: 'imprimer', drive: 'echo.imprimer' },
      { id: 'relire', probe: 'echo.lire', with: { pdf: '${etape.imprimer.pdf}' } },
    ]);
    await runPlan({
      ...request(
        state,
        [walked],
        pilote(() => reply({ pdf: 'AAAA' })),
      ),
      derive: (action) =>
        Promise.resolve(
          action === 'echo.imprimer'
            ? { output: { pdf: { size: 3 } }, preuves: [{ kind: 'file/submitted', view: { name: 'a.pdf' } }] }
            : undefined,
        ),
    });
    const kinds = state.preuves.filter(({ step }) => step === 'imprimer').map(({ kind }) => kind);
    expect(kinds).toEqual(['pilote/action', 'file/submitted', 'step/end']);
    expect(state.preuves.find(({ step }) => step === 'imprimer')?.view).toMatchObject({
      output: { pdf: { size: 3 } },
    });
    // Later steps still have what the software answered.
    expect(state.preuves.find(({ kind }) => kind === 'pilote/probe')?.view).toMatchObject({
      input: { pdf: 'AAAA' },
    });
  });

  it('does not wait for a pilote that ignores its deadline', async () => {
    const state = bench();
    const walked = scenario('echo/bloque', [{ id: 'dire', drive: 'echo.dire', within: '50ms' }]);
    const software = pilote((call) =>
      call.action.id === 'banc.configurer' ? reply({}) : new Promise<never>(() => undefined),
    );
    await runPlan(request(state, [walked], software));
    expect(ends(state)).toEqual(['echo/bloque#dire=timeout']);
  });

  it('arms a fault for its step only and attests what left', async () => {
    const state = bench();
    const software = pilote((call) => {
      if (call.action.id === 'echo.dire') {
        const deviated = state.armory?.apply('echo/text', 'bonjour', {});
        const carrier = state.recorder?.record({
          kind: 'echo/request',
          view: { text: deviated?.artefact ?? '' },
        });
        deviated?.delivered(carrier?.id, new TextEncoder().encode('x'));
      }
      return reply({});
    });
    const walked = scenario('echo/faute', [
      { id: 'temoin', drive: 'echo.dire' },
      { id: 'fautif', drive: 'echo.dire', faults: [{ id: 'echo/upper' }], control: 'temoin' },
      { id: 'apres', drive: 'echo.dire' },
    ]);
    await runPlan(request(state, [walked], software));
    const texts = state.preuves
      .filter((preuve) => preuve.kind === 'echo/request')
      .map((preuve) => (preuve.view as { text: string }).text);
    expect(texts).toEqual(['bonjour', 'BONJOUR', 'bonjour']);
    const delivered = state.preuves.filter((preuve) => preuve.kind === 'fault/delivered');
    expect(delivered).toHaveLength(1);
    expect(delivered[0]).toMatchObject({
      step: 'fautif',
      view: { fault: 'echo/upper', target: 'echo/text' },
    });
  });

  it('leaves an end for every step after one the software does not know', async () => {
    const state = bench();
    const walked = scenario('echo/inconnu', [
      { id: 'a', drive: 'echo.inconnue' },
      { id: 'b', probe: 'echo.lire' },
    ]);
    const software = pilote((call) =>
      call.action.id === 'echo.inconnue' ? Promise.resolve({ kind: 'unsupported' }) : reply({}),
    );
    await runPlan(request(state, [walked], software));
    expect(ends(state)).toEqual(['echo/inconnu#a=unsupported', 'echo/inconnu#b=aborted']);
  });

  it('names an expression that names nothing as the bench’s fault, not the software’s', async () => {
    const state = bench();
    const walked = scenario('echo/expression', [
      { id: 'a', drive: 'echo.dire', with: { x: '${personne.y}' } },
    ]);
    await runPlan(
      request(
        state,
        [walked],
        pilote(() => reply({})),
      ),
    );
    const end = state.preuves.find((preuve) => preuve.kind === 'step/end')?.view as StepEndView;
    expect(end).toMatchObject({ outcome: 'broken', bench: true });
    expect(end.reason).toContain('personne.y');
  });

  it('seals as interrupted, with every step ended, when the user stops in the middle', async () => {
    const state = bench();
    const stop = new AbortController();
    const walked = scenario('echo/arret', [
      { id: 'a', drive: 'echo.dire' },
      { id: 'b', drive: 'echo.dire' },
    ]);
    const software = pilote((call) => {
      if (call.action.id === 'echo.dire') stop.abort();
      return reply({});
    });
    const result = await runPlan(
      request(
        state,
        [walked, scenario('echo/jamais', [{ id: 'c', drive: 'echo.dire' }])],
        software,
        stop.signal,
      ),
    );
    expect(result.end).toBe('interrupted');
    expect(state.sealed).toEqual(['interrupted']);
    expect(ends(state)).toEqual(['echo/arret#a=done', 'echo/arret#b=aborted']);
    expect(state.closed).toBe(1);
  });

  it('stops collecting when the software is lost', async () => {
    const state = bench();
    const software = pilote(() => Promise.resolve({ kind: 'broken', message: 'ECONNREFUSED' }));
    const all = ['a', 'b', 'c', 'd', 'e'].map((name) =>
      scenario(`echo/${name}`, [{ id: 's', drive: 'echo.dire' }]),
    );
    const result = await runPlan(request(state, all, software));
    expect(result.end).toBe('interrupted');
    expect(ends(state)).toHaveLength(3);
  });

  it('refuses to start on a blocking preflight problem, sealed and closed all the same', async () => {
    const state = bench();
    const text = { fr: 'muet', en: 'mute' };
    const software = pilote(() => reply({}), [{ severity: 'blocking', message: text, hint: text }]);
    await expect(
      runPlan(request(state, [scenario('echo/a', [{ id: 's', drive: 'echo.dire' }])], software)),
    ).rejects.toMatchObject({
      code: 'PREFLIGHT',
    });
    expect(state.closed).toBe(1);
    expect(state.sealed).toEqual(['crashed']);
  });

  it('takes an attestation from the dossier and leaves a missing one as skipped', async () => {
    const state = bench();
    const text = { fr: 'Déclarez', en: 'Declare' };
    const walked = scenario('echo/atteste', [
      { id: 'a', attest: { preuve: 'X.01', sentence: text } },
      { id: 'b', attest: { preuve: 'X.02', sentence: text } },
    ]);
    await runPlan(
      request(
        state,
        [walked],
        pilote(() => reply({})),
      ),
    );
    expect(ends(state)).toEqual(['echo/atteste#a=done', 'echo/atteste#b=skipped']);
    expect(state.preuves.some((preuve) => preuve.kind === 'attestation/declared')).toBe(true);
  });

  it('merges the state of a step over that of the scenario and drives bench operations', async () => {
    const state = bench();
    const walked = scenario(
      'echo/etat',
      [
        { id: 'a', operate: { service: 'echo', operation: 'tourner', input: { n: 1 } } },
        { id: 'b', drive: 'echo.dire', state: { echo: { lent: true } } },
      ],
      { state: { echo: { base: 1 } } },
    );
    await runPlan(
      request(
        state,
        [walked],
        pilote(() => reply({})),
      ),
    );
    expect(state.prepared).toEqual([{ base: 1 }, { base: 1, lent: true }]);
  });

  it('keeps private key material out of every preuve', async () => {
    const state = bench();
    await runPlan(
      request(
        state,
        [scenario('echo/a', [{ id: 's', drive: 'echo.dire' }])],
        pilote(() => reply({})),
      ),
    );
    expect(JSON.stringify(state.preuves)).not.toContain('very-private');
  });
});
