import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportFile } from '../../src/domain/report.gen.ts';
import { openPki } from '../../src/engine/pki-directory.ts';
import { packageRoot, segur, type Ran } from '../builders/segur-cli.ts';

const executable = [
  process.env['SEGUR_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));

const client = { id: 'lps-navigateur', secret: 'secret-de-ce-test', auth: 'client_secret_basic' };

/** A product that was set up by hand once: fixed ports, an authority trusted for good. */
interface Installed {
  readonly origin: string;
  readonly ports: { readonly auth: number; readonly portail: number };
  readonly process: ChildProcess;
}

describe.skipIf(executable === undefined)(
  `a login that Chromium plays${executable === undefined ? ' (skipped: no Chromium, set SEGUR_CHROMIUM)' : ''}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'segur-browser-'));
    let product: Installed;

    beforeAll(async () => {
      const pki = await openPki(join(folder, '.segur/pki'));
      product = await install(pki.caPem);
    });
    afterAll(() => {
      product.process.kill('SIGTERM');
      rmSync(folder, { recursive: true });
    });

    it('opens, closes and opens a session, and each call of it is judged', async () => {
      const { ran, report } = await run('complete', recorded);
      expect(ran.err).not.toMatch(/error|erreur/iu);
      const failed = report.rows.filter(
        ({ outcome }) => !['pass', 'warn', 'not-applicable'].includes(outcome),
      );
      expect(failed.map(({ check, outcome }) => [check, outcome])).toEqual([]);
      const passed = report.rows.filter(({ outcome }) => outcome === 'pass').map(({ check }) => check);
      expect(passed).toEqual(
        expect.arrayContaining([
          'psc/login-opens-session',
          'psc/acr-values-is-eidas1',
          'psc/pkce-pair-matches',
          'psc/userinfo-token-in-header',
          'psc/login-in-system-browser',
        ]),
      );
      expect(ran.code).toBe(0);
    }, 120_000);

    it('passes nothing when a recorded selector is not on the page any more', async () => {
      const { ran, report } = await run('perimee', {
        ...recorded,
        'psc.connecter': [{ goto: '/' }, { click: 'text=Un bouton disparu', timeout: 500 }],
        'psc.deconnecter': [{ goto: '/' }, { click: 'text=Se déconnecter', timeout: 500 }],
      });
      expect(ran.code).not.toBe(0);
      expect(report.rows.filter(({ outcome }) => outcome === 'pass')).toEqual([]);
      expect(ran.err).toMatch(
        /connexion-carte en panne : psc\.connecter: pilote\.actions\.psc\.connecter\[1\]: .*500ms/u,
      );
    }, 120_000);

    async function run(
      name: string,
      actions: object,
    ): Promise<{ readonly ran: Ran; readonly report: ReportFile }> {
      const dossier = {
        version: 1,
        solution: { nom: 'LPS en page', version: '1', editeur: 'Editeur' },
        candidature: { dispositif: 'LGC', vague: 2, profils: ['Général'] },
        services: {
          psc: {
            client,
            ports: product.ports,
            redirectUris: [`${product.origin}/psc/retour`],
            postLogoutRedirectUris: [`${product.origin}/deconnecte`],
          },
        },
        pilote: { kind: 'browser', executable, baseUrl: product.origin, actions },
      };
      writeFileSync(join(folder, `${name}.yaml`), JSON.stringify(dossier));
      const ran = await segur(
        ['run', '-d', `${name}.yaml`, '--only', 'psc/connexion', '--out', name, '--format', 'json'],
        { cwd: folder },
      );
      return {
        ran,
        report: JSON.parse(readFileSync(join(folder, name, 'report.json'), 'utf8')) as ReportFile,
      };
    }
  },
);

const recorded = {
  'psc.connecter': [
    { goto: '/' },
    { click: 'text=S’identifier avec Pro Santé Connect' },
    { wait: 'text=Se déconnecter' },
    { as: 'issue', set: 'reussie' },
  ],
  'psc.etat-session': [{ goto: '/' }, { present: 'text=Se déconnecter', as: 'connecte' }],
  'psc.deconnecter': [
    { goto: '/' },
    { click: 'text=Se déconnecter' },
    { wait: 'text=/déconnecté/i' },
    { as: 'issue', set: 'reussie' },
  ],
};

/** Starts the demo LPS by itself and sets it up as an administrator would, before any run. */
async function install(ca: string): Promise<Installed> {
  const ports = { auth: await freePort(), portail: await freePort() };
  const child = spawn(process.execPath, [join(packageRoot, 'dist/demo/main.js')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const first = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => {
      reject(new Error(`the demo LPS ended with ${String(code)}`));
    });
    child.stdout.setEncoding('utf8').once('data', resolve);
  });
  const { application, url } = JSON.parse(first) as { readonly application: string; readonly url: string };
  const issuer = `https://127.0.0.1:${String(ports.auth)}/auth/realms/esante-wallet`;
  const answer = await fetch(`${url}/actions/banc.configurer`, {
    method: 'POST',
    body: JSON.stringify({
      ca,
      services: { psc: { issuer } },
      clients: { psc: { client, redirectUris: [`${application}/psc/retour`] } },
    }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return { origin: application, ports, process: child };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => {
    server.close(resolve);
  });
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
