import { existsSync } from 'node:fs';
import { makeDeck } from '../../catalogue/deck.ts';
import type { Deck } from '../../domain/deck.ts';
import type { Lang } from '../../domain/bilingual.ts';
import { exitCodes } from '../exit-codes.ts';
import { langOption, textOption, type CommandOptions } from '../options.ts';
import { loadWorkspace, readDossier } from '../workspace.ts';

/** `segur deck`: who is in the cast, so that a vendor can prepare accounts and an operator knows whom to play. */
export async function run(_args: readonly string[], options: CommandOptions): Promise<number> {
  const deck = makeDeck(await seedOf(options));
  const text =
    options['json'] === true ? `${JSON.stringify(deck, null, 2)}\n` : table(deck, langOption(options));
  process.stdout.write(text);
  return exitCodes.ok;
}

async function seedOf(options: CommandOptions): Promise<string> {
  const given = textOption(options, 'graine');
  if (given !== undefined) return given;
  const path = textOption(options, 'dossier') ?? 'segur.yaml';
  if (options['demo'] !== true && !existsSync(path)) return 'simulate';
  return readDossier(await loadWorkspace(), options).graine ?? 'simulate';
}

function table(deck: Deck, lang: Lang): string {
  const titles =
    lang === 'fr'
      ? { pro: 'Professionnels', patient: 'Patients', structure: 'Structures', seed: 'graine' }
      : { pro: 'Professionals', patient: 'Patients', structure: 'Structures', seed: 'seed' };
  const lines = [
    `${titles.pro} (${titles.seed} ${deck.seed})`,
    ...deck.professionnels.map(
      (pro) =>
        `  ${pro.role.padEnd(26)} ${pro.identifiantNational}  ${pro.civilite} ${pro.prenom} ${pro.nom}  ${pro.codeProfession}`,
    ),
    '',
    titles.patient,
    ...deck.patients.map(
      (patient) =>
        `  ${patient.role.padEnd(26)} ${patient.matricule}  ${patient.nomNaissance} ${patient.prenoms.join(' ')}  ${patient.sexe}  ${patient.dateNaissance}  ${patient.lieuNaissance}`,
    ),
    '',
    titles.structure,
    ...deck.structures.map(
      (one) => `  ${one.identifiant}  ${one.raisonSociale}  ${one.codePostal} ${one.commune}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
