import { Command, CommanderError } from 'commander';
import { exitCodes } from './exit-codes.ts';
import { packageVersion } from './package-root.ts';

interface CommandModule {
  readonly run: (args: readonly string[], options: Readonly<Record<string, unknown>>) => Promise<number>;
}

/** Loaded when the command runs: the cold start of `segur --version` pays for none of them. */
const load: Readonly<Record<string, () => Promise<CommandModule>>> = {
  run: () => import('./commands/run.ts'),
  verify: () => import('./commands/verify.ts'),
  report: () => import('./commands/report.ts'),
  plan: () => import('./commands/plan.ts'),
  explain: () => import('./commands/explain.ts'),
  coverage: () => import('./commands/coverage.ts'),
  init: () => import('./commands/init.ts'),
  deck: () => import('./commands/deck.ts'),
  simulate: () => import('./commands/simulate.ts'),
  check: () => import('./commands/check.ts'),
};

/** Entry of the `segur` command: sets the process exit code (docs: README, "Codes de sortie") and never throws. */
export async function main(argv: readonly string[]): Promise<void> {
  const program = build();
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    if (error instanceof CommanderError)
      process.exitCode = error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    else process.exitCode = await printed(error);
  }
}

/** Loaded when there is an error to print. */
async function printed(error: unknown): Promise<number> {
  const { printError } = await import('./print-error.ts');
  return printError(error);
}

function build(): Command {
  const program = new Command('segur')
    .description(
      'Prouve la conformité d’un logiciel de santé au Ségur numérique : joue les services nationaux, enregistre, juge.',
    )
    .version(packageVersion(), '-V, --version', 'affiche la version')
    .helpOption('-h, --help', 'affiche cette aide')
    .helpCommand('help [commande]', 'affiche l’aide d’une commande')
    .configureHelp({ showGlobalOptions: false })
    .showSuggestionAfterError()
    .exitOverride();

  withDossier(
    add(program, 'run', 'exerce le logiciel, scelle les preuves, rend le verdict')
      .option('--demo', 'exerce le LPS de démonstration au lieu d’un dossier')
      .option('--defaut <id>', 'avec --demo : active une erreur connue d’éditeur')
      .option(
        '--dispositif <code>',
        'avec --demo : juge le LPS de démonstration comme LGC, RIS, SGL, DPI, PFI ou DB',
      )
      .option('--temps-reel', 'avec --demo : sans accélérer le temps du LPS de démonstration')
      .option('--list-defauts', 'liste les défauts du LPS de démonstration, un id par ligne')
      .option('--only <filtre>', 'n’exerce que ce thème, cet id, ce scénario (préfixe ou motif *)')
      .option('--host <adresse>', 'adresse d’écoute des simulateurs', '127.0.0.1')
      .option('--sign <clé>', 'signe le scellé avec cette clé privée Ed25519 (PEM)')
      .option('--quiet', 'n’affiche que le verdict'),
  )
    .option('--out <dossier>', 'où écrire la campagne (défaut : reports/<id>)')
    .option('--pki <dossier>', 'où garder l’autorité de test (défaut : .segur/pki)')
    .option('--format <liste>', 'rapports à écrire : json,junit,sarif,html', 'json,junit,html')
    .addHelpText(
      'after',
      examples('segur run --demo', 'segur run --demo --defaut acr-absent', 'segur run --only PSC --lang en'),
    );

  add(program, 'verify <campagne>', 'rejuge des preuves scellées, sans logiciel ni réseau')
    .option('--out <dossier>', 'où écrire les rapports (défaut : à côté, sans rien écraser)')
    .option('--format <liste>', 'rapports à écrire : json,junit,sarif,html', 'json')
    .option('--lang <langue>', 'fr ou en', 'fr')
    .option('--key <clé>', 'clé publique Ed25519 (PEM) qui doit avoir signé le scellé')
    .addHelpText('after', examples('segur verify reports/2026-11-25-demo'));

  add(program, 'report <campagne>', 'réécrit les rapports d’une campagne scellée')
    .option('--out <dossier>', 'où écrire')
    .option('--format <liste>', 'json,junit,sarif,html', 'html')
    .option('--lang <langue>', 'fr ou en', 'fr')
    .addHelpText('after', examples('segur report reports/2026-11-25-demo --format html --lang en'));

  withDossier(add(program, 'plan', 'dit ce qui sera exercé, et pourquoi le reste ne l’est pas'))
    .option('--demo', 'avec le dossier de démonstration')
    .option('--dispositif <code>', 'avec --demo : comme pour run')
    .option('--only <filtre>', 'comme pour run')
    .option('--json', 'plan complet en JSON')
    .addHelpText('after', examples('segur plan', 'segur plan --only PSC --json'));

  withDossier(
    add(
      program,
      'explain <id>',
      'explique une exigence, un contrôle, une faute, un scénario, un code de constat',
    ),
  )
    .option('--demo', 'avec le dossier de démonstration')
    .addHelpText('after', examples('segur explain PSC.08', 'segur explain psc/id-token-wrong-iss'));

  withDossier(add(program, 'coverage', 'dit, exigence par exigence, ce qui est automatisé ou pourquoi non'))
    .option('--theme <thème>', 'PSC, INS...')
    .option('--dispositif <code>', 'LGC, RIS, SGL, DPI, PFI, DB')
    .option('--catalogue <id>', 'catalogue')
    .option('--json', 'en JSON')
    .addHelpText(
      'after',
      examples('segur coverage --theme PSC', 'segur coverage --theme INS --dispositif LGC'),
    );

  add(program, 'init', 'écrit un dossier segur.yaml commenté')
    .option('--out <fichier>', 'fichier à écrire', 'segur.yaml')
    .option('--force', 'remplace un fichier existant')
    .option('--nom <nom>', 'nom de la solution')
    .option('--solution-version <version>', 'version de la solution')
    .option('--editeur <nom>', 'éditeur')
    .option('--dispositif <code>', 'LGC, RIS, SGL, DPI, PFI, DB')
    .option('--vague <n>', '1 ou 2')
    .option('--profils <liste>', 'profils déclarés, séparés par des virgules')
    .option('--pilote <sorte>', 'attended, http, command ou browser')
    .option('--pilote-url <url>', 'adresse du pilotage http')
    .addHelpText(
      'after',
      examples(
        'segur init',
        'segur init --nom MonLGC --solution-version 4.2 --editeur ACME --dispositif LGC --pilote attended',
      ),
    );

  withDossier(add(program, 'deck', 'liste la distribution de test : professionnels, patients, structures'))
    .option('--demo', 'avec le dossier de démonstration')
    .option('--graine <graine>', 'graine de la distribution')
    .option('--json', 'en JSON')
    .addHelpText('after', examples('segur deck --graine matin'));

  withDossier(
    add(
      program,
      'simulate <service>',
      'sert un service national toute la journée, journal et constats en direct',
    ),
  )
    .option('--host <adresse>', 'adresse d’écoute', '127.0.0.1')
    .option('--port <n>', 'port principal')
    .option('--graine <graine>', 'graine de la distribution', 'simulate')
    .option('--fault <id...>', 'faute armée dès le départ')
    .option('--answer <code>', 'insi : code de la prochaine réponse')
    .option('--control-port <n>', 'port de la petite API de commande')
    .option('--pki <dossier>', 'où garder l’autorité de test', '.segur/pki')
    .option('--quiet', 'sans journal')
    .addHelpText('after', examples('segur simulate psc', 'segur simulate insi --answer 02'));

  add(
    program,
    'check <fichiers...>',
    'juge des documents : CDA, IHE_XDM.zip, HL7v2, PDF, courriel, SAML, JWT, FHIR',
  )
    .option('--as <sorte>', 'force la sorte de document')
    .option('--patient <fichier>', 'traits attendus (JSON)')
    .option('--kit <dossier>', 'kit TestContenuCDA de l’ANS (ou SEGUR_CDA_KIT)')
    .option('--as-of <date>', 'règles en vigueur à cette date (AAAA-MM-JJ)')
    .option('--format <format>', 'terminal, json, junit, sarif ou html', 'terminal')
    .option('--out <fichier>', 'écrit le résultat dans un fichier')
    .option('--lang <langue>', 'fr ou en', 'fr')
    .option('--jobs <n>', 'processus en parallèle')
    .option('--watch', 'rejuge à chaque modification')
    .addHelpText(
      'after',
      examples(
        'segur check documents/*.xml',
        'segur check IHE_XDM.zip --patient patient.json',
        'cat message.hl7 | segur check -',
      ),
    );
  return program;
}

function add(program: Command, usage: string, description: string): Command {
  const name = usage.split(' ')[0] ?? usage;
  return program
    .command(usage)
    .description(description)
    .exitOverride()
    .action(async (...received: unknown[]) => {
      const command = received.at(-1) as Command;
      const module = await load[name]?.();
      if (module === undefined) throw new Error(`command ${name} has no module`);
      process.exitCode = await module.run(command.args, command.opts());
    });
}

function withDossier(command: Command): Command {
  return command
    .option('-d, --dossier <fichier>', 'dossier de candidature', 'segur.yaml')
    .option('--lang <langue>', 'fr ou en', 'fr');
}

function examples(...lines: readonly string[]): string {
  return `\nExemples :\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`;
}
