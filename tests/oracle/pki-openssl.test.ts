import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Pki } from '../../src/domain/service.ts';
import { openPki } from '../../src/engine/pki-directory.ts';

const present = spawnSync('openssl', ['version']).status === 0;

describe.skipIf(!present)(
  'the test authority, judged by openssl (skipped when openssl is not installed)',
  () => {
    let directory = '';
    let pki: Pki;
    beforeAll(async () => {
      directory = mkdtempSync(join(tmpdir(), 'segur-pki-'));
      pki = await openPki();
      writeFileSync(join(directory, 'ca.pem'), pki.caPem);
      writeFileSync(join(directory, 'client-ca.pem'), pki.clientCaPem);
    });
    afterAll(() => {
      rmSync(directory, { recursive: true, force: true });
    });

    const verify = (ca: string, certPem: string, ...more: string[]): string => {
      const file = join(directory, 'leaf.pem');
      writeFileSync(file, certPem);
      const arguments_ = [
        'verify',
        '-x509_strict',
        '-check_ss_sig',
        ...more,
        '-CAfile',
        join(directory, ca),
        file,
      ];
      const { stdout, stderr } = spawnSync('openssl', arguments_, { encoding: 'utf8' });
      return stdout + stderr;
    };

    it('accepts a server leaf by name and by address', async () => {
      const { certPem } = await pki.server({ names: ['localhost', '127.0.0.1', '::1'] });
      expect(verify('ca.pem', certPem, '-purpose', 'sslserver', '-verify_hostname', 'localhost')).toContain(
        ': OK',
      );
      expect(verify('ca.pem', certPem, '-purpose', 'sslserver', '-verify_ip', '127.0.0.1')).toContain(': OK');
      expect(verify('ca.pem', certPem, '-purpose', 'sslserver', '-verify_ip', '127.0.0.2')).not.toContain(
        ': OK',
      );
      expect(verify('client-ca.pem', certPem, '-purpose', 'sslserver')).not.toContain(': OK');
    });

    it('accepts a client leaf as client only, with the ORG AUTH_CLI shape', async () => {
      const { certPem } = await pki.client({ commonName: 'lps, d’essai', organizationalUnit: '110000001' });
      expect(verify('client-ca.pem', certPem, '-purpose', 'sslclient')).toContain(': OK');
      expect(verify('client-ca.pem', certPem, '-purpose', 'sslserver')).not.toContain(': OK');
      const subject = execFileSync(
        'openssl',
        ['x509', '-noout', '-subject', '-nameopt', 'utf8,sep_comma_plus'],
        {
          input: certPem,
          encoding: 'utf8',
        },
      );
      expect(subject).toMatch(/OU ?= ?110000001/);
    });

    it('issues what is already expired when asked to', async () => {
      const { certPem } = await pki.client({
        commonName: 'expiré',
        organizationalUnit: '110000001',
        notAfter: new Date(Date.now() - 3_600_000),
      });
      expect(verify('client-ca.pem', certPem)).toContain('certificate has expired');
    });
  },
);
