import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import bwipjs from 'bwip-js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseXml } from '../../src/formats/xml/parse-xml.ts';
import { writeZip } from '../../src/formats/zip/write-zip.ts';
import type { CheckReport } from '../../src/domain/check-result.gen.ts';
import { buildCda, patient } from '../builders/build-cda.ts';
import { datamatrixCase } from '../builders/build-datamatrix.ts';
import { buildDmpRequest, buildPackagedFeeding } from '../builders/build-dmp-request.ts';
import { patientCase } from '../builders/build-fhir.ts';
import { makeSigner, signAssertion } from '../builders/build-signature.ts';
import { buildVihf } from '../builders/build-vihf.ts';
import { buildMail } from '../builders/build-mail.ts';
import { adt, documentMessage } from '../builders/build-messages.ts';
import { toFhirXml } from '../builders/to-fhir-xml.ts';
import { applyEdits, buildXdm } from '../builders/build-xdm.ts';

const addFormats = addFormatsModule as unknown as (ajv: Ajv2020) => void;
const root = fileURLToPath(new URL('../../', import.meta.url));
const bin = join(root, 'bin/segur.js');
const official = process.env['SEGUR_ANS_DIR'];
const kit =
  process.env['SEGUR_CDA_KIT'] ?? (official === undefined ? undefined : join(official, 'TestContenuCDA-3-0'));

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

let folder = '';

function segur(
  args: readonly string[],
  options: { readonly stdin?: string; readonly env?: object } = {},
): Ran {
  const ran = spawnSync(process.execPath, [bin, 'check', ...args], {
    cwd: folder,
    input: options.stdin ?? '',
    encoding: 'utf8',
    timeout: 80_000,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, SEGUR_CDA_KIT: '', NO_COLOR: '1', ...options.env },
  });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

function report(
  args: readonly string[],
  options: { readonly stdin?: string; readonly env?: object } = {},
): CheckReport {
  return JSON.parse(segur([...args, '--format', 'json'], options).out) as CheckReport;
}

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(join(folder, name), content);
}

const english = applyEdits(buildCda(), [['<languageCode code="fr-FR"/>', '<languageCode code="en-US"/>']]);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'segur-check-'));
  mkdirSync(join(folder, 'lot/sous'), { recursive: true });
  write('ok.xml', buildCda());
  write('ko.xml', english);
  write('lot/a.xml', buildCda({ level: 3 }));
  write('lot/b.xml', buildCda());
  write('lot/sous/c.xml', english);
  write('lot/notes.txt', 'à lire');
  write('IHE_XDM.zip', await buildXdm());
  write('pam.hl7', adt());
  write('mdm.er7', documentMessage('MDM', english));
  write('mail.eml', await buildMail());
  write('datamatrix.txt', (datamatrixCase('one').files as readonly Uint8Array[])[0] ?? '');
  const draw = { scale: 4, padding: 8, backgroundcolor: 'FFFFFF' };
  const text = Buffer.from((datamatrixCase('one').files as readonly Uint8Array[])[0] ?? '').toString(
    'latin1',
  );
  write('datamatrix.png', await bwipjs.toBuffer({ bcid: 'datamatrix', text, ...draw }));
  write('autre.png', await bwipjs.toBuffer({ bcid: 'code128', text: 'AUTRE', ...draw }));
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  write('jeton.jwt', `${part({ alg: 'ES256' })}.${part({ iat: 1, exp: 2 })}.c2ln`);
  write('patient.fhir.json', (patientCase('one').files as readonly Uint8Array[])[0] ?? '');
  write(
    'patient.fhir.xml',
    toFhirXml(Buffer.from((patientCase('one').files as readonly Uint8Array[])[0] ?? '').toString()),
  );
  const seal = await makeSigner();
  const vihf = signAssertion(buildVihf(), seal);
  write('td2.1.mtom', buildPackagedFeeding({ signer: seal }, vihf));
  write(
    'td3.1.xml',
    buildDmpRequest('TD3.1a').replace(/<saml2:Assertion[\s\S]*<\/saml2:Assertion>/, () => vihf),
  );
  write('patient.json', JSON.stringify({ matricule: patient.matricule, sexe: 'F' }));
  write('autre.json', JSON.stringify({ matricule: '000000000000000', sexe: 'M' }));
  write('faux.json', JSON.stringify({ nom: 'X' }));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('segur check', () => {
  it('passes a conforming letter', () => {
    const { code, out } = segur(['ok.xml']);
    expect(out).toContain('✔ ok.xml (CDA de niveau 1)');
    expect(code).toBe(0);
  });

  it('names line, rule, fix and clause of an error, in both languages', () => {
    const fr = segur(['ko.xml']);
    expect(fr.code).toBe(1);
    expect(fr.out).toMatch(
      /language-wrong \[document\/cda-header-fixed\]\n.*La langue est en-US, attendu.*13:3/,
    );
    expect(fr.out).toContain('→ Écrire languageCode avec fr-FR.');
    expect(fr.out).toContain('CI-SIS Volet Structuration minimale');
    expect(segur(['ko.xml', '--lang', 'en']).out).toContain('The language is en-US');
  });

  it.each([
    ['IHE_XDM.zip', 'xdm', 'document/xdm-layout'],
    ['pam.hl7', 'hl7v2', 'document/hl7v2-single-ins'],
    ['mail.eml', 'mail', 'document/mail-subject-grammar'],
    ['datamatrix.txt', 'datamatrix', 'document/datamatrix-ins-format'],
    ['datamatrix.png', 'image', 'document/datamatrix-ins-format'],
    ['td2.1.mtom', 'xds-submission', 'document/xds-documents-match'],
    ['td2.1.mtom', 'xds-submission', 'document/dmp-feeding-packaged'],
    ['td3.1.xml', 'soap', 'document/dmp-query-slots'],
    ['jeton.jwt', 'jwt', 'document/jwt-signed-and-dated'],
    ['patient.fhir.json', 'fhir-json', 'document/fhir-ins-slices'],
    ['patient.fhir.xml', 'fhir-xml', 'document/fhir-ins-slices'],
  ])('recognises %s and plays its checks', (file, kind, check) => {
    const [judged] = report([file]).files;
    expect(judged).toMatchObject({ file, kind, outcome: expect.stringMatching(/pass|warn/) as string });
    expect(judged?.checks.exercised).toContain(check);
  });

  it('never takes for a success a file on which no check bore', () => {
    const { code, out } = segur(['autre.png']);
    expect(code).toBe(3);
    expect(out).toContain('○ autre.png (image) rien n’a été jugé');
    expect(out).toContain('document/datamatrix-ins-format');
  });

  it('judges a SAML assertion', () => {
    const namespace = 'urn:oasis:names:tc:SAML:2.0:assertion';
    const { files } = report(['-'], { stdin: `<a:Assertion xmlns:a="${namespace}" ID="_1"/>` });
    expect(files[0]).toMatchObject({ kind: 'saml-assertion', outcome: 'fail' });
  });

  it('judges the document that a message carries', () => {
    const [judged] = report(['mdm.er7']).files;
    expect(judged?.findings).toContainEqual(
      expect.objectContaining({ code: 'language-wrong', document: 'OBX(1)-5' }),
    );
  });

  it('goes through folders and patterns in a stable order, and tells what it leaves aside', () => {
    const told = report(['lot']);
    expect(told.files.map(({ file, outcome }) => [file, outcome])).toEqual([
      ['lot/a.xml', 'pass'],
      ['lot/b.xml', 'pass'],
      ['lot/notes.txt', 'ignored'],
      ['lot/sous/c.xml', 'fail'],
    ]);
    expect(report(['lot/**/*.xml', 'lot/a.xml']).files.map(({ file }) => file)).toEqual([
      'lot/a.xml',
      'lot/b.xml',
      'lot/sous/c.xml',
    ]);
    expect(segur(['lot/*.none'])).toMatchObject({ code: 3 });
  });

  it('says the same on one thread and on several', () => {
    expect(segur(['lot', '--jobs', '3', '--format', 'json'])).toEqual(
      segur(['lot', '--jobs', '1', '--format', 'json']),
    );
  });

  it('reads standard input', () => {
    expect(segur(['-'], { stdin: adt() })).toMatchObject({
      code: 0,
      out: expect.stringContaining('HL7 v2') as string,
    });
    expect(segur(['-'])).toMatchObject({ code: 3, out: expect.stringContaining('STDIN_EMPTY') as string });
  });

  it('leaves without a word when its reader has left', () => {
    const piped = spawnSync('sh', ['-c', '"$0" "$1" check lot ko.xml | true', process.execPath, bin], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 30_000,
      env: { ...process.env, SEGUR_CDA_KIT: '' },
    });
    expect(piped.stderr).toBe('');
  });

  it('forces a kind, and refuses one that it does not know', () => {
    const forced = segur(['ok.xml', '--as', 'hl7v2']);
    expect(forced.code).toBe(3);
    expect(forced.out).toContain('hl7v2-no-msh');
    expect(segur(['ok.xml', '--as', 'word'])).toMatchObject({
      code: 3,
      err: expect.stringContaining('[AS]') as string,
    });
  });

  it('compares with the expected patient', () => {
    expect(segur(['ok.xml', 'pam.hl7', '--patient', 'patient.json'])).toMatchObject({ code: 0 });
    const other = report(['ok.xml', 'IHE_XDM.zip', 'pam.hl7', '--patient', 'autre.json']);
    for (const file of other.files) {
      expect(file.findings).toContainEqual(
        expect.objectContaining({ code: 'patient-differs', severity: 'error' }),
      );
    }
    const wrong = segur(['ok.xml', '--patient', 'faux.json']);
    expect(wrong.code).toBe(3);
    expect(wrong.err).toContain('faux.json:1');
    expect(report(['ok.xml']).files[0]?.checks.needContext).toContain('document/patient-is-expected');
  });

  it('names file and line of a broken rule pack', () => {
    mkdirSync(join(folder, 'packs'), { recursive: true });
    write('packs/2025-02.yaml', 'id: 2025-02\nkit: [unclosed\n');
    const broken = segur(['ok.xml'], { env: { SEGUR_RULE_PACKS: 'packs' } });
    expect(broken.code).toBe(3);
    expect(broken.err).toMatch(/2025-02\.yaml:\d+/);
    write('packs/2025-02.yaml', 'id: 2025-02\nkit: K\n');
    expect(segur(['ok.xml'], { env: { SEGUR_RULE_PACKS: 'packs' } }).err).toContain('from');
  });

  it('refuses options that mean nothing', () => {
    for (const args of [
      ['--format', 'docx'],
      ['--format', 'json,html'],
      ['--jobs', '0'],
      ['--lang', 'de'],
      ['--kit', 'nowhere'],
      ['--out', 'no/such/folder/report.json'],
    ]) {
      const { code, err } = segur(['ok.xml', ...args]);
      expect({ args, code }).toEqual({ args, code: 3 });
      expect(err).not.toMatch(/\n\s+at /);
    }
  });
});

describe('reports of segur check', () => {
  it('json holds by its schema', () => {
    const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
    addFormats(ajv);
    const validate = ajv.compile(
      JSON.parse(readFileSync(join(root, 'schemas/check-result.schema.json'), 'utf8')) as object,
    );
    const told = report(['lot', 'IHE_XDM.zip', 'mdm.er7', 'absent.xml', '--patient', 'autre.json']);
    expect({ valid: validate(told), errors: validate.errors }).toEqual({ valid: true, errors: null });
    expect(told.summary.errors).toBeGreaterThan(0);
    expect(told.summary.unusable).toBe(1);
  });

  it('junit is XML whose counts are those of its cases', () => {
    const { out, code } = segur(['lot', 'absent.xml', '--format', 'junit']);
    expect(code).toBe(3);
    expect(parseXml(Buffer.from(out)).root.name).toBe('testsuites');
    const [, tests, , errors] =
      /<testsuites [^>]*tests="(\d+)" failures="(\d+)" errors="(\d+)"/.exec(out) ?? [];
    expect(out.match(/<testcase /g)).toHaveLength(Number(tests));
    expect(out.match(/<error /g)).toHaveLength(Number(errors));
    expect(out.match(/<failure /g)?.length).toBeGreaterThan(0);
  });

  it('sarif has a rule and a place for each result', () => {
    const { out } = segur(['ko.xml', 'absent.xml', '--format', 'sarif']);
    const [run] = (JSON.parse(out) as { runs: [SarifRun] }).runs;
    expect(run.results).toHaveLength(1);
    const [result] = run.results;
    expect(run.tool.driver.rules[result?.ruleIndex ?? -1]?.id).toBe(result?.ruleId);
    expect(result?.locations[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: 'ko.xml' },
      region: { startLine: 13 },
    });
    expect(run.invocations[0]?.executionSuccessful).toBe(false);
  });

  it('html stands alone and shows nothing unescaped', () => {
    write('hostile<script>.xml', applyEdits(english, [['en-US', '&lt;script&gt;alert(1)&lt;/script&gt;']]));
    const told = segur(['hostile<script>.xml', '--format', 'html', '--out', 'r.html', '--lang', 'en']);
    expect(told.code).toBe(1);
    const html = readFileSync(join(folder, 'r.html'), 'utf8');
    expect(html).not.toMatch(/<script|src=|https?:\/\/[^<]*\.(?:js|css)/);
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('&lt;script&gt;');
  });
});

interface SarifRun {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly invocations: readonly { readonly executionSuccessful: boolean }[];
  readonly results: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly locations: readonly { readonly physicalLocation: object }[];
  }[];
}

describe('hostile input of segur check', () => {
  const doctype = '<!DOCTYPE ClinicalDocument [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
  const xxe = buildCda().replace('?>', `?>${doctype}`).replace('Lettre de liaison', '&x;');
  const laughs = buildCda().replace(
    '?>',
    `?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>`,
  );

  it.each<[string, string | Uint8Array, string]>([
    ['xxe.xml', xxe, 'xml-doctype'],
    ['laughs.xml', laughs, 'xml-doctype'],
    ['truncated.xml', buildCda().slice(0, 3000), 'xml-malformed'],
    ['encoding.xml', Buffer.from(buildCda(), 'latin1'), 'xml-'],
    ['empty.xml', '', 'EMPTY_FILE'],
    ['lorem.xml', 'lorem ipsum', 'NOT_RECOGNISED'],
    ['deep.json', `{"resourceType":"Patient","a":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'fhir-unreadable'],
    ['utf16.hl7', Buffer.from(adt(), 'utf16le'), 'NOT_RECOGNISED'],
  ])('%s is an error line and exit 3, and the next file is judged', (name, content, code) => {
    write(name, content);
    const ran = segur([name, 'ok.xml']);
    expect(ran.code).toBe(3);
    expect(ran.out).toContain(`✖ ${name}`);
    expect(ran.out).toContain(code);
    expect(ran.out).toContain('✔ ok.xml');
    expect(ran.out).not.toContain('root:');
    expect(ran.err).not.toMatch(/\n\s+at /);
  });

  it('says where XML breaks', () => {
    write('broken.xml', buildCda().replace('</title>', '</titre>'));
    expect(segur(['broken.xml']).out).toMatch(/✖ broken\.xml:10:\d+/);
  });

  it('a missing file is an error line and exit 3', () => {
    expect(segur(['absent.xml', 'ok.xml'])).toMatchObject({
      code: 3,
      out: expect.stringMatching(/✖ absent\.xml[\s\S]*FILE_MISSING[\s\S]*✔ ok\.xml/) as string,
    });
  });

  it('an archive that swells is refused without being unpacked', async () => {
    const zeros = Buffer.alloc(80 * 1024 * 1024);
    write(
      'bomb.zip',
      await writeZip([
        { name: 'IHE_XDM/SUBSET01/METADATA.XML', bytes: zeros },
        { name: 'IHE_XDM/SUBSET01/DOC0001.XML', bytes: zeros },
      ]),
    );
    const [judged] = report(['bomb.zip']).files;
    expect(judged?.outcome).toMatch(/fail|unusable/);
    expect(JSON.stringify(judged)).toMatch(/ratio|swell|bomb|size|taille|gonfl|limit/i);
  });

  it('a part of an archive that cannot be read is an error of the archive', async () => {
    const metadata = { name: 'IHE_XDM/SUBSET01/METADATA.XML', bytes: Buffer.from('<a') };
    write('part.zip', await writeZip([metadata]));
    const ran = report(['part.zip']);
    expect(ran.files[0]?.findings).toContainEqual(expect.objectContaining({ code: 'part-unreadable' }));
  });
});

describe('segur check --watch', () => {
  it('judges again what changes, until it is stopped', async () => {
    write('vif.xml', buildCda());
    const child = spawn(process.execPath, [bin, 'check', 'vif.xml', '--watch'], { cwd: folder });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString('utf8');
    });
    const until = async (what: RegExp): Promise<void> => {
      for (let turn = 0; turn < 300 && !what.test(out); turn += 1) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      expect(out).toMatch(what);
    };
    try {
      await until(/✔ vif\.xml[\s\S]*Règles/);
      // The clock of a file system may tick no faster than a second is cut in hundredths.
      await new Promise((resolve) => setTimeout(resolve, 300));
      write('vif.xml', english);
      await until(/✖ vif\.xml/);
    } finally {
      const closed = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGINT');
      expect(await closed).toBe(0);
    }
  });
});

describe.skipIf(official === undefined)('official samples (SEGUR_ANS_DIR)', () => {
  const samples = official ?? '';

  it('judges every message and every example, none unusable', () => {
    const told = report([join(samples, 'hl7v2'), join(samples, 'TestContenuCDA-3-0/ExemplesCDA')]);
    expect(
      told.files.filter(({ outcome }) => !/pass|warn|fail/.test(outcome)).map(({ file }) => file),
    ).toEqual([]);
    expect(told.summary.files).toBeGreaterThanOrEqual(70);
  });

  it('plays the schema and the rules of the kit, and says what the kit lacks', () => {
    const example = join(samples, 'TestContenuCDA-3-0/ExemplesCDA/LDL-EES_2022.01.xml');
    const [judged] = report([example, '--kit', kit ?? '']).files;
    const sets = judged?.ruleSets ?? [];
    expect(sets.find(({ id }) => id === 'xsd')).toMatchObject({ status: 'judged' });
    expect(sets.some(({ id, fired }) => id.includes('LDL-EES') && fired > 0)).toBe(true);
    expect(sets.some(({ status }) => status === 'unexercised')).toBe(true);
    expect(sets.some(({ rebuilt, absent }) => rebuilt.length > 0 || absent.length > 0)).toBe(true);
  });

  it('finds by the kit what our own checks do not look at', () => {
    const name = readdirSync(join(samples, 'TestContenuCDA-3-0/ExemplesCDA')).find((one) =>
      one.startsWith('VAC_2023'),
    );
    const text = readFileSync(join(samples, 'TestContenuCDA-3-0/ExemplesCDA', name ?? ''), 'utf8');
    write('vac.xml', text.replace(/<structuredBody[^>]*>/, '$&<unknownElement/>'));
    expect(segur(['vac.xml']).code).toBe(0);
    const ran = report(['vac.xml'], { env: { SEGUR_CDA_KIT: kit } });
    expect(ran.files[0]?.findings).toContainEqual(
      expect.objectContaining({ rule: 'kit/xsd', severity: 'error', line: expect.any(Number) as number }),
    );
  });
});
