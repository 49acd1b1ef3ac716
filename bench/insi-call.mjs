// CPU and time per judged INSi call, everything recorded to disk, against a bare node:https mTLS server in the same
// run. Ratios only: the machine decides the rest. `npm run build` first.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, request } from 'undici';

const calls = Number(process.env.CALLS ?? 3000);
const dist = new URL('../dist/', import.meta.url);
const load = (path) => import(new URL(path, dist).href);
const [
  { makeDeck },
  { generateAuthorities, pkiFrom },
  { RunArmory },
  { RunRecorder },
  { virtualClock },
  { PreuveStore },
  { service },
] = await Promise.all([
  load('catalogue/deck.js'),
  load('engine/pki.js'),
  load('engine/run-armory.js'),
  load('engine/run-recorder.js'),
  load('engine/virtual-clock.js'),
  load('preuves/preuve-store.js'),
  load('services/insi/service.js'),
]);

const deck = makeDeck('bench');
const patient = deck.patients[0];
const body =
  `<S:Envelope xmlns:S="http://www.w3.org/2003/05/soap-envelope"><S:Header/><S:Body><RECSANSVITALE xmlns="http://www.cnamts.fr/INSiRecSans">` +
  `<NomNaissance>${patient.nomNaissance}</NomNaissance><Prenom>${patient.prenoms[0]}</Prenom><Sexe>${patient.sexe}</Sexe>` +
  `<DateNaissance>${patient.dateNaissance}</DateNaissance></RECSANSVITALE></S:Body></S:Envelope>`;
const pki = pkiFrom(await generateAuthorities());
const client = await pki.client({ commonName: 'INSI-AUTO', organizationalUnit: 'S1' });
const agent = new Agent({
  connect: { ca: pki.caPem, cert: client.certPem, key: client.keyPem },
  connections: 4,
});

async function drive(url, count) {
  const one = async () => {
    const response = await request(url, {
      method: 'POST',
      dispatcher: agent,
      body,
      headers: { 'content-type': 'application/soap+xml' },
    });
    await response.body.dump();
  };
  for (let index = 0; index < count; index += 4) await Promise.all([one(), one(), one(), one()]);
}

async function measure(label, url) {
  await drive(url, 400);
  const cpu = process.cpuUsage();
  const start = performance.now();
  await drive(url, calls);
  const used = process.cpuUsage(cpu);
  const result = {
    label,
    cpu: (used.user + used.system) / 1000 / calls,
    wall: (performance.now() - start) / calls,
  };
  console.log(`${label.padEnd(16)} ${result.cpu.toFixed(3)} ms CPU, ${result.wall.toFixed(3)} ms per call`);
  return result;
}

const pair = await pki.server({ names: ['localhost', '127.0.0.1'] });
const bare = createServer(
  { cert: pair.certPem, key: pair.keyPem, ca: pki.clientCaPem, requestCert: true, rejectUnauthorized: true },
  (incoming, response) => {
    incoming.resume();
    incoming.on('end', () => response.setHeader('content-type', 'application/soap+xml').end(body));
  },
);
await new Promise((resolve) => bare.listen(0, '127.0.0.1', resolve));
const floor = await measure('bare node:https', `https://127.0.0.1:${bare.address().port}/lps`);
bare.closeAllConnections();
bare.close();

const directory = mkdtempSync(join(tmpdir(), 'segur-bench-'));
const store = new PreuveStore({
  directory,
  runId: 'bench',
  startedAt: new Date().toISOString(),
  benchVersion: '0',
  pilote: 'bench',
  plan: { seed: 'bench' },
  deck,
});
const recorder = new RunRecorder(store);
const running = await service.start({
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
const judged = await measure('INSi, recorded', running.endpoints.url);
const first = process.memoryUsage().rss;
await drive(running.endpoints.url, calls);
const growth = (process.memoryUsage().rss - first) / 1e6;
await running.close();
await agent.destroy();
rmSync(directory, { recursive: true, force: true });

console.log(
  `ratio ${(judged.cpu / floor.cpu).toFixed(2)} CPU, ${(judged.wall / floor.wall).toFixed(2)} time (target under 3)`,
);
console.log(`memory over ${calls} more calls: ${growth.toFixed(1)} MB (target: flat)`);
