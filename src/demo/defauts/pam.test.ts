import { afterEach, describe, expect, it } from 'vitest';
import { startBench, type PamBench } from '../../../tests/builders/pam-bench.ts';
import { makeDeck } from '../../catalogue/deck.ts';
import { startDemo, type RunningDemo } from '../start-demo.ts';
import type { Identity } from '../ins/identity.ts';
import { writePamMessage } from '../ins/pam-message.ts';
import { conductOf } from './find-defauts.ts';
import { pamDefauts } from './pam.ts';

interface Pair {
  readonly demo: RunningDemo;
  readonly bench: PamBench;
  readonly act: (action: string, input: object) => Promise<Record<string, unknown>>;
  readonly send: (input: object) => Promise<Record<string, unknown>>;
  /** Identities named so, as a search shows them. */
  readonly search: (
    nom: string,
  ) => Promise<
    readonly { readonly id: string; readonly ins?: object; readonly rapprochees: readonly string[] }[]
  >;
  /** Messages that the demo sent since the last call, as text. */
  readonly emitted: () => readonly string[];
}

const deck = makeDeck('pam');
const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function pair(defauts: readonly string[]): Promise<Pair> {
  const demo = await startDemo({ defauts });
  const bench = await startBench({ destinataire: { host: '127.0.0.1', port: demo.mllp } });
  open.push(
    () => demo.close(),
    () => bench.close(),
  );
  const act: Pair['act'] = async (action, input) => {
    const answer = await fetch(`${demo.url}/actions/${action}`, {
      method: 'POST',
      body: JSON.stringify(input),
    });
    return (await answer.json()) as Record<string, unknown>;
  };
  await act('banc.configurer', { services: { pam: bench.pam.endpoints } });
  const send: Pair['send'] = (input) => bench.pam.operate('envoyer', input as never);
  return {
    ...{ demo, bench, act, send },
    search: async (nom) =>
      (await act('ins.rechercher', { nom }))['resultats'] as Awaited<ReturnType<Pair['search']>>,
    emitted: () =>
      bench.preuves
        .splice(0)
        .filter(({ kind }) => kind === 'pam/message')
        .map(({ bytes }) => Buffer.from(bytes['message'] ?? []).toString()),
  };
}

const traits = {
  nomNaissance: 'ZZTEST-DEMO',
  premierPrenom: 'ANNE',
  sexe: 'F',
  dateNaissance: '1980-01-02',
  lieuNaissance: '51215',
};

/** An identity that the flow brought qualifiée: its name and number in the demo. */
async function qualified(b: Pair): Promise<string> {
  const sent = await b.send({ evenement: 'A28', role: 'flux-1', statut: 'VALI', ins: true });
  const [identity] = await b.search(String(sent['nomNaissance']));
  b.emitted();
  return identity?.id ?? '';
}

async function messageOf(b: Pair, evenement: string): Promise<string> {
  await b.act('ins.emettre-hl7v2', { id: await qualified(b), evenement });
  return b.emitted()[0] ?? '';
}

async function afterStrictChange(b: Pair): Promise<string> {
  const id = await qualified(b);
  await b.act('ins.modifier', { id, habilite: true, traits: { nomNaissance: 'ZZCORRIGE' } });
  return b.emitted()[0] ?? '';
}

async function heldAfter(b: Pair, ...inputs: readonly object[]): Promise<boolean> {
  let name = '';
  for (const input of inputs) name = String((await b.send({ role: 'flux-2', ...input }))['nomNaissance']);
  return (await b.search(name)).some(({ ins }) => ins !== undefined);
}

const create = { evenement: 'A28', statut: 'VALI', ins: true };
const takeAway = { evenement: 'A47', statut: 'VALI', ins: false, retireIns: true };

const merge = { role: 'flux-7', evenement: 'A40', statut: 'PROV', ins: false, autreRole: 'flux-8' };
const named = (role: string): string => deck.patients.find((one) => one.role === role)?.nomNaissance ?? '';

/** What the flow's merge of a qualifiée duplicate leaves: how many of each name, and whether the INS went over. */
async function afterMerge(
  b: Pair,
): Promise<{ readonly stay: number; readonly gone: number; readonly ins: boolean }> {
  await b.send({ ...merge, evenement: 'A28', autreRole: undefined });
  await b.send({ evenement: 'A28', role: 'flux-8', statut: 'VALI', ins: true });
  await b.send(merge);
  const stay = await b.search(named('flux-7'));
  return {
    stay: stay.length,
    gone: (await b.search(named('flux-8'))).length,
    ins: stay.some(({ ins }) => ins !== undefined),
  };
}

/** What the flow's link, and its end when asked, leave shown of the first identity; undefined once one is gone. */
async function afterLink(b: Pair, ...events: readonly string[]): Promise<readonly string[] | undefined> {
  for (const role of ['flux-9', 'flux-10'])
    await b.send({ evenement: 'A28', role, statut: 'PROV', ins: false });
  for (const evenement of events)
    await b.send({ evenement, role: 'flux-9', statut: 'PROV', ins: false, autreRole: 'flux-10' });
  const [one] = await b.search(named('flux-9'));
  const [other] = await b.search(named('flux-10'));
  return other === undefined ? undefined : one?.rapprochees;
}

/** What the demo sends of an act on two identities of its own. */
async function sentTogether(b: Pair, action: string): Promise<readonly string[]> {
  const ids: unknown[] = [];
  for (const nomNaissance of ['ZZTEST-UN', 'ZZTEST-DEUX']) {
    const created = await b.act('ins.creer', { traits: { ...traits, nomNaissance } });
    ids.push((created['identite'] as { readonly id: string }).id);
  }
  b.emitted();
  const [id, autre] = ids;
  await b.act(action, { id, autre, survivante: id, doublon: autre });
  return b.emitted();
}

const evidences: Readonly<Record<string, (b: Pair) => Promise<boolean>>> = {
  'pam-sans-ins': async (b) => !(await messageOf(b, 'A04')).includes('ASIP-SANTE-INS'),
  'pam-ins-apres-perte': async (b) => (await afterStrictChange(b)).includes('ASIP-SANTE-INS'),
  'pam-statut-interne': async (b) => (await messageOf(b, 'A04')).includes('|QUAL|'),
  'pam-mauvais-oid': async (b) => (await messageOf(b, 'A04')).includes('1.2.250.1.213.1.4.5'),
  'pam-mauvais-type': async (b) => (await messageOf(b, 'A04')).includes('&ISO^NH'),
  'pam-sans-propagation': async (b) => {
    await b.act('ins.creer', { traits });
    return b.emitted().length === 0;
  },
  'pam-a31-pour-a47': async (b) => (await afterStrictChange(b)).includes('ADT^A31'),
  'pam-arret-apres-erreur': async (b) => {
    const { fault } = await import('../../services/pam/faults/ack-ae.ts');
    b.bench.arm(fault as never);
    await b.act('ins.creer', { traits });
    b.bench.arm({ ...fault, target: 'none' } as never);
    b.emitted();
    await b.act('ins.creer', { traits });
    return b.emitted().length === 0;
  },
  'pam-fusion-copie-ins': async (b) => (await afterMerge(b)).ins,
  'pam-fusion-garde-doublon': async (b) => (await afterMerge(b)).gone === 1,
  'pam-fusion-inverse': async (b) => (await afterMerge(b)).stay === 0,
  'pam-fusion-ignoree': async (b) => (await afterMerge(b)).gone === 1,
  'pam-fusion-par-a31': async (b) => (await sentTogether(b, 'ins.fusionner')).join().includes('ADT^A31'),
  'pam-fusion-sans-mrg': async (b) => !(await sentTogether(b, 'ins.fusionner')).join().includes('MRG|ipp'),
  'pam-rapprochement-fusionne': async (b) => (await afterLink(b, 'A24')) === undefined,
  'pam-separation-ignoree': async (b) => (await afterLink(b, 'A24', 'A37'))?.length !== 0,
  'pam-rapprochement-d-un-seul': async (b) =>
    !(await sentTogether(b, 'ins.rapprocher')).join().includes('PID|2'),
  'pam-ins-de-prov': (b) => heldAfter(b, { ...create, statut: 'PROV' }),
  'pam-sans-ins-recue': async (b) => !(await heldAfter(b, create)),
  'pam-ignore-suppression': (b) => heldAfter(b, create, takeAway),
  'pam-accepte-document': async (b) => {
    await b.send({ role: 'flux-2', ...create });
    const codes = ['sans-ins', 'autres-traits', 'sans-traits'].map((document) =>
      b.send({ ...create, role: 'flux-2', evenement: 'T02', document }),
    );
    return (await Promise.all(codes)).every(({ accuse }) => accuse === 'AA');
  },
  'pam-refuse-messages': async (b) => (await b.send({ role: 'flux-2', ...create }))['accuse'] === 'AR',
  'pam-sans-accuse': async (b) => {
    const answered = b.send({ role: 'flux-2', ...create }).then(({ issue }) => issue);
    const late = new Promise((resolve) => setTimeout(resolve, 400, 'late'));
    return (await Promise.race([answered, late])) === 'late';
  },
};

describe('défauts of HL7v2', () => {
  it('are all shown to misbehave', () => {
    expect([...Object.keys(evidences), 'pam-ins-non-qualifiee'].sort()).toEqual(
      Object.keys(pamDefauts).sort(),
    );
  });

  it('pam-ins-non-qualifiee is seen on a récupérée, and not of the honest demo', () => {
    const ins = { matricule: '279035121518989', oid: '1.2.250.1.213.1.4.10' };
    const identity: Identity = {
      ...{ id: 'ipp-1', statut: 'recuperee', attributs: [], traits, ins, insHistorique: [], rapprochees: [] },
      ...{ justificatif: undefined, historique: [] },
    };
    const sent = (defauts: readonly string[]): string => {
      const moment = { evenement: 'A31', controlId: '1', now: new Date() };
      return String(writePamMessage(identity, moment, conductOf(defauts).ins ?? {}));
    };
    expect(sent(['pam-ins-non-qualifiee'])).toContain('ASIP-SANTE-INS');
    expect(sent([])).not.toContain('ASIP-SANTE-INS');
  });

  it.each(Object.entries(evidences))('%s is seen, and not of the honest demo', async (id, evidence) => {
    expect(await evidence(await pair([id]))).toBe(true);
    expect(await evidence(await pair([]))).toBe(false);
  });

  it('the honest demo merges, links and separates as it is told', async () => {
    const b = await pair([]);
    expect(await afterMerge(b)).toEqual({ stay: 1, gone: 0, ins: false });
    expect(await afterLink(b, 'A24')).toHaveLength(1);
    const [sent] = await sentTogether(b, 'ins.rapprocher');
    expect(sent).toMatch(/ADT\^A24\^ADT_A24[^]*PID\|1[^]*PID\|2/);
  });

  it('the honest demo refuses documents by their code, and files a conforming one', async () => {
    const b = await pair([]);
    await b.send({ role: 'flux-2', ...create });
    for (const [document, code] of [
      ['conforme', undefined],
      ['sans-ins', '903'],
      ['autres-traits', '904'],
      ['sans-traits', '905'],
    ]) {
      await b.send({ ...create, role: 'flux-2', evenement: 'T02', document });
      const ack = (b.bench.preuves.at(-1)?.view as { readonly ack?: { readonly erreurApplicative?: string } })
        .ack;
      expect(ack?.erreurApplicative).toBe(code);
    }
  });
});
