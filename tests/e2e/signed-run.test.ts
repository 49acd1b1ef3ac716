import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { segur, type Ran } from '../builders/segur-cli.ts';

let folder = '';
const run = (...args: readonly string[]): Promise<Ran> => segur(args, { cwd: folder });

function writeKeys(name: string): void {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  writeFileSync(join(folder, `${name}.pem`), privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(join(folder, `${name}.pub`), publicKey.export({ type: 'spki', format: 'pem' }));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'segur-signed-'));
  writeKeys('editeur');
  writeKeys('autre');
  const demo = ['run', '--demo', '--only', 'psc/connexion', '--quiet'];
  const ran = await run(...demo, '--out', 'signee', '--sign', 'editeur.pem');
  expect(ran.code).toBe(0);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a signed run', () => {
  it('is told to be of the key given', async () => {
    const ran = await run('verify', 'signee', '--key', 'editeur.pub');
    expect(ran.out).toMatch(/signé par la clé attendue \(SHA256:[\w+/]{43}=\)/u);
    expect(ran.code).toBe(0);
  });

  it('is told to be of nobody known when no key is given', async () => {
    const ran = await run('verify', 'signee', '--lang', 'en');
    expect(ran.out).toContain('give --key to verify who made it');
  });

  it.each([
    ['SEAL_SIGNER', 'signee', 'autre.pub'],
    ['SEAL_KEY', 'signee', 'signee/run.json'],
    ['KEY', 'signee', 'absente.pub'],
  ])('is refused with %s', async (code, directory, key) => {
    const ran = await run('verify', directory, '--key', key);
    expect(ran.err).toContain(`[${code}]`);
    expect(ran.out).toBe('');
    expect(ran.code).toBe(3);
  });

  it('is refused once the name of its signer was exchanged for another', async () => {
    const path = join(folder, 'signee/seal.json');
    const before = readFileSync(path, 'utf8');
    const seal = JSON.parse(before) as { readonly signature: object };
    const publicKeyPem = readFileSync(join(folder, 'autre.pub'), 'utf8');
    writeFileSync(path, JSON.stringify({ ...seal, signature: { ...seal.signature, publicKeyPem } }));
    const forged = await run('verify', 'signee', '--key', 'autre.pub');
    expect(forged.err).toContain('[SEAL_SIGNATURE]');
    writeFileSync(path, JSON.stringify({ ...seal, signature: undefined }));
    const stripped = await run('verify', 'signee', '--key', 'editeur.pub');
    expect(stripped.err).toContain('[SEAL_UNSIGNED]');
    const unasked = await run('verify', 'signee');
    expect(unasked.out).toContain('Scellé non signé');
    writeFileSync(path, before);
    expect([forged.code, stripped.code, unasked.code]).toEqual([3, 3, 0]);
  });

  it('has its reports written again in every format, and its own left alone', async () => {
    const before = readFileSync(join(folder, 'signee/report.json'), 'utf8');
    const ran = await run(
      'report',
      'signee',
      '--format',
      'html,junit,sarif,json',
      '--out',
      'encore',
      '--lang',
      'en',
    );
    expect(ran.code).toBe(0);
    expect(readFileSync(join(folder, 'encore/report.json'), 'utf8')).toBe(before);
    expect(readFileSync(join(folder, 'encore/report.html'), 'utf8')).toContain('<html lang="en"');
    expect(readFileSync(join(folder, 'encore/junit.xml'), 'utf8')).toContain('<testsuites');
    expect(JSON.parse(readFileSync(join(folder, 'encore/report.sarif'), 'utf8'))).toMatchObject({
      version: '2.1.0',
    });
  });

  it.each([
    ['of another kind', 'signee/seal.json'],
    ['that is not there', 'absente.pem'],
  ])('never starts with a signing key %s', async (_, key) => {
    const ran = await run('run', '--demo', '--only', 'psc/connexion', '--out', 'rien', '--sign', key);
    expect(ran.code).toBe(3);
    expect(ran.err).toMatch(/\[SIGN(ING)?_KEY\]/u);
  });
});
