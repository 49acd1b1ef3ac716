import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { segur, startSegur, type Running } from '../builders/segur-cli.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'segur-simulate-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const api = async (running: Running): Promise<string> => {
  const [, origin = ''] = await running.said(/API de commande : (http:\S+)/);
  return origin;
};

async function faults(origin: string, ids?: readonly string[]): Promise<readonly string[]> {
  const answer = await request(`${origin}/faults`, {
    method: ids === undefined ? 'GET' : 'PUT',
    ...(ids === undefined ? {} : { body: JSON.stringify({ ids }) }),
  });
  const body = await answer.body.json();
  if (!Array.isArray(body)) throw new Error(JSON.stringify(body));
  return (body as readonly { readonly id: string; readonly armed: boolean }[])
    .filter(({ armed }) => armed)
    .map(({ id }) => id);
}

async function interrupted(running: Running): Promise<void> {
  running.child.kill('SIGINT');
  const { code, err } = await running.ended;
  expect(code).toBe(0);
  expect(err).toMatch(/Arrêt demandé : fermeture du service/);
  expect(err).not.toMatch(/scellement/);
}

const curl = (...args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(
      'curl',
      ['--silent', '--cacert', join(folder, '.segur/pki/ca.pem'), ...args],
      (error, stdout) => {
        if (error === null) resolve(stdout);
        else reject(new Error(`curl failed: ${error.message}`));
      },
    );
  });

describe('simulate psc', () => {
  it('serves, tells findings as calls come, lets a script arm a fault, stops on Ctrl-C with 0', async () => {
    const running = startSegur(['simulate', 'psc'], { cwd: folder });
    try {
      const origin = await api(running);
      const [, discovery = ''] = await running.said(/Document de découverte : (https:\S+)/);
      const ca = readFileSync(join(folder, '.segur/pki/ca.pem'));
      const dispatcher = new Agent({ connect: { ca } });
      const answer = await request(discovery, { dispatcher });
      const { authorization_endpoint: authorize } = (await answer.body.json()) as Readonly<
        Record<string, string>
      >;
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: 'lps-a-tester',
        redirect_uri: 'https://lps.example/callback',
        scope: 'openid scope_all',
        state: 'etat',
        nonce: 'nonce',
      });
      await (await request(`${authorize ?? ''}?${query.toString()}`, { dispatcher })).body.dump();
      await running.said(/psc\/authorization-request GET/);
      await running.said(/\[psc\/acr-values-is-eidas1 acr-values-missing\][\s\S]*acr_values=eidas1/);

      expect(await faults(origin)).toEqual([]);
      expect(await faults(origin, ['psc/discovery-503'])).toEqual(['psc/discovery-503']);
      expect((await request(discovery, { dispatcher })).statusCode).toBe(503);
      await running.said(/fault\/delivered/);
      expect(await faults(origin, [])).toEqual([]);
      const wrong = await request(`${origin}/faults`, {
        method: 'PUT',
        body: JSON.stringify({ ids: ['psc/discovery-530'] }),
      });
      expect(wrong.statusCode).toBe(400);
      expect(await wrong.body.text()).toContain('psc/discovery-503');
      await dispatcher.close();
    } finally {
      await interrupted(running);
    }
  });

  it('takes typed commands, and quits when told', async () => {
    const running = startSegur(['simulate', 'psc', '--quiet'], { cwd: folder });
    await api(running);
    running.child.stdin.write('fault id-token-wrong-iss\n');
    await running.said(/● psc\/id-token-wrong-iss/);
    running.child.stdin.write('fault id-token-wrong-isss\n');
    await running.said(/FAULT_UNKNOWN[\s\S]*id-token-wrong-iss/);
    running.child.stdin.write('quit\n');
    expect((await running.ended).code).toBe(0);
  });
});

describe('simulate insi', () => {
  it('answers with the code asked for, and tells what the call lacks', async () => {
    const running = startSegur(['simulate', 'insi', '--answer', '02'], { cwd: folder });
    try {
      const origin = await api(running);
      const [, address = ''] = await running.said(/INSi : (https:\S+)/);
      const body = `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><RECSANSVITALE xmlns="http://www.cnamts.fr/INSiRecSans"/></s:Body></s:Envelope>`;
      const answer = await curl(
        ...['--header', 'content-type: text/xml', '--data', body, '--write-out', '\n%{http_code}', address],
      );
      expect(answer).toMatch(/<CodeCR>02<\/CodeCR>[\s\S]*\n200$/);
      await running.said(/insi\/\S+ POST \/lps/);
      await running.said(/[✗!] .*\[insi\/[a-z0-9-]+ [a-z0-9-]+\]\n\s+→/);
      expect(await faults(origin)).toEqual([]);
    } finally {
      await interrupted(running);
    }
  });
});

describe('simulate fhir', () => {
  it('takes a Patient, and tells what FR Core says of it', async () => {
    const running = startSegur(['simulate', 'fhir'], { cwd: folder });
    try {
      const origin = await api(running);
      const [, address = ''] = await running.said(/serveur FHIR : (https:\S+)/);
      const core = 'https://hl7.fr/ig/fhir/core/StructureDefinition';
      const patient = {
        resourceType: 'Patient',
        meta: { profile: [`${core}/fr-core-patient-ins`] },
        extension: [
          {
            url: `${core}/fr-core-identity-reliability`,
            extension: [{ url: 'identityStatus', valueCoding: { code: 'VALI' } }],
          },
        ],
        identifier: ['urn:oid:1.2.250.1.213.1.4.10', 'urn:oid:2.25.1'].map((system) => ({
          use: 'official',
          system,
          value: '279035121518989',
        })),
      };
      const json = ['--header', 'content-type: application/fhir+json', '--data', JSON.stringify(patient)];
      const answer = await curl(...json, '--write-out', '\n%{http_code}', `${address}/Patient`);
      expect(answer).toMatch(/"id":"segur-1"[\s\S]*\n201$/);
      await running.said(/fhir\/write POST \/fhir\/Patient → 201/);
      await running.said(
        /! .*2 identifiants.*\[document\/fhir-valid-identity-has-ins several-official\]\n\s+→/,
      );
      await running.said(/\[document\/fhir-ins-slices ins-type\]/);
      expect(await faults(origin, ['reply-422'])).toEqual(['fhir/reply-422']);
      expect(await curl(...json, `${address}/Patient`)).toContain('business-rule');
    } finally {
      await interrupted(running);
    }
    // Which status the identity has is known to a scenario only: nothing may be said of it here.
    expect((await running.ended).out).not.toContain('fhir-ins-only-when-qualified');
  });
});

describe('simulate insi, driven by its user', () => {
  const search = (nom: string, prenom: string, date: string, more = ''): string =>
    `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><RECSANSVITALE xmlns="http://www.cnamts.fr/INSiRecSans"><NomNaissance>${nom}</NomNaissance><Prenom>${prenom}</Prenom><Sexe>M</Sexe><DateNaissance>${date}</DateNaissance>${more}</RECSANSVITALE></s:Body></s:Envelope>`;
  const codeOf = async (address: string, body: string): Promise<string> => {
    const answer = await curl('--header', 'content-type: application/soap+xml', '--data', body, address);
    return /<CodeCR>(\d+)<\/CodeCR>/.exec(answer)?.[1] ?? answer;
  };

  it('plays the CNDA plan, and changes its code by keys and by the control API', async () => {
    const running = startSegur(['simulate', 'insi', '--quiet'], { cwd: folder });
    try {
      const origin = await api(running);
      const [, address = ''] = await running.said(/INSi : (https:\S+)/);
      const place = '<LieuNaissance>63220</LieuNaissance>';
      expect(await codeOf(address, search('DE VINCI', 'LEONARDO', '2014-02-01'))).toBe('02');
      expect(await codeOf(address, search('DE VINCI', 'LEONARDO', '2014-02-01', place))).toBe('00');
      expect(await codeOf(address, search('HOUILLES', 'PIERRE', '1993-01-27'))).toBe('01');
      running.child.stdin.write('operate plan-de-test\n');
      await running.said(/"essai":"2\.07 cas 2"/);
      running.child.stdin.write('answer 02\n');
      await running.said(/→ 02/);
      expect(await codeOf(address, search('HOUILLES', 'PIERRE', '1993-01-27'))).toBe('02');
      running.child.stdin.write('answer 7\n');
      await running.said(/INSI_STATE[\s\S]*00, 01, 02/);
      const put = (body: object): Promise<{ readonly statusCode: number }> =>
        request(`${origin}/state`, { method: 'PUT', body: JSON.stringify(body) });
      expect((await put({ reponse: '01' })).statusCode).toBe(200);
      expect(await codeOf(address, search('DE VINCI', 'LEONARDO', '2014-02-01'))).toBe('01');
      expect((await put({ reponse: '9' })).statusCode).toBe(400);
    } finally {
      await interrupted(running);
    }
  });
});

describe('simulate refuses', () => {
  it('an answer or a fault that does not exist, and leaves at once', async () => {
    const answer = await segur(['simulate', 'insi', '--answer', '99'], { cwd: folder });
    expect(answer.err).toMatch(/INSI_STATE[\s\S]*00, 01, 02/);
    const fault = await segur(['simulate', 'insi', '--fault', 'reply-slo'], { cwd: folder });
    expect(fault.err).toMatch(/FAULT_UNKNOWN[\s\S]*insi\/reply-slow/);
    expect([answer.code, fault.code]).toEqual([3, 3]);
  });

  it('an unknown service, with its nearest name', async () => {
    const { code, err } = await segur(['simulate', 'pcs'], { cwd: folder });
    expect(err).toMatch(/pcs[\s\S]*psc/);
    expect(code).toBe(3);
  });

  it('a port that is taken, which it names', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const address = server.address();
    const port = String(typeof address === 'object' && address !== null ? address.port : 0);
    try {
      const { code, err } = await segur(['simulate', 'psc', '--port', port], { cwd: folder });
      expect(err).toContain(port);
      expect(err).not.toMatch(/erreur interne|at .*\.js:\d+/);
      expect(code).toBe(4);
    } finally {
      server.close();
    }
  });
});
