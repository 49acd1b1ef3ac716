import { coverage } from '../../catalogue/coverage.ts';
import { renderCoverage } from '../../catalogue/render-coverage.ts';
import { exitCodes } from '../exit-codes.ts';
import { langOption, textOption, type CommandOptions } from '../options.ts';
import { catalogueOf, loadWorkspace } from '../workspace.ts';

/** `segur coverage`: exigence by exigence, what is automated, assisted, attested, or not automated and why. */
export async function run(_args: readonly string[], options: CommandOptions): Promise<number> {
  const workspace = await loadWorkspace();
  const theme = textOption(options, 'theme');
  const dispositif = textOption(options, 'dispositif');
  const lines = coverage(catalogueOf(workspace, textOption(options, 'catalogue')), workspace.scenarios, {
    ...(theme === undefined ? {} : { theme }),
    ...(dispositif === undefined ? {} : { dispositif }),
  });
  process.stdout.write(
    options['json'] === true
      ? `${JSON.stringify(lines, null, 2)}\n`
      : `${renderCoverage(lines, langOption(options))}\n`,
  );
  return exitCodes.ok;
}
