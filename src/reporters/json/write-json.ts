import type { ReportFile } from '../../domain/report.gen.ts';

/** The report body as canonical JSON: members sorted, two spaces, one final line feed. Same report, same bytes. */
export function writeJson(report: ReportFile): string {
  return `${JSON.stringify(sorted(report), null, 2)}\n`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  );
}
