import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportFile } from '../../src/domain/report.gen.ts';
import { segur, startSegur, type Running } from '../builders/segur-cli.ts';

const callback = 'https://lps.example/callback';
const secret = 'secret-de-cet-essai';
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'segur-attended-'));
  const dossier = {
    version: 1,
    solution: { nom: 'Essai', version: '1', editeur: 'Editeur' },
    candidature: { dispositif: 'LGC', vague: 2, profils: ['Général'] },
    services: {
      psc: { modes: ['web'], client: { id: 'lps-a-tester', secret }, redirectUris: [callback] },
    },
    pilote: { kind: 'attended' },
  };
  writeFileSync(join(folder, 'segur.yaml'), JSON.stringify(dossier));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

type Parameters = Readonly<Record<string, string>>;

/** A login as a browser and a server would make it: authorization, code, tokens, userinfo. */
async function login(discovery: string, dispatcher: Agent): Promise<void> {
  const read = async (url: string, token?: string): Promise<Parameters> =>
    (await (
      await request(url, {
        dispatcher,
        headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      })
    ).body.json()) as Parameters;
  const names = await read(discovery);
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 'lps-a-tester',
    redirect_uri: callback,
    scope: 'openid scope_all',
    acr_values: 'eidas1',
    state: randomBytes(24).toString('base64url'),
    nonce: randomUUID().replaceAll('-', '') + randomBytes(8).toString('hex'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const answer = await request(`${names['authorization_endpoint'] ?? ''}?${query.toString()}`, {
    dispatcher,
  });
  await answer.body.dump();
  const code = new URL(String(answer.headers['location'])).searchParams.get('code') ?? '';
  const tokens = await request(names['token_endpoint'] ?? '', {
    method: 'POST',
    dispatcher,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from(`lps-a-tester:${secret}`).toString('base64')}`,
    },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: callback,
      code_verifier: verifier,
    }).toString(),
  });
  const { access_token: access } = (await tokens.body.json()) as Parameters;
  await read(names['userinfo_endpoint'] ?? '', access);
}

/** Answers each question as it is asked, acting on the software when told to log in. */
async function operate(running: Running): Promise<void> {
  const discovery = running.said(/Document de découverte : (https:\S+)/);
  let told = '';
  let agent: Agent | undefined;
  running.child.stderr.on('data', (chunk: string) => {
    told += chunk;
    const question = /\((Entrée = fait|le banc attend)[^)]*\) $|\[o\/n[^\]]*\] $|\? $/.exec(told);
    if (question === null) return;
    const asked = told;
    told = '';
    const act = async (): Promise<void> => {
      if (/▶ Connectez-vous/.test(asked)) {
        agent ??= new Agent({ connect: { ca: readFileSync(join(folder, 'assistee/connexion/ca.pem')) } });
        await login((await discovery)[1] ?? '', agent);
      }
      running.child.stdin.write(question[0].startsWith('[') ? 'o\n' : '\n');
    };
    act().catch((error: unknown) => {
      running.child.kill('SIGKILL');
      throw error;
    });
  });
  await running.ended;
  await agent?.close();
}

describe('an attended run', () => {
  it('tells the operator what to do, hears the answers, judges what the software sent', async () => {
    const args = ['run', '--only', 'psc/connexion', '--out', 'assistee', '--format', 'json'];
    const running = startSegur(args, { cwd: folder });
    await operate(running);
    const { code, err } = await running.ended;
    const report = JSON.parse(readFileSync(join(folder, 'assistee/report.json'), 'utf8')) as ReportFile;
    const outcome = (check: string): readonly string[] =>
      report.rows.filter((row) => row.check === check).map((row) => row.outcome);
    expect(err).toMatch(/▶ Connectez-vous avec Pro Santé Connect/);
    expect(outcome('psc/login-opens-session')).toEqual(['pass']);
    expect(outcome('psc/acr-values-is-eidas1')).toEqual(['pass']);
    expect(outcome('psc/pkce-pair-matches')).toEqual(['pass']);
    expect(report.rows.filter((row) => row.outcome === 'fail')).toEqual([]);
    expect(report.run).toMatchObject({ pilote: 'attended', end: 'complete' });
    expect(JSON.stringify(report)).not.toContain(secret);
    expect(code).toBe(0);
  });

  it('stops, sealed, when nobody is there to answer', async () => {
    const ran = await segur(['run', '--only', 'psc/connexion', '--out', 'seule', '--format', 'json'], {
      cwd: folder,
    });
    const report = JSON.parse(readFileSync(join(folder, 'seule/report.json'), 'utf8')) as ReportFile;
    expect(report.run.end).toBe('interrupted');
    expect(report.rows.filter((row) => row.outcome !== 'unexercised')).toEqual([]);
    expect(ran.code).toBe(2);
  });
});
