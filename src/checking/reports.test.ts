import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkedFile, checkFinding, sampleCheckReport } from '../../tests/builders/build-check-report.ts';
import type { CheckedFile, CheckReport } from '../domain/check-result.gen.ts';
import { parseXml } from '../formats/xml/parse-xml.ts';
import { outcomeOf } from './checked-file.ts';
import { htmlReport } from './report-html.ts';
import { jsonReport } from './report-json.ts';
import { junitReport } from './report-junit.ts';
import { sarifReport } from './report-sarif.ts';
import { terminalFile, terminalSummary } from './report-terminal.ts';

const finding = checkFinding;
const checked = checkedFile;

const report: CheckReport = sampleCheckReport();

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
      files: 8,
      pass: 1,
      warn: 1,
      fail: 2,
      unexercised: 1,
      unusable: 1,
      broken: 1,
      ignored: 1,
      errors: 4,
      warnings: 2,
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
    // bon, a & b, odd: x, y, z; kit: x, y, z and its rule; rien, absent, panne, notes: 1; the kit lacks 4.
    expect(xml).toContain('<testsuites name="segur check" tests="21" failures="2" errors="2">');
    expect(xml).toContain('<testsuite name="a &amp; b.xml" tests="3" failures="1" errors="0" skipped="2">');
    expect(xml).toContain('<system-out>warning odd: a &amp; b.xml');
    expect(xml).toContain('<testcase classname="rien.jwt" name="segur"><skipped');
  });

  it('sarif gives no line of the outer file to a finding of an inner one', () => {
    const [run] = (
      JSON.parse(sarifReport(report, 'fr', '1.0.0')) as { runs: [{ results: readonly unknown[] }] }
    ).runs;
    expect(run.results).toMatchObject([
      { ruleId: 'document/x/wrong' },
      {
        ruleId: 'document/x/wrong',
        locations: [{ physicalLocation: { region: { startLine: 9, startColumn: 5 } } }],
      },
      {
        ruleId: 'document/x/odd',
        locations: [{ physicalLocation: { artifactLocation: { uri: 'a%20%26%20b.xml' } } }],
      },
      { ruleId: 'document/x/told' },
      { ruleId: 'kit/CI-SIS_VOLET/P' },
      { ruleId: 'kit/CI-SIS_VOLET/P' },
      { ruleId: 'document/x/wrong' },
    ]);
    expect(JSON.stringify(run.results[2])).not.toContain('region');
  });

  it('terminal tells the first findings of a code and counts the rest', () => {
    const many = checked(
      'f.xml',
      Array.from({ length: 9 }, () => finding()),
    );
    const text = terminalFile(many, 'fr', false);
    expect(text.match(/faux/g)).toHaveLength(5);
    expect(text).toContain('… et 4 autres');
    expect(terminalSummary(report, 'fr', false)).toContain('kit K-1 (le jeu de règles attend K-2)');
  });

  it('names once what the kit did not allow to judge, in every format', () => {
    expect(report.kit?.lacks.map(({ kind, ruleSet, names }) => [kind, ruleSet, names])).toEqual([
      ['rules', 'CI-SIS_VOLET', ['include include/gone.sch']],
      ['value-set', 'CI-SIS_VOLET', ['include/voc-1.2-DYNAMIC.xml <- jeuxDeValeurs/JDV.xml']],
      ['terminology', 'CI-SIS_VOLET', ['2.16.840.1.113883.6.1']],
      ['expression', 'CI-SIS_VOLET', ['P: rule [XPST0017] no such function']],
    ]);
    for (const render of [
      (one: CheckReport) => junitReport(one, 'fr'),
      (one: CheckReport) => sarifReport(one, 'fr', '1.0.0'),
      (one: CheckReport) => htmlReport(one, 'fr'),
      (one: CheckReport) => terminalSummary(one, 'fr', false),
    ]) {
      for (const name of ['gone.sch', 'voc-1.2-DYNAMIC.xml', '2.16.840.1.113883.6.1', 'XPST0017'])
        expect(render(report).split(name)).toHaveLength(2);
    }
  });

  it('says nothing of a kit that judged no document', () => {
    expect(sampleCheckReport([checked('bon.xml', [])]).kit?.lacks).toEqual([]);
  });

  it('marks the sentence of the kit as French on an English page only', () => {
    expect(htmlReport(report, 'en')).toMatch(
      /Rule of the kit, in French: <q lang="fr">La valeur de l’élément/,
    );
    expect(htmlReport(report, 'fr')).not.toContain('lang="fr">La valeur');
    expect(terminalFile(checked('f', [...(report.files[2]?.findings ?? [])]), 'en', false)).toContain(
      'Rule of the kit, in French: La valeur',
    );
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
          .replace(/<meta[^>]*>/g, '');
        expect(parseXml(Buffer.from(html)).root.name).toBe('html');
      }),
      { numRuns: 200 },
    );
  });
});
