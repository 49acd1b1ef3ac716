import { generateKeyPairSync, createPrivateKey } from 'node:crypto';
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blobPath } from '../domain/blob-path.ts';
import type { Deck } from '../domain/deck.ts';
import type { Plan } from '../domain/plan.ts';
import { InputError } from '../domain/segur-error.ts';
import { BlobPack } from './blob-pack.ts';
import { isTruncatedStore, openSealedRun } from './open-sealed-run.ts';
import { PreuveStore } from './preuve-store.ts';
import { readPack } from './read-blob-pack.ts';
import { recoverStore } from './recover-store.ts';

const deck: Deck = { seed: 's', professionnels: [], patients: [], structures: [] };
const plan = { seed: 's', scenarios: [] } as unknown as Plan;
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();

let directory = '';
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'segur-store-'))));
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

function write(options: { readonly sign?: boolean; readonly seal?: boolean } = {}): PreuveStore {
  const store = new PreuveStore({
    directory,
    runId: 'essai',
    startedAt: '2026-11-25T10:00:00.000Z',
    benchVersion: '0.1.0',
    pilote: 'demo',
    plan,
    deck,
    now: () => '2026-11-25T10:00:09.000Z',
    ...(options.sign === true
      ? { signingKey: createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' })) }
      : {}),
  });
  store.secret('psc.client.secret', 'mot-de-passe');
  store.endpoints({ 'psc.issuer': 'https://127.0.0.1:1/auth' });
  for (let n = 1; n <= 3; n += 1) {
    store.append({
      kind: 'psc/token-request',
      at: n,
      scenario: 'psc/connexion-web',
      step: 'connexion',
      view: { n, form: [['client_secret', 'mot-de-passe']] },
      raw: {
        request: Buffer.from(`client_secret=mot-de-passe&n=${String(n)}`),
        response: Buffer.from('meme'),
      },
    });
  }
  if (options.seal !== false) store.seal('complete');
  return store;
}

const packFile = (): string => join(directory, 'blobs.tar');

function blobs(): ReturnType<typeof readPack>['blobs'] {
  return readPack(directory).blobs;
}

/** Changes the pack as text of one byte a character. */
function editPack(change: (text: string) => string): void {
  const before = readFileSync(packFile(), 'latin1');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(packFile(), after, 'latin1');
}

function failure(action: () => unknown): InputError {
  try {
    action();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

function edit(name: string, change: (text: string) => string): void {
  const file = join(directory, name);
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
}

describe('PreuveStore', () => {
  it('is read back as written, secrets aside', () => {
    write();
    const run = openSealedRun(directory);
    expect(run).toMatchObject({
      id: 'essai',
      startedAt: '2026-11-25T10:00:00.000Z',
      endedAt: '2026-11-25T10:00:09.000Z',
      end: 'complete',
      bench: { version: '0.1.0' },
      pilote: 'demo',
      plan: { seed: 's' },
      deck,
      endpoints: { 'psc.issuer': 'https://127.0.0.1:1/auth' },
    });
    expect(run.preuves.map((preuve) => preuve.id)).toEqual(['p-000001', 'p-000002', 'p-000003']);
    expect(run.preuves[1]?.view).toEqual({ n: 2, form: [['client_secret', '«secret:psc.client.secret»']] });
    const ref = run.preuves[1]?.raw['request'];
    expect(ref && Buffer.from(run.bytes(ref)).toString()).toBe(
      'client_secret=«secret:psc.client.secret»&n=2',
    );
  });

  it('holds the secret nowhere and keeps equal bytes once', () => {
    write();
    const all = ['blobs.tar', 'preuves.ndjson'].map((name) => readFileSync(join(directory, name), 'utf8'));
    expect(all.join('\n')).not.toContain('mot-de-passe');
    expect(blobs().size).toBe(4);
  });

  it('returns the preuve as stored', () => {
    const store = write({ seal: false });
    const preuve = store.append({ kind: 'a/b', at: 9, view: { s: 'mot-de-passe' } });
    expect(preuve).toEqual({
      id: 'p-000004',
      kind: 'a/b',
      at: 9,
      view: { s: '«secret:psc.client.secret»' },
      raw: {},
    });
    store.seal('complete');
    expect(openSealedRun(directory).preuves[3]).toEqual(preuve);
  });

  it('leaves nothing of a preuve that could not be written', () => {
    const store = write({ seal: false });
    expect(() =>
      store.append({ kind: 'a/b', at: 9, view: { n: 1n }, raw: { file: Buffer.from('seul') } }),
    ).toThrow(/could not be written/);
    store.append({ kind: 'a/b', at: 9, view: {}, raw: { file: Buffer.from('apres') } });
    store.seal('complete');
    expect(
      openSealedRun(directory)
        .preuves.map(({ id }) => id)
        .at(-1),
    ).toBe('p-000004');
    expect(blobs().size).toBe(5);
  });

  it('refuses additions after the seal, and a second run in the same place', () => {
    const store = write();
    expect(() => store.append({ kind: 'a/b', at: 1, view: {} })).toThrow(/sealed/);
    expect(failure(() => write()).code).toBe('STORE_EXISTS');
  });

  it('gives the same root for the same content', () => {
    const first = write().runId;
    const root = openSealedRun(directory).root;
    rmSync(directory, { recursive: true });
    expect(write().runId).toBe(first);
    expect(openSealedRun(directory).root).toBe(root);
  });
});

describe('openSealedRun, tampering', () => {
  it.each<readonly [string, string, string, () => void]>([
    [
      'a changed line',
      'SEAL_ROOT',
      'seal.json',
      () => edit('preuves.ndjson', (t) => t.replace('"n":2', '"n":7')),
    ],
    [
      'a removed last line',
      'SEAL_COUNT',
      'seal.json',
      () => edit('preuves.ndjson', (t) => t.slice(0, t.indexOf('{"id":"p-000003"'))),
    ],
    [
      'a removed first line',
      'STORE_SEQUENCE',
      'preuves.ndjson',
      () => edit('preuves.ndjson', (t) => t.slice(t.indexOf('\n') + 1)),
    ],
    [
      'half a line added',
      'SEAL_COUNT',
      'seal.json',
      () => appendFileSync(join(directory, 'preuves.ndjson'), '{"id"'),
    ],
    [
      'a line that is not JSON',
      'STORE_JSON',
      'preuves.ndjson',
      () => appendFileSync(join(directory, 'preuves.ndjson'), '{"id"\n'),
    ],
    [
      'a line with an unknown member',
      'STORE_SCHEMA',
      'preuves.ndjson',
      () => edit('preuves.ndjson', (t) => t.replace('"at":2', '"at":2,"x":1')),
    ],
    ['a changed plan', 'SEAL_ROOT', 'seal.json', () => edit('plan.json', (t) => t.replace('"s"', '"t"'))],
    ['a changed deck', 'SEAL_ROOT', 'seal.json', () => edit('deck.json', (t) => t.replace('"s"', '"t"'))],
    [
      'a changed address',
      'SEAL_ROOT',
      'seal.json',
      () => edit('run.json', (t) => t.replace('127.0.0.1:1', '127.0.0.1:2')),
    ],
    [
      'a changed end',
      'SEAL_ROOT',
      'seal.json',
      () => edit('seal.json', (t) => t.replace('complete', 'crashed')),
    ],
    [
      'a changed time of end',
      'SEAL_ROOT',
      'seal.json',
      () => edit('seal.json', (t) => t.replace('10:00:09', '10:00:10')),
    ],
    ['a missing plan', 'STORE_FILE_MISSING', 'plan.json', () => unlinkSync(join(directory, 'plan.json'))],
    [
      'a seal of another version',
      'STORE_SCHEMA',
      'seal.json',
      () => edit('seal.json', (t) => t.replace('"version": 2', '"version": 3')),
    ],
  ])('refuses %s', (_what, code, file, tamper) => {
    write();
    tamper();
    const error = failure(() => openSealedRun(directory));
    expect(error.code).toBe(code);
    expect(error.at?.file).toContain(file);
    expect(error.hint).toBeTruthy();
  });

  it.each<readonly [string, string, boolean, (text: string) => string]>([
    ['a changed content', 'STORE_BLOB', true, (text) => text.replace('meme', 'mime')],
    ['a changed name', 'STORE_BLOB_MISSING', true, (text) => text.replace('blobs/', 'blebs/')],
    ['a changed owner', 'STORE_BLOB_MISSING', true, (text) => text.replace('0000644', '0000666')],
    ['a missing blob', 'STORE_BLOB_MISSING', true, (text) => text.slice(1024)],
    ['the same blob again', 'STORE_BLOB_TWICE', true, (text) => text.slice(0, 1024) + text],
    ['no end', 'STORE_PACK_END', false, (text) => text.slice(0, -512)],
    ['bytes after the end', 'STORE_PACK_END', false, (text) => `${text}x`],
    ['an end in the middle', 'STORE_BLOB_MISSING', true, (text) => '\0'.repeat(1024) + text],
  ])('refuses a pack with %s', (_what, code, named, change) => {
    write();
    editPack(change);
    const error = failure(() => openSealedRun(directory));
    expect(error.code).toBe(code);
    expect(error.at?.file).toBe(packFile());
    expect(error.at?.path ?? '').toMatch(named ? /^blobs\/[0-9a-f]{2}\/[0-9a-f]{64}$/ : /^$/);
    expect(error.hint).toBeTruthy();
  });

  it('refuses a pack with a blob that no line names, and says which', () => {
    write();
    const other = new BlobPack(join(directory, 'autre.tar'));
    const { sha256 } = other.keep(Buffer.from('autre'));
    other.flush();
    other.close();
    editPack((text) => readFileSync(join(directory, 'autre.tar'), 'latin1').slice(0, 1024) + text);
    expect(failure(() => openSealedRun(directory))).toMatchObject({
      code: 'STORE_BLOB_UNNAMED',
      at: { path: blobPath(sha256) },
    });
  });

  it('refuses a missing pack, and a size that the line does not say', () => {
    write();
    edit('preuves.ndjson', (text) => text.replace('"size":4', '"size":5'));
    expect(failure(() => openSealedRun(directory))).toMatchObject({
      code: 'STORE_BLOB',
      at: { file: packFile() },
    });
    unlinkSync(packFile());
    expect(failure(() => openSealedRun(directory))).toMatchObject({
      code: 'STORE_FILE_MISSING',
      at: { file: packFile() },
    });
  });

  it('tells a run of an earlier format from a damaged one', () => {
    write();
    edit('run.json', (text) => text.replace('"version": 2', '"version": 1'));
    expect(failure(() => openSealedRun(directory))).toMatchObject({
      code: 'STORE_FORMAT',
      at: { file: join(directory, 'run.json') },
    });
  });
});

describe('openSealedRun, signature', () => {
  it('accepts the right key only', () => {
    write({ sign: true });
    expect(openSealedRun(directory, { publicKeyPem }).end).toBe('complete');
    const other = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();
    expect(failure(() => openSealedRun(directory, { publicKeyPem: other })).code).toBe('SEAL_SIGNER');
  });

  it('refuses a forged signature and, when one is asked for, none', () => {
    write({ sign: true });
    edit('seal.json', (text) =>
      text.replace(/"value": "./, (start) =>
        start.endsWith('A') ? `${start.slice(0, -1)}B` : `${start.slice(0, -1)}A`,
      ),
    );
    expect(failure(() => openSealedRun(directory)).code).toBe('SEAL_SIGNATURE');
    rmSync(directory, { recursive: true });
    write();
    expect(failure(() => openSealedRun(directory, { publicKeyPem })).code).toBe('SEAL_UNSIGNED');
  });
});

describe('recoverStore', () => {
  it('recognises a run without seal and seals what was seen', () => {
    write({ seal: false });
    appendFileSync(join(directory, 'preuves.ndjson'), '{"id":"p-000004","ki');
    expect(isTruncatedStore(directory)).toBe(true);
    expect(failure(() => openSealedRun(directory)).code).toBe('STORE_TRUNCATED');
    expect(recoverStore(directory).preuves).toBe(3);
    expect(openSealedRun(directory)).toMatchObject({ end: 'crashed', endedAt: '2026-11-25T10:00:00.003Z' });
  });

  it.each<readonly [string, () => void]>([
    ['half a blob', () => truncateSync(packFile(), readPack(directory).wholeBytes - 100)],
    ['blobs whose line is half there', () => undefined],
    ['an end without seal', () => appendFileSync(packFile(), Buffer.alloc(1024))],
  ])('cuts off %s, and keeps all that a whole line names', (_what, damage) => {
    write({ seal: false });
    const index = join(directory, 'preuves.ndjson');
    truncateSync(index, readFileSync(index).length - 10);
    damage();
    expect(recoverStore(directory)).toMatchObject({ preuves: 2, blobs: 3, end: 'crashed' });
    expect(openSealedRun(directory).preuves).toHaveLength(2);
    expect(blobs().size).toBe(3);
  });

  it('leaves a sealed run alone', () => {
    write();
    expect(failure(() => recoverStore(directory)).code).toBe('STORE_NOT_TRUNCATED');
  });
});
