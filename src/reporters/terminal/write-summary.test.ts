import { Chalk } from 'chalk';
import { expect, it } from 'vitest';
import { sampleReport } from '../../../tests/builders/build-report.ts';
import { writeSummary } from './write-summary.ts';

const plain = new Chalk({ level: 0 });

it.each([
  ['fr', 'Non référençable selon le catalogue', 'Avertissements (ne décident pas)'],
  ['en', 'Not référençable according to the catalogue', 'Warnings (decide nothing)'],
] as const)(
  'ends with the verdict, after what failed, how to fix it, and warnings: %s',
  (lang, verdict, warnings) => {
    const text = writeSummary(sampleReport(), lang, plain);
    expect(text).toContain('test/essai/told');
    expect(text).toContain('→');
    expect(text.indexOf(warnings)).toBeGreaterThan(0);
    expect(text.lastIndexOf(verdict)).toBeGreaterThan(text.indexOf(warnings));
  },
);

it('lets the software neither drive the terminal nor write lines of its own', () => {
  const report = sampleReport();
  for (const row of report.rows) {
    for (const finding of row.findings) finding.says = { fr: 'a\n  ✓ faked\u001b[2J', en: 'a' };
  }
  const text = writeSummary(report, 'fr', plain);
  expect(text).not.toContain('\u001b');
  expect(text).toContain('a ✓ faked\\u{1b}[2J');
});
