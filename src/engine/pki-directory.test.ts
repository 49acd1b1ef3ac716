import { X509Certificate, createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPki } from './pki-directory.ts';
import { generateAuthorities } from './pki.ts';

let directory = '';
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'segur-pki-'))));
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

describe('openPki', () => {
  it('keeps the authority of a directory from one day to the next', async () => {
    const first = await openPki(directory);
    const second = await openPki(directory);
    expect(second.caPem).toBe(first.caPem);
    const leaf = new X509Certificate(
      (await second.client({ commonName: 'a', organizationalUnit: '1' })).certPem,
    );
    expect(leaf.verify(new X509Certificate(first.clientCaPem).publicKey)).toBe(true);
    expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.2']);
    expect(statSync(join(directory, 'ca.key')).mode & 0o077).toBe(0);
  });

  it('keeps a client certificate per subject, and makes a damaged or foreign one again', async () => {
    const subject = { commonName: 'lps', organizationalUnit: '1x/2' };
    const first = await (await openPki(directory)).client(subject);
    expect(await (await openPki(directory)).client(subject)).toEqual(first);
    const other = await (await openPki(directory)).client({ ...subject, organizationalUnit: '2' });
    expect(other.certPem).not.toBe(first.certPem);
    const file = join(directory, 'clients', 'lps-1x_2.pem');
    expect(statSync(file.replace('.pem', '.key')).mode & 0o077).toBe(0);
    for (const damage of ['rien', other.certPem]) {
      writeFileSync(file, damage);
      const again = await (await openPki(directory)).client(subject);
      expect(new X509Certificate(again.certPem).subject).toContain('OU=1x/2');
      expect(again.certPem).not.toBe(damage);
    }
    const short = await (
      await openPki(directory)
    ).client({ ...subject, notAfter: new Date(Date.now() + 1000) });
    expect(readFileSync(file, 'utf8')).not.toBe(short.certPem);
  });

  it('keeps the test card of a professional, RSA as cards are, and never an expired one', async () => {
    const person = { identifiantNational: '899700000001', nom: 'ESSAI', prenom: 'ANNE' };
    const first = await (await openPki(directory)).card(person);
    expect(await (await openPki(directory)).card(person)).toEqual(first);
    const certificate = new X509Certificate(first.certPem);
    expect(certificate.publicKey.asymmetricKeyType).toBe('rsa');
    expect(certificate.subject.split('\n')).toEqual(
      expect.arrayContaining(['CN=899700000001', 'SN=ESSAI', 'GN=ANNE']),
    );
    const expired = await (
      await openPki(directory)
    ).card({ ...person, notAfter: new Date(Date.now() - 1000) });
    expect(expired.certPem).not.toBe(first.certPem);
    expect(await (await openPki(directory)).card(person)).toEqual(first);
  });

  it('gives each leaf its own key, which matches its certificate', async () => {
    const pki = await openPki();
    const pairs = await Promise.all([
      pki.server({ names: ['localhost'] }),
      pki.server({ names: ['localhost'] }),
    ]);
    for (const pair of pairs) {
      expect(new X509Certificate(pair.certPem).checkPrivateKey(createPrivateKey(pair.keyPem))).toBe(true);
    }
    expect(pairs[0].keyPem).not.toBe(pairs[1].keyPem);
  });

  it.each([
    ['PKI_INCOMPLETE', (): void => unlinkSync(join(directory, 'client-ca.key'))],
    ['PKI_BROKEN', (): void => writeFileSync(join(directory, 'ca.pem'), 'rien')],
  ])('refuses a damaged directory: %s', async (code, damage) => {
    await openPki(directory);
    damage();
    await expect(openPki(directory)).rejects.toMatchObject({ code });
  });

  it('refuses an expired authority rather than replacing what vendors trust', async () => {
    await openPki(directory);
    const { server } = await generateAuthorities(-0.5);
    writeFileSync(join(directory, 'ca.pem'), server.pem.certPem);
    writeFileSync(join(directory, 'ca.key'), server.pem.keyPem);
    await expect(openPki(directory)).rejects.toMatchObject({ code: 'PKI_EXPIRED' });
  });
});
