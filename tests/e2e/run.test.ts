import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportFile } from '../../src/domain/report.gen.ts';
import { parseXml } from '../../src/formats/xml/parse-xml.ts';
import { packageRoot, segur, startSegur, type Ran } from '../builders/segur-cli.ts';

const addFormats = addFormatsModule as unknown as (ajv: Ajv2020) => void;
const only = ['--only', 'psc/connexion'];

let folder = '';
const run = (...args: readonly string[]): Promise<Ran> => segur(args, { cwd: folder });
const bytes = (...path: readonly string[]): Buffer => readFileSync(join(folder, ...path));
const json = (...path: readonly string[]): unknown => JSON.parse(bytes(...path).toString('utf8'));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'segur-run-'));
  const ran = await run('run', '--demo', ...only, '--out', 'petite', '--quiet');
  expect(ran.code).toBe(0);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function processAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function listening(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}

/** Processes started by this one: on Linux only, elsewhere none is looked at. */
function childrenOf(pid: number): readonly number[] {
  const path = `/proc/${String(pid)}/task/${String(pid)}/children`;
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8').split(' ').filter(Boolean).map(Number);
}

/** Waits until a scenario is under way, and returns what the run holds open. */
async function underWay(name: string): Promise<{
  readonly running: ReturnType<typeof startSegur>;
  readonly children: readonly number[];
  readonly endpoints: readonly string[];
}> {
  const running = startSegur(['run', '--demo', '--only', 'PSC', '--out', name], { cwd: folder });
  const index = join(folder, name, 'preuves.ndjson');
  for (
    let n = 0;
    n < 600 && (!existsSync(index) || readFileSync(index, 'utf8').split('\n').length < 12);
    n += 1
  ) {
    await wait(50);
  }
  const { endpoints } = json(name, 'run.json') as { readonly endpoints: Readonly<Record<string, string>> };
  return {
    running,
    children: childrenOf(running.child.pid ?? 0),
    endpoints: Object.values(endpoints).filter((url) => URL.canParse(url)),
  };
}

async function gone(pids: readonly number[]): Promise<readonly number[]> {
  for (let n = 0; n < 100 && pids.some(processAlive); n += 1) await wait(50);
  return pids.filter(processAlive);
}

describe('run --demo', () => {
  it('is REFERENCABLE, writes valid reports, and verify gives the same bytes', async () => {
    const ran = await run('run', '--demo', '--out', 'entiere', '--format', 'json,junit,sarif,html');
    expect(ran.out).toContain('REFERENCABLE');
    expect(ran.code).toBe(0);
    const report = json('entiere', 'report.json') as ReportFile;
    expect(report.verdict.value).toBe('REFERENCABLE');
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats(ajv);
    const schema = JSON.parse(
      readFileSync(join(packageRoot, 'schemas/report.schema.json'), 'utf8'),
    ) as object;
    ajv.validate(schema, report);
    expect(ajv.errors).toBeNull();
    const junit = bytes('entiere', 'junit.xml');
    expect(parseXml(junit).root.name).toBe('testsuites');
    if (spawnSync('xmllint', ['--version']).status === 0) {
      expect(spawnSync('xmllint', ['--noout', join(folder, 'entiere/junit.xml')]).status).toBe(0);
    }
    expect(json('entiere', 'report.sarif')).toHaveProperty('version', '2.1.0');
    const listed = [
      ...bytes('entiere', 'report.sarif')
        .toString('utf8')
        .matchAll(/"uri": "(blobs[^"]+)"/g),
    ];
    for (const [, uri = ''] of listed) expect(existsSync(join(folder, 'entiere', uri)), uri).toBe(true);
    const verified = await run('verify', 'entiere', '--out', 'rejugee');
    expect(verified.out).toContain('octet pour octet');
    expect(verified.code).toBe(0);
    expect(bytes('rejugee', 'report.json').equals(bytes('entiere', 'report.json'))).toBe(true);
  });

  it('turns 1 with a défaut, names its exigence and what to change', async () => {
    const ran = await run('run', '--demo', '--defaut', 'acr-absent', ...only, '--out', 'defaut', '--quiet');
    expect(ran.out).toMatch(/NON_REFERENCABLE[\s\S]*PSC\.08/);
    expect(ran.code).toBe(1);
    expect((await run('verify', 'defaut')).code).toBe(1);
  });

  it('never writes over a run', async () => {
    const ran = await run('run', '--demo', ...only, '--out', 'petite', '--quiet');
    expect(ran.err).toMatch(/STORE_EXISTS/);
    expect(ran.code).toBe(3);
  });
});

describe('a run that is stopped', () => {
  it('by Ctrl-C seals what was seen, exits with 2 and leaves nothing behind', async () => {
    const { running, children, endpoints } = await underWay('interrompue');
    expect(endpoints).not.toEqual([]);
    running.child.kill('SIGINT');
    const ended = await running.ended;
    expect(ended.err).toMatch(/Arrêt demandé/);
    expect(ended.code).toBe(2);
    expect(json('interrompue', 'seal.json')).toMatchObject({ end: 'interrupted' });
    expect(await gone(children)).toEqual([]);
    expect(await Promise.all(endpoints.map(listening))).not.toContain(true);
    expect((await run('verify', 'interrompue')).code).toBe(2);
  });

  it('by SIGKILL is sealed by verify as crashed, and judged', async () => {
    const { running, children } = await underWay('tuee');
    running.child.kill('SIGKILL');
    await running.ended;
    expect(await gone(children)).toEqual([]);
    expect(existsSync(join(folder, 'tuee/seal.json'))).toBe(false);
    const verified = await run('verify', 'tuee', '--out', 'tuee-jugee');
    expect(verified.err).toMatch(/arrêt brutal/);
    expect(json('tuee', 'seal.json')).toMatchObject({ end: 'crashed' });
    expect((json('tuee-jugee', 'report.json') as ReportFile).run.end).toBe('crashed');
    expect([2, 4]).toContain(verified.code);
  });
});

describe('verify refuses a store that was touched, naming file and rule', () => {
  const line = (text: string): string => {
    const lines = text.split('\n');
    lines[3] = (lines[3] ?? '').replace('"at":', '"at":1');
    return lines.join('\n');
  };
  it.each<[string, (name: string) => string, (text: string) => string, RegExp]>([
    [
      'a blob',
      () => 'blobs.tar',
      (text) => text.replace('HTTP/1.1 200', 'HTTP/1.1 201'),
      /blobs\.tar \(blobs\/[0-9a-f]{2}\/[0-9a-f]{64}\).*SHA-256/,
    ],
    ['a blob taken out', () => 'blobs.tar', (text) => text.slice(512), /blobs\.tar \(blobs\/[0-9a-f]{2}\//],
    ['the end of the blobs', () => 'blobs.tar', (text) => text.slice(0, -1024), /blobs\.tar/],
    ['a line', () => 'preuves.ndjson', line, /preuves\.ndjson|seal\.json/],
    [
      'a line taken out',
      () => 'preuves.ndjson',
      (text) => text.slice(text.indexOf('\n') + 1),
      /preuves\.ndjson|seal\.json/,
    ],
    [
      'the seal',
      () => 'seal.json',
      (text) => text.replace(/"root": "(.)/, (_, c: string) => `"root": "${c === '0' ? '1' : '0'}`),
      /seal\.json/,
    ],
    [
      'the end it tells',
      () => 'seal.json',
      (text) => text.replace('"complete"', '"interrupted"'),
      /seal\.json/,
    ],
    [
      'the plan',
      () => 'plan.json',
      (text) => text.replace('bloquante', 'information'),
      /plan\.json|seal\.json/,
    ],
    [
      'the deck',
      () => 'deck.json',
      (text) => text.replace('"demonstration"', '"autre"'),
      /deck\.json|seal\.json/,
    ],
  ])('%s', async (what, file, edit, message) => {
    const name = `touchee-${what.replaceAll(' ', '-')}`;
    cpSync(join(folder, 'petite'), join(folder, name), { recursive: true });
    const path = join(folder, name, file(name));
    const before = readFileSync(path, 'latin1');
    const after = edit(before);
    expect(after).not.toBe(before);
    writeFileSync(path, after, 'latin1');
    const { code, err, out } = await run('verify', name);
    expect(err).toMatch(message);
    expect(out).not.toMatch(/REFERENCABLE/);
    expect(code).toBe(3);
  });
});
