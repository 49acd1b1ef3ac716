import type { Patient } from '@medplum/fhirtypes';
import { afterEach, describe, expect, it } from 'vitest';
import { startFhirBench, type FhirBench, type Recorded } from '../../../tests/builders/fhir-bench.ts';
import { startDemo } from '../start-demo.ts';
import { fhirPatient } from '../ins/fhir-patient.ts';
import type { Identity } from '../ins/identity.ts';
import { conductOf } from './find-defauts.ts';
import { fhirDefauts } from './fhir.ts';

interface Pair {
  readonly bench: FhirBench;
  readonly act: (action: string, input: object) => Promise<Record<string, unknown>>;
  /** Sends as a third party; gives the HTTP status. */
  readonly send: (input: object) => Promise<Record<string, unknown>>;
  readonly search: (nom: unknown) => Promise<readonly Record<string, unknown>[]>;
  /** Preuves of a kind since the last call. */
  readonly seen: (kind: string) => readonly Recorded[];
}

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function pair(defauts: readonly string[]): Promise<Pair> {
  const demo = await startDemo({ defauts });
  const bench = await startFhirBench({ destinataire: { url: demo.fhir } });
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
  await act('banc.configurer', { services: { fhir: bench.fhir.endpoints }, ca: bench.pki.caPem });
  return {
    ...{ bench, act },
    send: (input) => bench.fhir.operate('envoyer', input as never),
    search: async (nom) =>
      (await act('ins.rechercher', { nom }))['resultats'] as Awaited<ReturnType<Pair['search']>>,
    seen: (kind) => bench.preuves.splice(0).filter((preuve) => preuve.kind === kind),
  };
}

const traits = {
  nomNaissance: 'ZZTEST-DEMO',
  premierPrenom: 'ANNE',
  prenoms: 'ANNE MARIE',
  sexe: 'F',
  dateNaissance: '1980-01-02',
  lieuNaissance: '51215',
};
const ins = { matricule: '279035121518989', oid: '1.2.250.1.213.1.4.10' };
const identity = (edit: Partial<Identity> = {}): Identity => ({
  ...{ id: 'ipp-1', statut: 'qualifiee', attributs: [], traits, ins, insHistorique: [] },
  rapprochees: [],
  ...{ justificatif: undefined, historique: [] },
  ...edit,
});

/** The Patient that the product writes of an identity. */
const written = (id: string, edit?: Partial<Identity>): Patient =>
  fhirPatient(identity(edit), conductOf(id === '' ? [] : [id]).ins?.fhir ?? {});
const insOf = (patient: Patient): Patient['identifier'] =>
  patient.identifier?.filter(({ system }) => system?.startsWith('urn:oid:1.2.250') === true);

/** What each mistake of writing leaves in a Patient, and that the honest product does not. */
const writing: Readonly<Record<string, (id: string) => boolean>> = {
  'fhir-sans-ins': (id) => insOf(written(id))?.length === 0,
  'fhir-ins-non-qualifiee': (id) => insOf(written(id, { statut: 'recuperee' }))?.length === 1,
  'fhir-ipp-officiel': (id) => written(id).identifier?.[0]?.use === 'official',
  'fhir-ancienne-officielle': (id) => insOf(written(id, { insHistorique: [ins] }))?.[1]?.use === 'official',
  'fhir-type-nir': (id) => insOf(written(id))?.[0]?.type?.coding?.[0]?.code === 'INS-NIR',
  'fhir-oid-de-production': (id) => insOf(written(id))?.[0]?.system?.endsWith('.8') === true,
  'fhir-profil-simple': (id) => written(id).meta?.profile?.[0]?.endsWith('fr-core-patient') === true,
  'fhir-plusieurs-prenoms': (id) => (written(id).name?.[0]?.given?.length ?? 0) > 1,
  'fhir-sans-liste-de-prenoms': (id) => written(id).name?.[0]?.extension === undefined,
  'fhir-sans-lieu': (id) => !JSON.stringify(written(id)).includes('"51215"'),
  'fhir-douteuse-valide': (id) =>
    JSON.stringify(written(id, { statut: 'provisoire', attributs: ['douteuse'], ins: undefined })).includes(
      'VALI',
    ),
  'fhir-noms-inverses': (id) => written(id).name?.[0]?.family === 'ANNE',
};

async function created(b: Pair): Promise<string> {
  const { identite } = await b.act('ins.creer', { traits });
  return (identite as { readonly id: string }).id;
}

async function underRefusal(b: Pair): Promise<Record<string, unknown>> {
  const id = await created(b);
  const { fault } = await import('../../services/fhir/faults/reply-422.ts');
  b.bench.arm(fault as never);
  b.seen('');
  const said = await b.act('ins.emettre-fhir', { id });
  b.bench.arm(undefined);
  return said;
}

const traces = async (b: Pair): Promise<string> => JSON.stringify(await b.act('ins.exporter-traces', {}));
const received = async (b: Pair, input: object): Promise<Record<string, unknown> | undefined> => {
  const { nomNaissance } = await b.send({ variante: 'qualifiee', ...input });
  return (await b.search(nomNaissance))[0];
};
const status = async (b: Pair, variante: string): Promise<unknown> =>
  (await b.send({ role: 'tiers-1', variante }))['statut'];

const exchanges: Readonly<Record<string, (b: Pair) => Promise<boolean>>> = {
  'fhir-json-ordinaire': async (b) => {
    await created(b);
    return (
      (b.seen('fhir/write')[0]?.view as { readonly contentType?: string }).contentType === 'application/json'
    );
  },
  'fhir-cree-toujours': async (b) => {
    await b.act('ins.emettre-fhir', { id: await created(b) });
    return JSON.stringify(b.seen('fhir/write')[1]?.view).includes('"doublons":["segur-1"]');
  },
  'fhir-sans-propagation': async (b) => {
    await created(b);
    return b.seen('fhir/write').length === 0;
  },
  'fhir-ignore-les-erreurs': async (b) => (await underRefusal(b))['issue'] === 'reussie',
  'fhir-tait-l-outcome': async (b) => !JSON.stringify(await underRefusal(b)).includes('identitovigilance'),
  'fhir-refus-non-trace': async (b) => {
    await underRefusal(b);
    return !(await traces(b)).includes('identitovigilance');
  },
  'fhir-destinataire-non-trace': async (b) => {
    await created(b);
    return (await traces(b)).includes('"destinataire":""');
  },
  'fhir-arret-apres-erreur': async (b) => {
    await underRefusal(b);
    b.seen('');
    await created(b);
    return b.seen('fhir/write').length === 0;
  },
  'fhir-insiste': async (b) => {
    await underRefusal(b);
    return b.seen('fhir/write').length > 4;
  },
  'fhir-sans-verification': async (b) => (await received(b, { role: 'tiers-1' }))?.['ins'] !== undefined,
  'fhir-ins-par-type': async (b) =>
    (await received(b, { role: 'tiers-1', variante: 'oid-faux' }))?.['ins'] !== undefined,
  'fhir-attributs-perdus': async (b) =>
    JSON.stringify((await received(b, { role: 'tiers-1', variante: 'douteuse' }))?.['attributs']) === '[]',
  'fhir-ne-reconnait-pas': async (b) => {
    await received(b, { role: 'tiers-1' });
    return (await b.send({ role: 'tiers-1', variante: 'qualifiee' }))['statut'] === 201;
  },
  'fhir-refuse-tout': async (b) => (await status(b, 'qualifiee')) === 422,
  'fhir-sans-location': async (b) => {
    await status(b, 'qualifiee');
    return !JSON.stringify(b.seen('fhir/sent')[0]?.view).includes('"location"');
  },
  'fhir-accepte-tout': async (b) => (await status(b, 'json-tronque')) === 201,
  'fhir-erreurs-html': async (b) => {
    await status(b, 'json-tronque');
    return (b.seen('fhir/sent')[0]?.view as { readonly reponse?: string }).reponse === '';
  },
  'fhir-sans-capacites': async (b) => (await b.bench.fhir.operate('capacites', {}))['statut'] === 404,
};

/** Mistakes that need an INS which INSi verified: `tests/oracle/kill-matrix.test.ts` plays them in front of INSi. */
const needInsi = [
  'fhir-qualifie-d-office',
  'fhir-premiere-ins',
  'fhir-garde-l-ins-remplacee',
  'fhir-montre-l-ins',
];

describe('défauts of FHIR', () => {
  it('are all shown to misbehave, here or in front of INSi', () => {
    const shown = [...Object.keys(writing), ...Object.keys(exchanges), ...needInsi];
    expect(shown.sort()).toEqual(Object.keys(fhirDefauts).sort());
  });

  it.each(Object.entries(writing))(
    '%s is seen in what is written, and not of the honest demo',
    (id, evidence) => {
      expect(evidence(id)).toBe(true);
      expect(evidence('')).toBe(false);
    },
  );

  it.each(Object.entries(exchanges))(
    '%s is seen on the wire, and not of the honest demo',
    async (id, evidence) => {
      expect(await evidence(await pair([id]))).toBe(true);
      expect(await evidence(await pair([]))).toBe(false);
    },
  );
});
