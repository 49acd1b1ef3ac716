import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../src/domain/plan.ts';
import { packageRoot, segur, type Ran } from '../builders/segur-cli.ts';

let folder = '';
const run = (...args: readonly string[]): Promise<Ran> => segur(args, { cwd: folder });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'segur-commands-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const dossier = `version: 1
solution: { nom: Essai, version: '1', editeur: Editeur }
candidature: { dispositif: LGC, vague: 2, profils: [Général] }
services: { psc: {} }
`;

describe('help', () => {
  it('says the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
      readonly version: string;
    };
    expect(await run('--version')).toMatchObject({ code: 0, out: `${version}\n` });
  });

  it('names every command, and each command its options with an example', async () => {
    const help = await run('--help');
    expect(help.code).toBe(0);
    const commands = [
      'run',
      'verify',
      'report',
      'plan',
      'explain',
      'coverage',
      'init',
      'deck',
      'simulate',
      'check',
    ];
    for (const command of commands) expect(help.out).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'));
    const one = await run('run', '--help');
    expect(one.code).toBe(0);
    expect(one.out).toMatch(/--defaut <id>[\s\S]*Exemples/);
  });

  it.each([
    ['an unknown option', ['plan', '--nope'], /unknown option '--nope'/],
    ['an unknown command', ['plane'], /unknown command 'plane'[\s\S]*plan/],
    ['a missing argument', ['explain'], /missing required argument 'id'/],
    ['a défaut without the demo', ['run', '--defaut', 'acr-absent'], /--demo/],
    ['an unknown défaut', ['run', '--demo', '--defaut', 'acr-abscent'], /acr-abscent[\s\S]*--list-defauts/],
    ['a dispositif without the demo', ['plan', '--dispositif', 'RIS'], /--demo/],
    ['an unknown dispositif', ['plan', '--demo', '--dispositif', 'RSI'], /RSI[\s\S]*RIS/],
    ['an unknown language', ['plan', '--demo', '--lang', 'de'], /\bfr\b.*\ben\b/],
    ['a filter that names nothing', ['run', '--demo', '--only', 'XYZ'], /--only XYZ/],
    ['a dossier that is not there', ['run', '-d', 'nulle-part.yaml'], /nulle-part\.yaml[\s\S]*segur init/],
  ] as const)('refuses %s with exit code 3', async (_name, args, message) => {
    const { code, err } = await run(...args);
    expect(err).toMatch(message);
    expect(code).toBe(3);
  });
});

describe('plan', () => {
  it('lets the demo stand for another dispositif, in the couloir of that one', async () => {
    const { code, out } = await run('plan', '--demo', '--dispositif', 'RIS', '--json');
    expect(code).toBe(0);
    const { candidature, scenarios } = JSON.parse(out) as Plan;
    expect(candidature).toMatchObject({ dispositif: 'RIS', couloir: 'RAD' });
    expect(scenarios.map(({ id }) => id)).toContain('pam/flux-suppression');
  });
});

describe('explain', () => {
  it.each([
    ['an exigence', 'PSC.08', /eidas1/],
    ['a check', 'psc/acr-values-is-eidas1', /acr_values/],
    ['a fault', 'psc/id-token-wrong-iss', /psc\/id-token/],
    ['a finding code', 'acr-values-missing', /psc\/acr-values-is-eidas1/],
    ['a scenario', 'psc/connexion', /psc\/connexion/],
  ])('explains %s', async (_name, id, says) => {
    const { code, out } = await run('explain', id, '--lang', 'en');
    expect(out).toMatch(says);
    expect(code).toBe(0);
  });

  it('suggests the nearest id and exits with 3', async () => {
    expect(await run('explain', 'PSC.8')).toMatchObject({
      code: 3,
      err: expect.stringContaining('PSC.08') as string,
    });
  });
});

describe('coverage', () => {
  it('tells, as JSON, every exigence of a theme', async () => {
    const { code, out } = await run('coverage', '--theme', 'INS', '--json');
    expect(code).toBe(0);
    expect(JSON.stringify(JSON.parse(out))).toContain('INS/va1.09');
    expect(out).not.toContain('PSC.08');
  });
});

describe('deck', () => {
  it('gives the same cast for the same seed, another for another, INS under the test OID only', async () => {
    const [one, same, other] = await Promise.all(
      ['a', 'a', 'b'].map((graine) => run('deck', '--graine', graine, '--json')),
    );
    expect(one?.code).toBe(0);
    expect(one?.out).toBe(same?.out);
    expect(one?.out).not.toBe(other?.out);
    const oids = new Set(one?.out.match(/1\.2\.250\.1\.213\.1\.4\.\d+/g));
    expect([...oids].filter((oid) => !/\.(8|10)$/.test(oid))).toEqual([]);
  });
});

describe('init', () => {
  const flags = ['--nom', 'Essai', '--solution-version', '4.2', '--editeur', 'ACME', '--dispositif', 'LGC'];

  it('writes a dossier that plan reads, and never over another', async () => {
    expect(await run('init', ...flags, '--out', 'ecrit.yaml')).toMatchObject({ code: 0 });
    const plan = await run('plan', '-d', 'ecrit.yaml');
    expect(plan.err).toBe('');
    expect(plan.out).toMatch(/PSC\.08/);
    expect(plan.code).toBe(0);
    expect(await run('init', ...flags, '--out', 'ecrit.yaml')).toMatchObject({
      code: 3,
      err: expect.stringContaining('--force') as string,
    });
  });

  it('says which answers it lacks when nobody is at the terminal', async () => {
    const { code, err } = await run('init', '--nom', 'X', '--out', 'manque.yaml');
    expect(err).toMatch(/--solution-version, --editeur, --dispositif/);
    expect(code).toBe(3);
  });
});

describe('a malformed input is named by file, line and column', () => {
  it.each([
    ['broken YAML', `${dossier}  - [`, /dossier\.yaml:\d+:\d+/],
    ['a misspelt key', dossier.replace('editeur:', 'editor:'), /dossier\.yaml:2:\d+.*editor/],
    ['an unknown service', dossier.replace('psc: {}', 'pcs: {}'), /dossier\.yaml:4:\d+.*pcs[\s\S]*psc/],
    ['an option of the wrong type', dossier.replace('psc: {}', 'psc: { port: x }'), /dossier\.yaml:4:\d+/],
    ['a dispositif the catalogue lacks', dossier.replace('LGC', 'LCG'), /LCG/],
    [
      'a secret that the environment lacks',
      dossier.replace('psc: {}', "psc: { client: { secret: '${env:RIEN_ICI}' } }"),
      /RIEN_ICI/,
    ],
  ])('dossier: %s', async (_name, text, message) => {
    writeFileSync(join(folder, 'dossier.yaml'), text);
    const { code, err } = await run('plan', '-d', 'dossier.yaml');
    expect(err).toMatch(message);
    expect(code).toBe(3);
  });

  it.each([
    [
      'scenario',
      'scenarios/psc/connexion.yaml',
      'check: psc/',
      'check: pcs/',
      /connexion\.yaml:\d+:\d+.*pcs\//,
    ],
    [
      'scenario key',
      'scenarios/psc/connexion.yaml',
      'gravite:',
      'gravity:',
      /connexion\.yaml:\d+:\d+.*gravity/,
    ],
    [
      'exigence',
      'scenarios/exigences/rem-2023-02/LGC.PSC.yaml',
      'nature: obligatoire',
      'nature: obligee',
      /\.yaml:\d+:\d+/,
    ],
  ])('%s of the package', async (_name, file, from, to, message) => {
    const root = join(folder, 'package');
    rmSync(root, { recursive: true, force: true });
    mkdirSync(root);
    for (const part of ['bin', 'dist', 'schemas', 'scenarios', 'fixtures/demo', 'package.json']) {
      cpSync(join(packageRoot, part), join(root, part), { recursive: true });
    }
    symlinkSync(join(packageRoot, 'node_modules'), join(root, 'node_modules'));
    const path = join(root, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
    const { code, err } = await segur(['plan', '--demo'], { cwd: folder, root });
    expect(err).toMatch(message);
    expect(code).toBe(3);
  });
});
