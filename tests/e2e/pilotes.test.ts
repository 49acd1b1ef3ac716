import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ReportFile } from '../../src/domain/report.gen.ts';
import { segur, type Ran } from '../builders/segur-cli.ts';

let folder = '';
const servers: Server[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'segur-pilotes-'));
});
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  return `http://127.0.0.1:${String(typeof address === 'object' && address !== null ? address.port : 0)}`;
}

let runs = 0;
async function run(pilote: object, more: object = {}): Promise<Ran & { readonly report: () => ReportFile }> {
  const name = `run-${String((runs += 1))}`;
  const dossier = {
    version: 1,
    solution: { nom: 'Essai', version: '1', editeur: 'Editeur' },
    candidature: { dispositif: 'LGC', vague: 2, profils: ['Général'] },
    services: { psc: {} },
    actions: Object.fromEntries(
      ['psc.connecter', 'psc.etat-session', 'psc.deconnecter'].map((action) => [action, { within: '1s' }]),
    ),
    pilote,
    ...more,
  };
  writeFileSync(join(folder, `${name}.yaml`), JSON.stringify(dossier));
  const args = [
    'run',
    '-d',
    `${name}.yaml`,
    '--only',
    'psc/connexion',
    '--out',
    name,
    '--format',
    'json',
    '--quiet',
  ];
  const ran = await segur(args, { cwd: folder });
  return {
    ...ran,
    report: () => JSON.parse(readFileSync(join(folder, name, 'report.json'), 'utf8')) as ReportFile,
  };
}

const outcomes = (report: ReportFile): readonly string[] =>
  [...new Set(report.rows.map(({ outcome }) => outcome))].sort();

describe('preflight stops, before any scenario and with exit code 3,', () => {
  it.each([
    [
      'an http pilote that is not there',
      { kind: 'http', url: 'http://127.0.0.1:9/pilotage' },
      /127\.0\.0\.1:9[\s\S]*pilote\.url/,
    ],
    ['an http pilote whose address is none', { kind: 'http', url: 'ici' }, /pilote\.url.*ici/],
    [
      'a command that does not exist',
      { kind: 'command', run: ['commande-absente-du-poste'] },
      /commande-absente-du-poste[\s\S]*pilote\.run/,
    ],
    [
      'a browser pilote without Chromium',
      { kind: 'browser', executable: '/nulle/part/chromium', actions: {} },
      /Chromium introuvable \(\/nulle\/part\/chromium\)[\s\S]*pilote\.executable/,
    ],
  ])('%s', async (_name, pilote, message) => {
    const { code, err } = await run(pilote);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/erreur interne/);
    expect(code).toBe(3);
  });
});

describe('a pilote that does not do its work', () => {
  it('never gives a pass: every action answered 500', async () => {
    const asked: string[] = [];
    const url = await serve((request, response) => {
      asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
      response.writeHead(request.method === 'GET' ? 200 : 500).end('en panne');
    });
    const ran = await run({ kind: 'http', url });
    expect(asked).toContain('POST /actions/psc.connecter');
    expect(outcomes(ran.report())).not.toContain('pass');
    expect(ran.report().verdict.value).not.toBe('REFERENCABLE');
    expect(ran.code).not.toBe(0);
  });

  it('never gives a pass, nor holds the run beyond the deadlines of the dossier: no answer at all', async () => {
    const url = await serve((request, response) => {
      if (request.method === 'GET' || request.url?.endsWith('banc.configurer') === true) response.end('{}');
    });
    const started = performance.now();
    const ran = await run({ kind: 'http', url });
    expect(performance.now() - started).toBeLessThan(60_000);
    expect(outcomes(ran.report())).not.toContain('pass');
    expect(ran.code).not.toBe(0);
  });

  it('is told apart from a software without the action (501)', async () => {
    const url = await serve((request, response) => {
      response.writeHead(request.method === 'GET' ? 200 : 501).end();
    });
    const ran = await run({ kind: 'http', url });
    expect(outcomes(ran.report())).toEqual(['unexercised']);
    expect(ran.code).not.toBe(1);
  });
});

describe('a command pilote', () => {
  it('is given each action on standard input; what it answers is judged', async () => {
    const journal = join(folder, 'journal.ndjson');
    writeFileSync(
      join(folder, 'pilote.mjs'),
      `import { appendFileSync, readFileSync } from 'node:fs';
const asked = JSON.parse(readFileSync(0, 'utf8'));
appendFileSync(${JSON.stringify(journal)}, JSON.stringify(asked) + '\\n');
process.stdout.write(JSON.stringify(asked.action === 'psc.etat-session' ? { connecte: false } : {}));
`,
    );
    const ran = await run({ kind: 'command', run: [process.execPath, join(folder, 'pilote.mjs')] });
    const asked = readFileSync(journal, 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { readonly action: string }).action);
    expect(asked).toEqual(
      expect.arrayContaining(['banc.ping', 'banc.configurer', 'psc.connecter', 'psc.etat-session']),
    );
    expect(ran.report().run.pilote).toBe('command');
    expect(ran.code).not.toBe(0);
  });

  it('that fails is told with the end of its standard error', async () => {
    const ran = await run({
      kind: 'command',
      run: [
        process.execPath,
        '-e',
        'process.stdin.resume(); process.stdin.on("end", () => { console.error("licence expirée"); process.exit(5); })',
      ],
    });
    expect(JSON.stringify(ran.report())).toContain('licence expirée');
    expect(outcomes(ran.report())).not.toContain('pass');
    expect(ran.code).not.toBe(0);
  });
});
