import type { CheckReport } from '../domain/check-result.gen.ts';

/** The report as schemas/check-result.schema.json describes it; same report, same bytes. */
export function jsonReport(report: CheckReport): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
