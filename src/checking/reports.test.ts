import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckedFile, CheckFinding, CheckReport } from '../domain/check-result.gen.ts';
import { parseXml } from '../formats/xml/parse-xml.ts';
import { checkReport } from './check-report.ts';
import { outcomeOf, unjudgedFile } from './checked-file.ts';
import { htmlReport } from './report-html.ts';
import { jsonReport } from './report-json.ts';
import { junitReport } from './report-junit.ts';
import { sarifReport } from './report-sarif.ts';
import { terminalFile, terminalSummary } from './report-terminal.ts';

const finding = (more: Partial<CheckFinding> = {}): CheckFinding => ({
  rule: 'document/x',
  code: 'wrong',
  severity: 'error',
  says: { fr: 'faux', en: 'wrong' },
  fix: { fr: 'corriger', en: 'correct' },
  path: '/a',
  line: 3,
  column: 5,
  clauses: [{ source: 'N', section: '1', trust: 'V' }],
  ...more,
});

const checked = (
  file: string,
  findings: readonly CheckFinding[],
  more: Partial<CheckedFile> = {},
): CheckedFile => {
  const judged = {
    checks: { exercised: ['document/x'], unexercised: ['document/y'], needContext: ['document/z'] },
    findings: [...findings],
    ruleSets: [],
  };
  return {
    file,
    kind: 'cda-n1',
    recognised: { fr: 'r', en: 'r' },
    outcome: outcomeOf(judged),
    ...judged,
    ...more,
  };
};

const report: CheckReport = checkReport(
  {
    asOf: '2026-06-11',
    pack: {
      id: 'p',
      title: { fr: 'jeu', en: 'pack' },
      from: '2020-01-01',
      kit: 'K-2',
      checks: ['document/*'],
      changes: [],
    },
    kit: 'K-1',
  },
  [
    checked('bon.xml', []),
    checked('a & b.xml', [finding(), finding({ severity: 'warning', code: 'odd', document: 'D!E.XML' })]),
    checked('rien.jwt', [], {
      outcome: 'unexercised',
      checks: { exercised: [], unexercised: [], needContext: [] },
    }),
    unjudgedFile('absent.xml', 'unusable', {
      problem: { code: 'FILE_MISSING', says: { fr: 'introuvable', en: 'not found' } },
    }),
    unjudgedFile('notes.txt', 'ignored', {
      problem: { code: 'NOT_RECOGNISED', says: { fr: 'autre', en: 'other' } },
    }),
  ],
);

describe('outcomeOf', () => {
  it.each<[string, Partial<CheckedFile>, string]>([
    ['an error', { findings: [finding(), finding({ severity: 'note' })] }, 'fail'],
    ['a warning', { findings: [finding({ severity: 'warning' })] }, 'warn'],
    ['a note', { findings: [finding({ severity: 'note' })] }, 'pass'],
    ['nothing played', { checks: { exercised: [], unexercised: ['a'], needContext: [] } }, 'unexercised'],
  ])('%s', (_, more, outcome) => {
    expect(outcomeOf({ ...checked('f', []), ...more })).toBe(outcome);
  });
});

describe('reports', () => {
  it('counts files and findings once', () => {
    expect(report.summary).toEqual({
      files: 5,
      pass: 1,
      warn: 0,
      fail: 1,
      unexercised: 1,
      unusable: 1,
      broken: 0,
      ignored: 1,
      errors: 1,
      warnings: 1,
    });
  });

  it('are the same bytes for the same report, whatever the language of the machine', () => {
    for (const render of [
      jsonReport,
      (one: CheckReport) => junitReport(one, 'fr'),
      (one: CheckReport) => htmlReport(one, 'en'),
    ]) {
      expect(render(report)).toBe(render(structuredClone(report)));
    }
  });

  it('junit fails on errors, tells warnings, skips what was not exercised', () => {
    const xml = junitReport(report, 'en');
    expect(parseXml(Buffer.from(xml)).root.name).toBe('testsuites');
    // bon: x, y, z; a & b: x, y, z; rien: 1; absent: 1; notes: 1.
    expect(xml).toContain('<testsuites name="segur check" tests="9" failures="1" errors="1" skipped="6">');
    expect(xml).toContain('<system-out>warning odd: a &amp; b.xml');
    expect(xml).toContain('<testcase classname="rien.jwt" name="segur"><skipped');
  });

  it('sarif gives no line of the outer file to a finding of an inner one', () => {
    const [run] = (
      JSON.parse(sarifReport(report, 'fr', '1.0.0')) as { runs: [{ results: readonly unknown[] }] }
    ).runs;
    expect(run.results).toMatchObject([
      {
        ruleId: 'document/x/wrong',
        locations: [{ physicalLocation: { region: { startLine: 3, startColumn: 5 } } }],
      },
      {
        ruleId: 'document/x/odd',
        locations: [{ physicalLocation: { artifactLocation: { uri: 'a%20%26%20b.xml' } } }],
      },
    ]);
    expect(JSON.stringify(run.results[1])).not.toContain('region');
  });

  it('terminal tells the first findings of a code and counts the rest', () => {
    const many = checked(
      'f.xml',
      Array.from({ length: 9 }, () => finding()),
    );
    const text = terminalFile(many, 'fr', false);
    expect(text.match(/faux/g)).toHaveLength(5);
    expect(text).toContain('… et 4 autre(s)');
    expect(terminalSummary(report, 'fr', false)).toContain('kit K-1 (le jeu de règles attend K-2)');
  });

  it('html and junit stay well formed whatever the file says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const hostile = {
          ...report,
          files: [checked(text, [finding({ says: { fr: text, en: text }, path: text })])],
        };
        expect(parseXml(Buffer.from(junitReport(hostile, 'fr'))).root.name).toBe('testsuites');
        const html = htmlReport(hostile, 'fr')
          .replace('<!doctype html>', '')
          .replace(/<(?:meta|br)[^>]*>/g, '');
        expect(parseXml(Buffer.from(html)).root.name).toBe('html');
      }),
      { numRuns: 200 },
    );
  });
});
