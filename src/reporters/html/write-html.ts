import type { Lang } from '../../domain/bilingual.ts';
import type { ReportFile } from '../../domain/report.gen.ts';

/** One self-contained page. */
export function writeHtml(report: ReportFile, lang: Lang): string {
  return `<!doctype html><html lang="${lang}"><title>${report.verdict.value}</title></html>`;
}
