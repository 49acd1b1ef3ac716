import { readFileSync } from 'node:fs';
import chalk from 'chalk';
import { InputError } from '../../domain/segur-error.ts';
import { isTruncatedStore, openSealedRun } from '../../preuves/open-sealed-run.ts';
import { recoverStore } from '../../preuves/recover-store.ts';
import { writeJson } from '../../reporters/json/write-json.ts';
import { writeSummary } from '../../reporters/terminal/write-summary.ts';
import { exitCodeOfReport } from '../exit-codes.ts';
import { formatOption, langOption, textOption, type CommandOptions } from '../options.ts';
import { judgedReport, reportFormats, writeReports } from '../report-run.ts';
import { loadWorkspace } from '../workspace.ts';

/**
 * `segur verify <campagne>`: judges sealed preuves again, with neither software nor network. With `--out`, reports are
 * written; otherwise the report that came with the run, when there is one, must be the same byte for byte.
 */
export async function run(args: readonly string[], options: CommandOptions): Promise<number> {
  const lang = langOption(options);
  const directory = args[0] ?? '';
  const key = textOption(options, 'key');
  if (isTruncatedStore(directory)) {
    process.stderr.write(
      `${chalk.yellow('!')} ${directory} : ${lang === 'fr' ? 'campagne sans scellé, scellée maintenant comme interrompue par un arrêt brutal' : 'run without seal, sealed now as crashed'}\n`,
    );
    recoverStore(directory);
  }
  const sealed = openSealedRun(directory, key === undefined ? {} : { publicKeyPem: readKey(key) });
  const workspace = await loadWorkspace();
  const report = judgedReport(sealed, workspace.registry, workspace.schemas.file('report'));
  const out = textOption(options, 'out');
  if (out !== undefined)
    await writeReports(report, {
      run: sealed,
      folder: out,
      formats: formatOption(options, reportFormats),
      lang,
    });
  process.stdout.write(writeSummary(report, lang, chalk));
  process.stdout.write(`${comparison(directory, writeJson(report), lang)}\n`);
  process.stdout.write(`${signatureLine(sealed.signer, key, lang)}\n`);
  return exitCodeOfReport(report);
}

/** Who vouches for the preuves: a seal that nobody signed can be made anew by whoever holds the store. */
function signatureLine(signer: string | undefined, key: string | undefined, lang: 'fr' | 'en'): string {
  const fr = lang === 'fr';
  if (signer === undefined)
    return `  ${chalk.yellow('!')} ${fr ? 'Scellé non signé : il prouve l’intégrité, pas l’auteur.' : 'Unsigned seal: it proves integrity, not who made it.'}`;
  if (key === undefined)
    return `  ${chalk.yellow('!')} ${fr ? `Scellé signé par une clé que rien ne désigne (SHA256:${signer}) : donnez --key pour vérifier l’auteur.` : `Seal signed by a key that nothing names (SHA256:${signer}): give --key to verify who made it.`}`;
  return `  ${chalk.green('✓')} ${fr ? `Scellé signé par la clé attendue (SHA256:${signer}).` : `Seal signed by the expected key (SHA256:${signer}).`}`;
}

function comparison(directory: string, json: string, lang: 'fr' | 'en'): string {
  let before: string;
  try {
    before = readFileSync(`${directory}/report.json`, 'utf8');
  } catch {
    // The agency may be handed the preuves alone: there is then nothing to compare with.
    return lang === 'fr' ? '  Aucun report.json à comparer.' : '  No report.json to compare with.';
  }
  if (before === json)
    return `  ${chalk.green('✓')} ${lang === 'fr' ? 'Rapport identique, octet pour octet.' : 'Same report, byte for byte.'}`;
  return `  ${chalk.yellow('!')} ${
    lang === 'fr'
      ? 'Le rapport diffère de celui de la campagne : les contrôles ont changé de version, ou report.json a été modifié.'
      : 'The report differs from that of the run: checks changed version, or report.json was edited.'
  }`;
}

function readKey(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new InputError('KEY', `cannot read the public key ${path}`, {
      cause,
      hint: 'openssl pkey -in cle.pem -pubout',
    });
  }
}
