import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import addFormatsModule from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';
import { junitReport } from '../../src/checking/report-junit.ts';
import { sarifReport } from '../../src/checking/report-sarif.ts';
import { parseXml } from '../../src/formats/xml/parse-xml.ts';
import { compileXsd, type XsdSchema } from '../../src/formats/xsd/compile-xsd.ts';
import { writeJunit } from '../../src/reporters/junit/write-junit.ts';
import { writeSarif } from '../../src/reporters/sarif/write-sarif.ts';
import { sampleCheckReport } from '../builders/build-check-report.ts';
import { sampleReport } from '../builders/build-report.ts';

const addFormats = addFormatsModule as unknown as (ajv: Ajv) => void;
const root = fileURLToPath(new URL('../../', import.meta.url));

/** The schema of SARIF 2.1.0, as published by its authors; its draft 4 keywords are those of later drafts. */
function sarifSchema(): object {
  const path = fileURLToPath(import.meta.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));
  const schema = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$schema' && name !== 'id'));
}

describe.each(['fr', 'en'] as const)('what CI servers read, in %s', (lang) => {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const sarif = ajv.compile(sarifSchema());
  let junit: XsdSchema;
  beforeAll(async () => {
    junit = await compileXsd({
      main: 'junit.xsd',
      resolve: () => undefined,
      read: (path) => readFileSync(join(root, 'schemas', path)),
    });
  });

  it.each([
    ['segur check', () => sarifReport(sampleCheckReport(), lang, '1.0.0')],
    ['segur check without a file', () => sarifReport(sampleCheckReport([]), lang, '1.0.0')],
    ['segur run', () => writeSarif(sampleReport(), lang)],
  ])('the SARIF of %s holds by the schema of SARIF 2.1.0', (_, render) => {
    const log: unknown = JSON.parse(render());
    expect({ valid: sarif(log), errors: sarif.errors }).toEqual({ valid: true, errors: null });
  });

  it.each([
    ['segur check', () => junitReport(sampleCheckReport(), lang)],
    ['segur check without a file', () => junitReport(sampleCheckReport([]), lang)],
    ['segur run', () => writeJunit(sampleReport(), lang)],
  ])('the JUnit of %s holds by schemas/junit.xsd', (_, render) => {
    expect(junit.validate(parseXml(Buffer.from(render())))).toEqual([]);
  });

  it('knows a SARIF and a JUnit that do not', () => {
    expect(sarif({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false);
    const twice = '<failure type="a" message="b"/><failure type="a" message="b"/>';
    const wrong = junitReport(sampleCheckReport(), lang).replace('<failure', `${twice}<failure`);
    expect(junit.validate(parseXml(Buffer.from(wrong)))).not.toEqual([]);
  });
});
