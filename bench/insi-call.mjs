/**
 * Processor time of one INSi call, everything recorded to disk, then read back and judged, against a bare node:https
 * server that asks for a client certificate too, reads the same call and answers as many bytes. Both are measured in
 * turn, in the same run, over connections that stay open: no handshake softens the ratio. Their client is another
 * process. Ratios only: the machine decides the rest.
 * Usage: npm run build && node bench/insi-call.mjs [calls]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { holdTargets } from './parts/hold-targets.mjs';
import { loadClient } from './parts/load-client.mjs';

const calls = Number(process.argv[2] ?? 10_000);
const rounds = 5;
const warmUp = 1000;
const targets = { timesFloor: 3, growthMiB: 8 };
const load = (path) => import(new URL(`../dist/${path}`, import.meta.url).href);
const [
  { makeDeck },
  { generateAuthorities, pkiFrom },
  { RunArmory },
  { RunRecorder },
  { virtualClock },
  { PreuveStore },
  { openSealedRun },
  { service },
  { loadRegistry },
] = await Promise.all(
  [
    'catalogue/deck.js',
    'engine/pki.js',
    'engine/run-armory.js',
    'engine/run-recorder.js',
    'engine/virtual-clock.js',
    'preuves/preuve-store.js',
    'preuves/open-sealed-run.js',
    'services/insi/service.js',
    'cli/registry.js',
  ].map(load),
);
const deck = makeDeck('bench');
const pki = pkiFrom(await generateAuthorities());
const certificate = await pki.client({ commonName: 'INSI-AUTO', organizationalUnit: '10B0000001' });
const client = loadClient({ caPem: pki.caPem, ...certificate });
const folder = mkdtempSync(join(tmpdir(), 'segur-bench-'));
try {
  await main();
} finally {
  client.close();
  rmSync(folder, { recursive: true, force: true });
}

async function main() {
  const store = new PreuveStore({
    directory: join(folder, 'run'),
    runId: 'bench',
    startedAt: new Date().toISOString(),
    benchVersion: '0',
    pilote: 'bench',
    plan: { seed: 'bench' },
    deck,
  });
  const recorder = new RunRecorder(store);
  // What a run declares before the first call: redaction is part of recording.
  recorder.secret('psc.client.secret', 'secret-du-banc-seulement');
  for (const name of ['insi', 'psc', 'pam'])
    recorder.secret(
      `${name}.certificat.keyPem`,
      (await pki.client({ commonName: name, organizationalUnit: 'S1' })).keyPem,
    );
  const insi = await service.start({
    options: {},
    deck,
    recorder,
    armory: new RunArmory(() => undefined, recorder),
    clock: virtualClock(),
    pki,
    host: '127.0.0.1',
    random: () => 0.5,
    signal: new AbortController().signal,
  });
  const call = {
    url: insi.endpoints.url,
    body: searchByTraits(deck.patients[0]),
    contentType: 'application/soap+xml; charset=utf-8',
  };
  const { bytes } = await client.post({ ...call, count: warmUp });
  const bare = await floorServer(bytes);
  await client.post({ ...call, url: bare.url, count: warmUp });

  const floor = [];
  const recorded = [];
  const before = settledMiB();
  for (let round = 0; round < rounds; round += 1) {
    floor.push(await roundOf({ ...call, url: bare.url }));
    recorded.push(await roundOf(call));
  }
  const growth = settledMiB() - before;
  bare.close();
  await insi.close();
  const registry = await loadRegistry();
  let facts = 0;
  const afterwards = await cpuOf(async () => {
    store.seal('complete');
    facts = judgeAll(openSealedRun(join(folder, 'run')), registry);
  });
  const bareMs = median(floor.map(({ server }) => server));
  const insiMs = median(recorded.map(({ server }) => server));
  const judgedMs = afterwards / (calls + warmUp);
  const clientMs = median(floor.map(({ client: spent }) => spent));
  console.log(
    `CPU a call: bare server ${bareMs.toFixed(3)} ms, INSi recorded ${insiMs.toFixed(3)} ms; sealed, read back and judged ${judgedMs.toFixed(3)} ms (${facts} facts); client ${clientMs.toFixed(3)} ms`,
  );
  holdTargets([
    {
      what: 'INSi call recorded, CPU of the server over a bare one',
      measured: insiMs / bareMs,
      target: targets.timesFloor,
      unit: 'x',
    },
    {
      what: 'INSi call recorded and judged, CPU of the server over a bare one',
      measured: (insiMs + judgedMs) / bareMs,
      target: targets.timesFloor,
      unit: 'x',
    },
    {
      what: 'INSi call recorded and judged, CPU of server and client over those of a bare call',
      measured: (insiMs + judgedMs + clientMs) / (bareMs + clientMs),
      target: targets.timesFloor,
      unit: 'x',
    },
    { what: `memory kept after ${calls} calls`, measured: growth, target: targets.growthMiB, unit: ' MiB' },
  ]);
}

/** Processor time of one call, of the server and of its client. */
async function roundOf(call) {
  const count = calls / rounds;
  let spent = 0;
  const server = await cpuOf(async () => {
    spent = (await client.post({ ...call, count })).cpuMs;
  });
  return { server: server / count, client: spent / count };
}

/** Milliseconds of processor time of this process. */
async function cpuOf(work) {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** What stays once the collector ran: buffers outside of the heap count too. */
function settledMiB() {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 / 1024;
}

async function floorServer(bytes) {
  const pair = await pki.server({ names: ['localhost', '127.0.0.1'] });
  const text = 'x'.repeat(bytes);
  const server = createServer(
    {
      cert: pair.certPem,
      key: pair.keyPem,
      ca: pki.clientCaPem,
      requestCert: true,
      rejectUnauthorized: true,
    },
    (incoming, response) => {
      const chunks = [];
      incoming.on('data', (chunk) => chunks.push(chunk));
      incoming.on('end', () => {
        Buffer.concat(chunks);
        response.setHeader('content-type', 'application/soap+xml; charset=utf-8').end(text);
      });
    },
  );
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `https://127.0.0.1:${server.address().port}/lps`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Every check of INSi that needs no option, over ten calls at a time, as a step of a scenario has them. */
function judgeAll(run, registry) {
  const kind = 'insi/traits-request';
  const checks = [...registry.checks.values()].filter(
    (check) => check.reads.includes(kind) && check.options?.required === undefined,
  );
  const facts = {
    deck: run.deck,
    services: { insi: {} },
    endpoints: run.endpoints,
    solution: {},
    candidature: {},
  };
  let examined = 0;
  for (let first = 0; first < run.preuves.length; first += 10) {
    const preuves = run.preuves.slice(first, first + 10);
    for (const check of checks) {
      examined += check.judge({ preuves, control: [], options: {}, facts, bytes: run.bytes }).examined;
    }
  }
  return examined;
}

function searchByTraits({ nomNaissance, prenoms, sexe, dateNaissance }) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Header>
<wsa:MessageID xmlns:wsa="http://www.w3.org/2005/08/addressing">uuid:{{id}}</wsa:MessageID>
<wsa:Action xmlns:wsa="http://www.w3.org/2005/08/addressing">urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite</wsa:Action>
<bam:ContexteBAM xmlns:bam="urn:siram:bam:ctxbam" Nature="CTXBAM" Version="01_02"><bam:Id>9b2ac62c-5e0b-4b3c-9a4e-0d2f3f9f7c11</bam:Id><bam:Temps>2026-11-25T10:00:00.000Z</bam:Temps><bam:Emetteur>10B0000001</bam:Emetteur><bam:COUVERTURE/></bam:ContexteBAM>
<lps:ContexteLPS xmlns:lps="urn:siram:lps:ctxlps" Nature="CTXLPS" Version="01_00"><lps:Id>0c8a6a8e-7f7d-4f53-8a11-6f1f9a3f2b55</lps:Id><lps:Temps>2026-11-25T10:00:00.000Z</lps:Temps><lps:Emetteur>10B0000001</lps:Emetteur><lps:LPS><lps:IDAM R="4">0123456789</lps:IDAM><lps:Version>1.0.0</lps:Version><lps:Instance>5d3b0a58-1f7c-4c57-8c7e-2b0d8a4e9f21</lps:Instance><lps:Nom>urn:lps:banc:1.0.0</lps:Nom></lps:LPS></lps:ContexteLPS>
</soap:Header><soap:Body><RECSANSVITALE xmlns="http://www.cnamts.fr/INSiRecSans"><NomNaissance>${nomNaissance}</NomNaissance><Prenom>${prenoms[0]}</Prenom><Sexe>${sexe}</Sexe><DateNaissance>${dateNaissance}</DateNaissance></RECSANSVITALE></soap:Body></soap:Envelope>`;
}
