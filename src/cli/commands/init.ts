import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cancel, intro, isCancel, multiselect, outro, select, text } from '@clack/prompts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { renderDossier, type DossierAnswers } from '../../catalogue/render-dossier.ts';
import type { Lang } from '../../domain/bilingual.ts';
import type { JsonSchema } from '../../domain/json.ts';
import { InputError } from '../../domain/segur-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { langOption, textOption, type CommandOptions } from '../options.ts';
import { packageRoot } from '../package-root.ts';
import { catalogueOf, loadWorkspace } from '../workspace.ts';

const pilotes = ['attended', 'http', 'command', 'browser'] as const;

/** `segur init`: writes a commented dossier; asks on a terminal what the options do not say. */
export async function run(_args: readonly string[], options: CommandOptions): Promise<number> {
  const lang = langOption(options);
  const path = textOption(options, 'out') ?? 'segur.yaml';
  if (existsSync(path) && options['force'] !== true) {
    throw new InputError('INIT_EXISTS', `${path} exists`, {
      at: { file: path },
      hint: 'Nommez un autre fichier avec --out, ou remplacez-le avec --force.',
    });
  }
  const workspace = await loadWorkspace();
  const catalogue = catalogueOf(workspace, undefined);
  const answers = await answersOf(options, catalogue, lang);
  if (answers === undefined) return exitCodes.usage;
  const dossierSchema = JSON.parse(
    readFileSync(join(packageRoot(), 'schemas', 'dossier.schema.json'), 'utf8'),
  ) as JsonSchema;
  writeFileSync(
    path,
    renderDossier(answers, { dossierSchema, registry: workspace.registry, catalogue, lang }),
  );
  process.stdout.write(
    `${path}\n${lang === 'fr' ? 'Ensuite : segur plan, puis segur run.' : 'Next: segur plan, then segur run.'}\n`,
  );
  return exitCodes.ok;
}

async function answersOf(
  options: CommandOptions,
  catalogue: Catalogue,
  lang: Lang,
): Promise<DossierAnswers | undefined> {
  const missing = ['nom', 'solutionVersion', 'editeur', 'dispositif'].filter(
    (name) => textOption(options, name) === undefined,
  );
  if (missing.length > 0 && process.stdin.isTTY && process.stdout.isTTY)
    return prompted(options, catalogue, lang);
  if (missing.length > 0) {
    const flags = missing.map((name) => `--${name.replace('solutionVersion', 'solution-version')}`);
    throw new InputError('INIT_ANSWERS', `missing: ${flags.join(', ')}`, {
      hint: 'Donnez ces options, ou lancez segur init dans un terminal.',
    });
  }
  return checked(
    {
      nom: textOption(options, 'nom') ?? '',
      version: textOption(options, 'solutionVersion') ?? '',
      editeur: textOption(options, 'editeur') ?? '',
      dispositif: textOption(options, 'dispositif') ?? '',
      vague: textOption(options, 'vague') === '1' ? 1 : 2,
      profils: (textOption(options, 'profils') ?? 'Général').split(',').map((one) => one.trim()),
      pilote: piloteOf(textOption(options, 'pilote') ?? 'attended'),
      services: { psc: {} },
    },
    catalogue,
  );
}

function piloteOf(name: string): DossierAnswers['pilote'] {
  const found = pilotes.find((one) => one === name);
  if (found !== undefined) return found;
  throw new InputError('INIT_PILOTE', `--pilote ${name} is not known`, {
    hint: `Sortes : ${pilotes.join(', ')}.`,
  });
}

function checked(answers: DossierAnswers, catalogue: Catalogue): DossierAnswers {
  if (answers.dispositif in catalogue.dispositifs) return answers;
  throw new InputError('INIT_DISPOSITIF', `no dispositif ${answers.dispositif} in ${catalogue.id}`, {
    hint: `Dispositifs : ${Object.keys(catalogue.dispositifs).join(', ')}.`,
  });
}

async function prompted(
  options: CommandOptions,
  catalogue: Catalogue,
  lang: Lang,
): Promise<DossierAnswers | undefined> {
  const fr = lang === 'fr';
  const profils = [...new Set(catalogue.exigences.map(({ exigence }) => exigence.profil))].sort();
  intro(fr ? 'Dossier de candidature' : 'Candidature file');
  const ask = async (message: string, given: string | undefined): Promise<string | undefined> => {
    if (given !== undefined) return given;
    const answer = await text({
      message,
      validate: (value) => ((value ?? '').trim() === '' ? (fr ? 'Nécessaire' : 'Needed') : undefined),
    });
    return isCancel(answer) ? undefined : answer.trim();
  };
  const nom = await ask(fr ? 'Nom de la solution' : 'Name of the solution', textOption(options, 'nom'));
  const version = nom && (await ask('Version', textOption(options, 'solutionVersion')));
  const editeur = version && (await ask(fr ? 'Éditeur' : 'Vendor', textOption(options, 'editeur')));
  if (!nom || !version || !editeur) {
    stopped(fr);
    return;
  }
  const dispositif = await select({
    message: 'Dispositif',
    options: Object.entries(catalogue.dispositifs).map(([value, { title }]) => ({
      value,
      label: `${value}  ${title[lang]}`,
    })),
  });
  if (isCancel(dispositif)) {
    stopped(fr);
    return;
  }
  const declared = await multiselect({
    message: fr ? 'Profils déclarés' : 'Declared profils',
    options: profils.map((value) => ({ value, label: value })),
    initialValues: ['Général'],
  });
  if (isCancel(declared)) {
    stopped(fr);
    return;
  }
  const pilote = await select({
    message: fr ? 'Comment agir sur votre logiciel ?' : 'How to act on your software?',
    options: [
      {
        value: 'attended' as const,
        label: fr ? 'Une personne agit, le banc observe' : 'A person acts, the bench watches',
      },
      {
        value: 'http' as const,
        label: fr
          ? 'Votre logiciel expose le contrat de pilotage'
          : 'Your software exposes the pilotage contract',
      },
      {
        value: 'command' as const,
        label: fr ? 'Une commande fait agir votre logiciel' : 'A command makes your software act',
      },
      {
        value: 'browser' as const,
        label: fr ? 'Un navigateur rejoue des étapes enregistrées' : 'A browser replays recorded steps',
      },
    ],
  });
  if (isCancel(pilote)) {
    stopped(fr);
    return;
  }
  outro(fr ? 'Écrit.' : 'Written.');
  return { nom, version, editeur, dispositif, vague: 2, profils: declared, pilote, services: { psc: {} } };
}

function stopped(fr: boolean): undefined {
  cancel(fr ? 'Rien n’a été écrit.' : 'Nothing was written.');
  return undefined;
}
