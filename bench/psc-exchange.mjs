/**
 * CPU and time of one recorded exchange with the Pro Santé Connect simulator, against a bare node:https server that
 * answers as many bytes, in the same run. The client is another process, so the CPU counted is the server's alone.
 * Usage: npm run build && node bench/psc-exchange.mjs [logins]
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { holdTargets } from './parts/hold-targets.mjs';

const limits = { timesFloor: 3, cpuMs: 1.5 };
const self = fileURLToPath(import.meta.url);

if (process.argv[2] === '--client') await client();
else await main(Number(process.argv[2] ?? 300));

async function main(logins) {
  const load = (path) => import(new URL(`../dist/${path}`, import.meta.url).href);
  const [
    { service },
    { openPki },
    { makeDeck },
    { PreuveStore },
    { RunRecorder },
    { RunArmory },
    { virtualClock },
    { seededRandom },
  ] = await Promise.all(
    [
      'services/psc/service.js',
      'engine/pki-directory.js',
      'catalogue/deck.js',
      'preuves/preuve-store.js',
      'engine/run-recorder.js',
      'engine/run-armory.js',
      'engine/virtual-clock.js',
      'engine/seeded-random.js',
    ].map(load),
  );
  const folder = mkdtempSync(join(tmpdir(), 'segur-bench-'));
  const deck = makeDeck('bench');
  const store = new PreuveStore({
    directory: join(folder, 'run'),
    runId: 'bench',
    startedAt: new Date(0).toISOString(),
    benchVersion: '0',
    pilote: 'http',
    plan: {},
    deck,
  });
  let recorded = 0;
  const runRecorder = new RunRecorder(store);
  let toDisk = false;
  const recorder = {
    record: (draft) => {
      recorded += 1;
      if (toDisk) return runRecorder.record(draft);
      return { ...draft, id: `p-${recorded}`, at: 0, raw: {} };
    },
    secret: (label, value) => runRecorder.secret(label, value),
  };
  recorder.secret('psc.client.secret', 'secret-du-banc-seulement');
  const pki = await openPki();
  const running = await service.start({
    options: {},
    deck,
    recorder,
    armory: new RunArmory(() => undefined, recorder),
    clock: virtualClock(),
    pki,
    host: '127.0.0.1',
    random: seededRandom('bench', 'psc'),
    signal: new AbortController().signal,
  });
  const floor = await floorServer(await pki.server({ names: ['127.0.0.1'] }));
  const child = fork(self, ['--client'], { env: { ...process.env, BENCH_CA: pki.caPem } });
  child.once('exit', (code) => {
    if (code !== 0 && code !== null) throw new Error(`the client process ended with ${code}`);
  });
  try {
    const ask = (message) =>
      new Promise((resolve) => {
        child.once('message', resolve);
        child.send(message);
      });
    const measure = async (message) => {
      // Both servers are measured once warm: the first exchanges pay for compilation.
      await ask({ ...message, logins: 500 });
      recorded = 0;
      const cpu = process.cpuUsage();
      const { exchanges, ms, sizes } = await ask(message);
      const used = process.cpuUsage(cpu);
      return {
        exchanges,
        sizes,
        recorded,
        ms: ms / exchanges,
        cpuMs: (used.user + used.system) / 1000 / exchanges,
      };
    };
    const { endpoints } = running;
    const rows = {};
    for (const name of ['login', 'discovery', 'userinfo', 'login, stored on disk']) {
      const only = name.split(',')[0];
      toDisk = name !== only;
      const psc = await measure({ kind: 'psc', only, endpoints, logins });
      const floorOf = (sign) =>
        measure({
          kind: 'floor',
          address: floor.address,
          sizes: psc.sizes,
          exchanges: psc.exchanges,
          logins,
          sign,
        });
      const bare = await floorOf(0);
      const signed = only === 'login' ? await floorOf(2) : bare;
      if (psc.recorded < psc.exchanges)
        throw new Error(`${psc.exchanges} exchanges, ${psc.recorded} preuves`);
      rows[name] = {
        exchanges: psc.exchanges,
        cpuMs: round(psc.cpuMs),
        floorCpuMs: round(bare.cpuMs),
        signingFloorCpuMs: round(signed.cpuMs),
        cpuTimesFloor: round(psc.cpuMs / signed.cpuMs),
        ms: round(psc.ms),
        floorMs: round(bare.ms),
      };
    }
    console.table(rows);
    holdTargets(
      Object.entries(rows).flatMap(([name, row]) => [
        {
          what: `${name}: CPU over a server that only reads, signs as often and answers`,
          measured: row.cpuTimesFloor,
          target: limits.timesFloor,
          unit: 'x',
        },
        { what: `${name}: CPU of an exchange`, measured: row.cpuMs, target: limits.cpuMs, unit: ' ms' },
      ]),
    );
  } finally {
    child.kill();
    await running.close();
    await floor.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function round(value) {
  return Math.round(value * 1000) / 1000;
}

/** Reads, answers as many bytes as asked, and signs as many times as asked: no less can be done. */
async function floorServer({ certPem, keyPem }) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const server = createServer({ cert: certPem, key: keyPem }, (request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const { pathname, searchParams } = new URL(request.url, 'https://floor');
      for (let left = Number(searchParams.get('sign')); left > 0; left -= 1) {
        createSign('sha256').update(body).sign(privateKey);
      }
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('x'.repeat(Number(pathname.slice(1))));
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `https://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

async function client() {
  const { Agent, request } = await import('undici');
  const dispatcher = new Agent({ connect: { ca: process.env.BENCH_CA }, connections: 1 });
  const call = async (url, options = {}) => {
    const answer = await request(url, { dispatcher, ...options });
    return { headers: answer.headers, text: await answer.body.text() };
  };
  const form = (fields) => ({
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 'lps-a-tester',
    redirect_uri: 'https://lps.example/callback',
    scope: 'openid scope_all',
    acr_values: 'eidas1',
    state: 's'.repeat(43),
    nonce: 'n'.repeat(64),
  }).toString();
  const authorize = (endpoints) => call(`${endpoints.authorization_endpoint}?${query}`);
  const exchangeCode = (endpoints, { headers }) =>
    call(
      endpoints.token_endpoint,
      form({
        grant_type: 'authorization_code',
        code: new URL(headers.location).searchParams.get('code'),
        redirect_uri: 'https://lps.example/callback',
        client_id: 'lps-a-tester',
        client_secret: 'secret-du-banc-seulement',
      }),
    );
  const userinfo = (endpoints, token) =>
    call(endpoints.userinfo_endpoint, { headers: { authorization: `Bearer ${token}` } });

  process.on('message', async (message) => {
    const sizes = [];
    let exchanges = 0;
    const seen = (answer) => {
      exchanges += 1;
      if (sizes.length < 3) sizes.push(answer.text.length);
      return answer;
    };
    let token;
    if (message.only === 'userinfo') {
      const answer = await exchangeCode(message.endpoints, await authorize(message.endpoints));
      token = JSON.parse(answer.text).access_token;
    }
    const start = performance.now();
    if (message.kind === 'floor') {
      for (let index = 0; index < message.logins; index += 1) {
        const { length } = message.sizes.slice(0, Math.round(message.exchanges / message.logins) || 1);
        for (let step = 0; step < length; step += 1) {
          seen(
            await call(
              `${message.address}/${message.sizes[step]}?sign=${step === 0 ? message.sign : 0}`,
              form({ grant_type: 'authorization_code', code: 'c'.repeat(100) }),
            ),
          );
        }
      }
    } else {
      for (let index = 0; index < message.logins; index += 1) {
        if (message.only === 'discovery') seen(await call(message.endpoints.discovery));
        else if (message.only === 'userinfo') seen(await userinfo(message.endpoints, token));
        else {
          const answer = seen(
            await exchangeCode(message.endpoints, seen(await authorize(message.endpoints))),
          );
          seen(await userinfo(message.endpoints, JSON.parse(answer.text).access_token));
        }
      }
    }
    process.send({ exchanges, sizes, ms: performance.now() - start });
  });
}
