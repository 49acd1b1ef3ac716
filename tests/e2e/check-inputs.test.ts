import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/domain/check-result.gen.ts';
import { buildCda } from '../builders/build-cda.ts';
import { adt } from '../builders/build-messages.ts';
import { applyEdits } from '../builders/build-xdm.ts';
import { packageRoot, segur, startSegur, type Ran } from '../builders/segur-cli.ts';

let folder = '';
const wrong = applyEdits(buildCda(), [['<languageCode code="fr-FR"/>', '<languageCode code="en-US"/>']]);
const options = () => ({ cwd: folder, env: { SEGUR_CDA_KIT: '' } });
const check = (args: readonly string[], stdin?: string): Promise<Ran> =>
  segur(['check', ...args], { ...options(), ...(stdin === undefined ? {} : { stdin }) });

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(join(folder, name), content);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'segur-inputs-'));
  chmodSync(folder, 0o755);
  write('ok.xml', buildCda());
  write('ko.xml', wrong);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('what segur check is pointed at', () => {
  it.each<[string, readonly string[], string, RegExp]>([
    ['a missing file', ['absent.xml'], 'FILE_MISSING', /Vérifiez le chemin/],
    ['a path under a file', ['ok.xml/inside.xml'], 'FILE_MISSING', /Vérifiez le chemin/],
    ['a name too long', ['x'.repeat(4000)], 'FILE_MISSING', /Vérifiez le chemin/],
    ['a pattern without match', ['lots/**/*.xml'], 'NO_MATCH', /dossier\/\*\*/],
    ['an empty folder', ['vide'], 'FOLDER_EMPTY', /commencent par un point/],
    ['an empty file', ['vide.xml'], 'EMPTY_FILE', /fichier vide/],
    ['a device without end', ['/dev/zero'], 'FILE_TOO_LARGE', /256 Mio/],
    ['an archive of 2 GB', ['enorme.zip'], 'FILE_TOO_LARGE', /256 Mio/],
  ])('%s is a line of its own and exit 3, and the next file is judged', async (_, args, code, hint) => {
    mkdirSync(join(folder, 'vide'), { recursive: true });
    write('vide.xml', '');
    write('enorme.zip', Buffer.from('PK\x03\x04'));
    truncateSync(join(folder, 'enorme.zip'), 2 ** 31 + 1);
    const { code: exit, out, err } = await check([...args, 'ok.xml']);
    expect(out).toContain(code);
    expect(out).toMatch(hint);
    expect(out).toContain('✔ ok.xml');
    expect(out).not.toContain('unknown');
    expect({ exit, err }).toEqual({ exit: 3, err: '' });
  });

  it('exits 1 on errors, 0 without, 3 when something could not be judged beside', async () => {
    expect((await check(['ok.xml'])).code).toBe(0);
    expect((await check(['ko.xml'])).code).toBe(1);
    expect((await check(['ko.xml', 'absent.xml'])).code).toBe(3);
  });

  it('judges a file once, however it is named', async () => {
    const { out } = await check(['ok.xml', './ok.xml', join(folder, 'ok.xml'), '*.xml', '--format', 'json']);
    const names = (JSON.parse(out) as CheckReport).files.map(({ file }) => file);
    expect(names.filter((name) => name.endsWith('ok.xml'))).toEqual(['ok.xml']);
  });

  it('goes through a folder: links to files followed, the rest told, hidden names apart', async () => {
    const inside = join(folder, 'lot');
    mkdirSync(join(inside, '.git'), { recursive: true });
    write('lot/.git/a.xml', 'x');
    write('lot/b.xml', buildCda());
    write('lot/notes.txt', 'à lire');
    write('lot/rien.dat', '');
    write(`lot/mal\u001b[31m.txt`, 'rouge');
    write('lot/film.mp4', '');
    truncateSync(join(inside, 'film.mp4'), 300 * 1024 * 1024);
    symlinkSync('..', join(inside, 'boucle'));
    symlinkSync('b.xml', join(inside, 'lien.xml'));
    spawnSync('mkfifo', [join(inside, 'tube')]);
    const { code, out } = await check(['lot']);
    expect(code).toBe(0);
    expect(out).toContain('✔ lot/b.xml');
    expect(out).toContain('✔ lot/lien.xml');
    expect(out).toMatch(/· lot\/boucle .*lien vers un dossier/);
    expect(out).toMatch(/· lot\/film\.mp4 .*256 Mio/);
    expect(out).toMatch(/· lot\/rien\.dat .*fichier vide/);
    if (existsSync(join(inside, 'tube'))) expect(out).toMatch(/· lot\/tube .*ni un fichier/);
    expect(out).toContain('mal\\u{1b}[31m.txt');
    expect(out).not.toContain('\u001b[31m');
    expect(out).not.toContain('.git');
    symlinkSync('nulle-part', join(inside, 'perdu.xml'));
    expect(await check(['lot'])).toMatchObject({
      code: 3,
      out: expect.stringMatching(/✖ lot\/perdu\.xml[^]*FILE_MISSING/) as string,
    });
  });

  it('tells what the system refuses to open', () => {
    mkdirSync(join(folder, 'clos/dedans'), { recursive: true });
    write('clos/secret.xml', buildCda());
    write('clos/ok.xml', buildCda());
    chmodSync(join(folder, 'clos/secret.xml'), 0o000);
    chmodSync(join(folder, 'clos/dedans'), 0o000);
    const root = process.getuid?.() === 0;
    const ran = spawnSync(process.execPath, [join(packageRoot, 'bin/segur.js'), 'check', 'clos'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', SEGUR_CDA_KIT: '' },
      // Nothing is refused to the superuser.
      ...(root ? { uid: 65534, gid: 65534 } : {}),
    });
    chmodSync(join(folder, 'clos/dedans'), 0o755);
    expect(ran.stderr).toBe('');
    expect(ran.stdout).toMatch(/✖ clos\/dedans[^]*FOLDER_DENIED/);
    expect(ran.stdout).toMatch(/✖ clos\/secret\.xml[^]*FILE_DENIED/);
    expect(ran.stdout).toContain('✔ clos/ok.xml');
    expect(ran.status).toBe(3);
  });

  it('reads standard input, also beside files, and a pipe by its name', async () => {
    const { code, out } = await check(['ok.xml', '-'], adt());
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringContaining('✔ <stdin> (message HL7 v2)') as string,
    });
    expect(await check(['-'])).toMatchObject({
      code: 3,
      out: expect.stringContaining('STDIN_EMPTY') as string,
    });
    expect(await check(['-', '--watch'], adt())).toMatchObject({
      code: 3,
      err: expect.stringContaining('WATCH_STDIN') as string,
    });
    const piped = spawnSync(
      'bash',
      ['-c', '"$0" "$1" check <(cat ok.xml)', process.execPath, join(packageRoot, 'bin/segur.js')],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, SEGUR_CDA_KIT: '' } },
    );
    expect(piped.stdout).toContain('CDA de niveau 1');
    expect(piped.status).toBe(0);
  });
});

describe('segur check interrupted', () => {
  it.each(['1', '2'])('stops at once on Ctrl-C and leaves no half report, %s thread(s)', async (jobs) => {
    mkdirSync(join(folder, 'grand'), { recursive: true });
    for (let index = 0; index < 300; index += 1) write(`grand/${index}.xml`, buildCda({ level: 3 }));
    const running = startSegur(['check', 'grand', '--jobs', jobs], options());
    await running.said(/✔ grand\/0\.xml/);
    running.child.kill('SIGINT');
    const { code, signal, out } = await running.ended;
    expect(signal ?? code).toBe('SIGINT');
    expect(out).not.toContain('300 fichiers');
    const reporting = startSegur(
      ['check', 'grand', '--jobs', jobs, '--format', 'json', '--out', 'r.json'],
      options(),
    );
    await new Promise((resolve) => setTimeout(resolve, 1500));
    reporting.child.kill('SIGINT');
    const ended = await reporting.ended;
    if (ended.signal !== null) expect(existsSync(join(folder, 'r.json'))).toBe(false);
  });
});

describe('segur check --watch', () => {
  it('reports on all files at each change: one more, one mended, one gone', async () => {
    mkdirSync(join(folder, 'vif'), { recursive: true });
    write('vif/a.xml', buildCda());
    write('vif/b.xml', wrong);
    const running = startSegur(
      ['check', 'vif', '--watch', '--format', 'json', '--out', 'vif.json', '--lang', 'en'],
      options(),
    );
    const outcomes = (): readonly string[] => {
      try {
        const report = JSON.parse(readFileSync(join(folder, 'vif.json'), 'utf8')) as CheckReport;
        return report.files.map(({ file, outcome }) => `${file} ${outcome}`);
      } catch {
        return [];
      }
    };
    const until = async (wanted: readonly string[]): Promise<void> => {
      await expect.poll(outcomes, { timeout: 20_000, interval: 50 }).toEqual(wanted);
    };
    try {
      await running.said(/waiting for changes/);
      await until(['vif/a.xml pass', 'vif/b.xml fail']);
      write('vif/c.xml', wrong);
      await until(['vif/a.xml pass', 'vif/b.xml fail', 'vif/c.xml fail']);
      write('vif/b.xml', buildCda());
      await until(['vif/a.xml pass', 'vif/b.xml pass', 'vif/c.xml fail']);
      rmSync(join(folder, 'vif/c.xml'));
      await until(['vif/a.xml pass', 'vif/b.xml pass']);
    } finally {
      running.child.kill('SIGINT');
    }
    expect((await running.ended).code).toBe(0);
  });

  it('tells that a watched file is gone, and judges it again when it comes back', async () => {
    write('seul.xml', buildCda());
    const running = startSegur(['check', 'seul.xml', '--watch'], options());
    try {
      await running.said(/en attente/);
      rmSync(join(folder, 'seul.xml'));
      await running.said(/FILE_MISSING/);
      write('seul.xml', wrong);
      await running.said(/✖ seul\.xml \(CDA/);
    } finally {
      running.child.kill('SIGINT');
    }
    expect((await running.ended).code).toBe(0);
  });
});
