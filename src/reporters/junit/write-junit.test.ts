import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { describe, expect, it } from 'vitest';
import { hostile, sampleReport } from '../../../tests/builders/build-report.ts';
import { ended, planned, row, scenario } from '../../../tests/builders/build-sealed-run.ts';
import { writeJunit } from './write-junit.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inside: readonly string[];
}

/** Every element in order; throws when the text is not well-formed XML 1.0. */
function elements(xml: string): readonly Element[] {
  const found: Element[] = [];
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    found.push({ name, attributes, inside: [...open] });
    open.push(name);
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return found;
}

describe.each(['fr', 'en'] as const)('JUnit in %s', (lang) => {
  const report = sampleReport();
  const all = elements(writeJunit(report, lang));
  const named = (name: string): readonly Element[] => all.filter((one) => one.name === name);

  it('has one testcase per exigence and counts them right', () => {
    const exigences = report.chapitres.flatMap((chapitre) => chapitre.exigences);
    expect(named('testcase')).toHaveLength(exigences.length);
    const [suites] = named('testsuites');
    expect(suites?.attributes).toMatchObject({
      tests: String(exigences.length),
      failures: String(named('failure').length),
      errors: String(named('error').length),
    });
    const skipped = named('testsuite').map(({ attributes }) => Number(attributes['skipped']));
    expect(skipped.reduce((sum, one) => sum + one, 0)).toBe(named('skipped').length);
    expect(named('failure')).toHaveLength(exigences.filter((one) => one.verdict === 'non-conforme').length);
  });

  it('skips, and never passes, what is not decided', () => {
    const undecided = report.chapitres
      .flatMap((chapitre) => chapitre.exigences)
      .filter(({ verdict }) => !['conforme', 'non-conforme', 'indetermine'].includes(verdict));
    expect(undecided.length).toBeGreaterThan(0);
    expect(named('skipped')).toHaveLength(undecided.length);
  });
});

it('is well-formed whatever the software sent', () => {
  const xml = writeJunit(sampleReport(), 'fr');
  expect(xml).toContain('&lt;script&gt;alert(1)');
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  const report = sampleReport();
  for (const chapitre of report.chapitres) chapitre.title = { fr: `${hostile}\ufffe\uffff\t\n`, en: '' };
  expect(elements(writeJunit(report, 'fr')).length).toBeGreaterThan(5);
});

it('says the finding and its fix, and an error of the bench as an error', () => {
  expect(writeJunit(sampleReport(), 'fr')).toContain('-&gt; Envoyer eidas1');
  const broken = sampleReport({
    exigences: [planned('X')],
    scenarios: [scenario([row(['X.01.01'])])],
    recorded: [ended({ outcome: 'broken', bench: true, reason: 'no service' })],
  });
  const xml = writeJunit(broken, 'en');
  expect(elements(xml).filter(({ name }) => name === 'error')).toHaveLength(1);
  expect(xml).toContain('no service');
});
