import { openSealedRun } from '../../preuves/open-sealed-run.ts';
import { exitCodes } from '../exit-codes.ts';
import { formatOption, langOption, textOption, type CommandOptions } from '../options.ts';
import { judgedReport, reportFormats, writeReports } from '../report-run.ts';
import { loadWorkspace } from '../workspace.ts';

/** `segur report <campagne>`: writes the reports of a sealed run again, in the formats and the language asked for. */
export async function run(args: readonly string[], options: CommandOptions): Promise<number> {
  const directory = args[0] ?? '';
  const sealed = openSealedRun(directory);
  const workspace = await loadWorkspace();
  const report = judgedReport(sealed, workspace.registry, workspace.schemas.file('report'));
  const written = await writeReports(report, {
    run: sealed,
    folder: textOption(options, 'out') ?? directory,
    formats: formatOption(options, reportFormats),
    lang: langOption(options),
  });
  process.stdout.write(`${written.join('\n')}\n`);
  return exitCodes.ok;
}
