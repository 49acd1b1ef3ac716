import { describe, expect, it } from 'vitest';
import { sampleReport } from '../../../tests/builders/build-report.ts';
import { ended, planned, row, scenario } from '../../../tests/builders/build-sealed-run.ts';
import { writeSarif } from './write-sarif.ts';

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly kind: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation?: {
      readonly artifactLocation: { readonly uri: string };
      readonly region?: object;
    };
    readonly logicalLocations: readonly { readonly fullyQualifiedName: string }[];
  }[];
}

interface Run {
  readonly tool: {
    readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] };
  };
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[];
  }[];
  readonly results: readonly Result[];
}

function run(text: string): Run {
  const log = JSON.parse(text) as { readonly version: string; readonly runs: readonly Run[] };
  const [only] = log.runs;
  if (log.version !== '2.1.0' || only === undefined || log.runs.length !== 1)
    throw new Error('not one SARIF run');
  return only;
}

const broken = [ended({ outcome: 'broken', bench: true, reason: 'no service' })];
const narrow = { exigences: [planned('X')], scenarios: [scenario([row(['X.01.01'])])] };

describe('the members that SARIF 2.1.0 requires', () => {
  const report = sampleReport();
  const { tool, invocations, results } = run(writeSarif(report, 'fr'));

  it('names the tool, and each rule once (3.19.2, 3.19.23)', () => {
    expect(tool.driver.name).toBe('segur');
    const ids = tool.driver.rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has a result per finding, with text, and the index of its rule (3.27.5, 3.27.6, 3.27.11)', () => {
    expect(results.length).toBeGreaterThanOrEqual(report.rows.flatMap((one) => one.findings).length);
    for (const result of results) {
      expect(tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
      expect(result.message.text).not.toBe('');
    }
  });

  it('gives level none to what is no failure, and to nothing else (3.27.9, 3.27.10)', () => {
    expect(new Set(results.map(({ kind }) => kind))).toEqual(new Set(['fail', 'review']));
    for (const { kind, level } of results) expect(level === 'none').toBe(kind !== 'fail');
  });

  it('places a result in the bytes that show it', () => {
    const sha256 = report.preuves[0]?.blobs['request'] ?? '';
    const [place] = results.find(({ ruleId }) => ruleId === 'test/told/not-so')?.locations ?? [];
    expect(place?.physicalLocation).toEqual({
      artifactLocation: { uri: `blobs/${sha256.slice(0, 2)}/${sha256}` },
      region: { startLine: 3 },
    });
    expect(place?.logicalLocations[0]?.fullyQualifiedName).toMatch(/^test\/essai#faire\/p-000001\/header\./);
  });

  it('says whether the run succeeded (3.20.14)', () => {
    expect(invocations).toMatchObject([{ executionSuccessful: true, toolExecutionNotifications: [] }]);
  });
});

it('tells a time-out, which is a failure without finding', () => {
  const { results } = run(
    writeSarif(sampleReport({ ...narrow, recorded: [ended({ outcome: 'timeout' })] }), 'en'),
  );
  expect(results).toMatchObject([{ ruleId: 'test/finds-nothing', level: 'error', kind: 'fail' }]);
  expect(results[0]?.message.text).toContain('Time-out');
});

it('tells an error of the bench as a notification, never as a result', () => {
  const { results, invocations } = run(writeSarif(sampleReport({ ...narrow, recorded: broken }), 'en'));
  expect(results).toEqual([]);
  expect(invocations[0]?.executionSuccessful).toBe(false);
  expect(invocations[0]?.toolExecutionNotifications[0]?.message.text).toContain('no service');
});
