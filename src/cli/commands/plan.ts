import { randomUUID } from 'node:crypto';
import { buildPlan } from '../../catalogue/build-plan.ts';
import { renderPlan } from '../../catalogue/render-plan.ts';
import { exitCodes } from '../exit-codes.ts';
import { langOption, textOption, type CommandOptions } from '../options.ts';
import { catalogueOf, loadWorkspace, readDossier } from '../workspace.ts';

/** `segur plan`: what a run would do, and the reason of all it leaves out. */
export async function run(_args: readonly string[], options: CommandOptions): Promise<number> {
  const lang = langOption(options);
  const workspace = await loadWorkspace();
  const dossier = readDossier(workspace, options);
  const only = textOption(options, 'only');
  const plan = buildPlan({
    dossier,
    catalogue: catalogueOf(workspace, dossier.candidature.catalogue),
    scenarios: workspace.scenarios,
    seed: dossier.graine ?? randomUUID(),
    ...(only === undefined ? {} : { only }),
  });
  process.stdout.write(
    options['json'] === true ? `${JSON.stringify(plan, null, 2)}\n` : `${renderPlan(plan, lang)}\n`,
  );
  return exitCodes.ok;
}
