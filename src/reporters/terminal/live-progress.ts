import type { ChalkInstance } from 'chalk';
import type { Bilingual, Lang } from '../../domain/bilingual.ts';
import type { RunEvent } from '../../domain/run-event.ts';
import { visibleText } from '../../domain/visible-text.ts';

export interface LiveOptions {
  readonly lang: Lang;
  readonly chalk: ChalkInstance;
  readonly write: (text: string) => void;
  /** A terminal: the current step is rewritten in place. Elsewhere, one line per scenario. */
  readonly interactive: boolean;
  /** Settings and waits are told: a human has to act. */
  readonly attended: boolean;
}

const texts = {
  settings: { fr: 'À régler dans votre logiciel', en: 'To set in your software' },
  done: { fr: 'fait', en: 'done' },
  timeout: { fr: 'pas de réponse à temps', en: 'no answer in time' },
  unsupported: { fr: 'action absente du logiciel', en: 'action the software does not have' },
  skipped: { fr: 'passé', en: 'skipped' },
  aborted: { fr: 'interrompu', en: 'interrupted' },
  broken: { fr: 'en panne', en: 'broken' },
  sealed: { fr: 'Preuves scellées', en: 'Preuves sealed' },
} satisfies Record<string, Bilingual>;

/** Tells a run as it goes: one line per scenario, the running step where the terminal can rewrite it. */
export function liveProgress(options: LiveOptions): (event: RunEvent) => void {
  const { lang, chalk, write, interactive } = options;
  let current = '';
  let failedSteps: string[] = [];
  const clear = (): void => {
    if (interactive) write('\r\u001b[2K');
  };
  return (event) => {
    switch (event.kind) {
      case 'service-started':
        write(`${chalk.green('●')} ${event.title[lang]}\n`);
        if (options.attended && event.settings.length > 0) {
          write(
            `  ${texts.settings[lang]} :\n${event.settings.map((setting) => `    ${setting.label[lang]} : ${chalk.cyan(setting.value)}\n`).join('')}`,
          );
        }
        return;
      case 'preflight':
        for (const problem of event.problems) {
          const mark = problem.severity === 'blocking' ? chalk.red('✗') : chalk.yellow('!');
          write(
            `${mark} ${visibleText(problem.message[lang])}\n  ${chalk.cyan('→')} ${visibleText(problem.hint[lang])}\n`,
          );
        }
        return;
      case 'scenario-start':
        failedSteps = [];
        current = `[${event.index + 1}/${event.total}] ${event.title[lang]}`;
        if (interactive) write(chalk.dim(current));
        return;
      case 'step-start':
        if (!interactive || options.attended) return;
        clear();
        write(chalk.dim(`${current} · ${event.step}`));
        return;
      case 'step-end':
        if (event.end.outcome !== 'done') {
          const reason = firstLine(event.end.reason ?? '');
          failedSteps.push(
            `${event.step} ${texts[event.end.outcome][lang]}${reason === '' ? '' : ` : ${reason}`}`,
          );
        }
        return;
      case 'scenario-end':
        clear();
        write(
          `${event.complete ? chalk.green('✓') : chalk.yellow('…')} ${chalk.dim(current)}${failedSteps.length === 0 ? '' : chalk.yellow(` (${failedSteps[0] ?? ''})`)}\n`,
        );
        return;
      case 'warning':
        clear();
        write(`${chalk.yellow('!')} ${visibleText(event.text[lang])}\n`);
        return;
      case 'sealed':
        clear();
        write(
          `${chalk.green('●')} ${texts.sealed[lang]} : ${event.preuves} · ${chalk.dim(event.root.slice(0, 16))}\n`,
        );
        return;
      case 'run-start':
      case 'waiting':
      case 'exchange':
        return;
    }
  };
}

const longestReason = 160;

/** What a vendor's software, or a library, said of a failure, fit for one line of a terminal. */
function firstLine(reason: string): string {
  const line = visibleText(reason.split('\n', 1)[0] ?? '').trim();
  return line.length <= longestReason ? line : `${line.slice(0, longestReason)}…`;
}
