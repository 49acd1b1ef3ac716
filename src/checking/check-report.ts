import type { CheckedFile, CheckReport } from '../domain/check-result.gen.ts';
import type { RulePackFile } from '../domain/rule-pack.gen.ts';
import type { KitGap } from '../formats/schematron/kit-catalogue.ts';
import { kitLacks } from './kit-lacks.ts';

/** Facts of a run of `segur check` that its report names. */
export interface CheckContext {
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly pack: RulePackFile;
  /** Version of the kit that was applied. */
  readonly kit?: string;
}

/**
 * The report on judged files, counts included; `gaps` are those of the kit that was applied. Pure: same files, same
 * report.
 */
export function checkReport(
  { asOf, pack, kit }: CheckContext,
  files: readonly CheckedFile[],
  gaps: readonly KitGap[] = [],
): CheckReport {
  return {
    format: 'segur-check/1',
    asOf,
    pack: {
      id: pack.id,
      title: pack.title,
      from: pack.from,
      ...(pack.until === undefined ? {} : { until: pack.until }),
    },
    ...(kit === undefined
      ? {}
      : { kit: { version: kit, expected: pack.kit, lacks: [...kitLacks(gaps, files)] } }),
    summary: summaryOf(files),
    files: [...files],
  };
}

function summaryOf(files: readonly CheckedFile[]): CheckReport['summary'] {
  const count = (outcome: CheckedFile['outcome']): number =>
    files.filter((file) => file.outcome === outcome).length;
  const findings = files.flatMap((file) => file.findings);
  return {
    files: files.length,
    pass: count('pass'),
    warn: count('warn'),
    fail: count('fail'),
    unexercised: count('unexercised'),
    unusable: count('unusable'),
    broken: count('broken'),
    ignored: count('ignored'),
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
  };
}
