import { existsSync } from 'node:fs';
import { explain } from '../../catalogue/explain.ts';
import { renderExplanation } from '../../catalogue/render-explanation.ts';
import { exitCodes } from '../exit-codes.ts';
import { langOption, textOption, type CommandOptions } from '../options.ts';
import { catalogueOf, loadWorkspace, readDossier } from '../workspace.ts';

/** `segur explain <id>`: what it is, whether it applies and why, by which clause, how to fix it. */
export async function run(args: readonly string[], options: CommandOptions): Promise<number> {
  const lang = langOption(options);
  const workspace = await loadWorkspace();
  const hasDossier = options['demo'] === true || existsSync(textOption(options, 'dossier') ?? 'segur.yaml');
  const dossier = hasDossier ? readDossier(workspace, options) : undefined;
  const catalogue = catalogueOf(workspace, dossier?.candidature.catalogue);
  const explanations = explain(args[0] ?? '', {
    workspace,
    catalogue,
    ...(dossier === undefined ? {} : { dossier }),
  });
  process.stdout.write(`${explanations.map((one) => renderExplanation(one, lang)).join('\n\n')}\n`);
  return exitCodes.ok;
}
