import { describe, expect, it } from 'vitest';
import type { ReportFile, ReportRow } from '../domain/report.gen.ts';
import { exitCodeOfReport } from './exit-codes.ts';

const row = (outcome: ReportRow['outcome'], gravite: ReportRow['gravite'] = 'bloquante'): ReportRow =>
  ({ outcome, gravite }) as ReportRow;

const report = (value: string, rows: readonly ReportRow[], more: object = {}): ReportFile =>
  ({ verdict: { value }, run: { end: 'complete' }, rows, only: 'PSC', ...more }) as unknown as ReportFile;

describe('exitCodeOfReport', () => {
  it.each<[string, ReportFile, number]>([
    ['nothing failed within --only', report('INCOMPLET', [row('pass')]), 0],
    [
      'a human is awaited, all that blocks was exercised',
      report('EN_ATTENTE', [row('pass'), row('review')]),
      0,
    ],
    [
      'a row that only warns was not exercised',
      report('INCOMPLET', [row('pass'), row('unexercised', 'avertissement')]),
      0,
    ],
    ['a blocking row was not exercised', report('INCOMPLET', [row('pass'), row('unexercised')]), 2],
    ['nothing was judged', report('INCOMPLET', []), 2],
    ['the run was interrupted', report('INCOMPLET', [row('pass')], { run: { end: 'interrupted' } }), 2],
    ['without --only', report('INCOMPLET', [row('pass')], { only: undefined }), 2],
    ['something failed', report('NON_REFERENCABLE', [row('fail')]), 1],
    ['the bench broke', report('INDETERMINE', [row('error')]), 4],
    ['all holds', report('REFERENCABLE', [row('pass')]), 0],
  ])('%s', (_name, given, code) => {
    expect(exitCodeOfReport(given)).toBe(code);
  });
});
