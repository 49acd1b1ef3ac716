import { execFile, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TlsFacts } from '../../src/domain/preuve.ts';
import { openPki } from '../../src/engine/pki-directory.ts';
import type { KeptPreuve } from '../builders/memory-recorder.ts';
import { startPscBench, type PscBench } from '../builders/psc-bench.ts';

const run = promisify(execFile);
const present = ['curl', 'openssl'].every((tool) => spawnSync(tool, ['--version']).error === undefined);

describe.skipIf(!present)(
  'Pro Santé Connect simulated, in front of curl and openssl (skipped without them)',
  () => {
    let bench: PscBench;
    let folder = '';
    const file = (name: string): string => join(folder, name);
    beforeAll(async () => {
      const pki = await openPki();
      const good = await pki.client({ commonName: 'lps', organizationalUnit: 'R10100000000001' });
      const other = await pki.client({ commonName: 'autre', organizationalUnit: 'R10100000000001' });
      const certificatSujet = new X509Certificate(good.certPem).subject.split('\n').reverse().join(', ');
      bench = await startPscBench(
        { regime: 'edc', client: { auth: 'tls_client_auth', certificatSujet } },
        pki,
      );
      folder = mkdtempSync(join(tmpdir(), 'segur-psc-'));
      writeFileSync(file('ca.pem'), bench.pki.caPem);
      for (const [name, pair] of Object.entries({ good, other })) {
        writeFileSync(file(`${name}.pem`), pair.certPem);
        writeFileSync(file(`${name}.key`), pair.keyPem);
      }
    });
    afterAll(async () => {
      await bench.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const curl = async (...options: readonly string[]): Promise<string> => {
      const before = bench.preuves.length;
      const { stdout } = await run('curl', [
        '--silent',
        '--show-error',
        '--cacert',
        file('ca.pem'),
        ...options,
      ]);
      await bench.recordedSince(before);
      return stdout;
    };
    const certificate = (name: string): readonly string[] => [
      '--cert',
      file(`${name}.pem`),
      '--key',
      file(`${name}.key`),
    ];
    const endpoint = (name: string): string => bench.running.endpoints[name] ?? '';
    const lastOf = (kind: string): KeptPreuve | undefined =>
      bench.preuves.filter((preuve) => preuve.kind === kind).at(-1);
    const factsOf = (kind: string): TlsFacts | undefined => lastOf(kind)?.tls;

    const code = async (): Promise<string> => {
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: 'lps-a-tester',
        redirect_uri: 'https://lps.example/callback',
        scope: 'openid scope_all',
        acr_values: 'eidas1',
        state: 'e',
        nonce: 'n',
      }).toString();
      const location = await curl(
        '--output',
        '/dev/null',
        '--write-out',
        '%{redirect_url}',
        `${endpoint('authorization_endpoint')}?${query}`,
      );
      return new URL(location).searchParams.get('code') ?? '';
    };
    const tokenForm = async (): Promise<readonly string[]> => [
      '--data-urlencode',
      'grant_type=authorization_code',
      '--data-urlencode',
      `code=${await code()}`,
      '--data-urlencode',
      'redirect_uri=https://lps.example/callback',
      '--data-urlencode',
      'client_id=lps-a-tester',
    ];

    it.each([
      ['1.2', 'TLSv1.2'],
      ['1.3', 'TLSv1.3'],
    ])('records TLS %s as curl negotiated it', async (version, recorded) => {
      const json = await curl(`--tlsv${version}`, '--tls-max', version, endpoint('discovery'));
      expect((JSON.parse(json) as { issuer: string }).issuer).toBe(endpoint('issuer'));
      expect(factsOf('psc/discovery-request')).toMatchObject({ version: recorded });
      expect(factsOf('psc/discovery-request')?.clientCertificate).toBeUndefined();
    });

    it('gives tokens to the declared certificate, facts recorded', async () => {
      const answer = await curl(...certificate('good'), ...(await tokenForm()), endpoint('token_endpoint'));
      expect(Object.keys(JSON.parse(answer) as object)).toContain('id_token');
      expect(factsOf('psc/token-request')?.clientCertificate).toMatchObject({ trusted: true });
      expect(factsOf('psc/token-request')?.clientCertificate?.subject).toContain('OU=R10100000000001');
    });

    it('refuses another subject and a request without certificate', async () => {
      const refused = await curl(...certificate('other'), ...(await tokenForm()), endpoint('token_endpoint'));
      expect(JSON.parse(refused)).toMatchObject({ error: 'unauthorized_client' });
      const anonymous = await curl(...(await tokenForm()), endpoint('token_endpoint'));
      expect(JSON.parse(anonymous)).toMatchObject({ error: 'unauthorized_client' });
      expect(lastOf('psc/token-request')?.view).toMatchObject({ authMethods: [] });
    });

    it('keeps the request as curl sent it', async () => {
      await curl('--header', 'X-Essai: un', '--data', 'a=b', endpoint('userinfo_endpoint'));
      const raw = Buffer.from(lastOf('psc/userinfo-request')?.bytes['request'] ?? []).toString();
      expect(raw).toMatch(
        /^POST \/auth\/realms\/esante-wallet\/protocol\/openid-connect\/userinfo HTTP\/1\.1\r\n/,
      );
      expect(raw).toContain('X-Essai: un\r\n');
      expect(raw.endsWith('\r\n\r\na=b')).toBe(true);
    });

    it('shows openssl a chain to the test authority, and asks for a client certificate on the issuer only', async () => {
      const talk = async (address: string): Promise<string> => {
        const { host } = new URL(address);
        const command = run('openssl', [
          's_client',
          '-connect',
          host,
          '-CAfile',
          file('ca.pem'),
          '-verify_return_error',
        ]);
        command.child.stdin?.end();
        const { stdout } = await command;
        return stdout;
      };
      const issuer = await talk(endpoint('issuer'));
      expect(issuer).toContain('Verify return code: 0 (ok)');
      expect(issuer).toMatch(/Acceptable client certificate CA names|Requested Signature Algorithms/);
      const portal = await talk(endpoint('authorization_endpoint'));
      expect(portal).toContain('Verify return code: 0 (ok)');
      expect(portal).toContain('No client certificate CA names sent');
    });

    it('refuses TLS 1.1', async () => {
      await expect(
        run('curl', ['--silent', '--cacert', file('ca.pem'), '--tls-max', '1.1', endpoint('discovery')]),
      ).rejects.toThrow();
    });
  },
);
