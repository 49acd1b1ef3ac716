import type { Lang } from '../domain/bilingual.ts';
import { InputError } from '../domain/segur-error.ts';

/** Options as commander gives them. */
export type CommandOptions = Readonly<Record<string, unknown>>;

/** `--lang`; throws InputError on another language. */
export function langOption(options: CommandOptions): Lang {
  const lang = options['lang'] ?? 'fr';
  if (lang === 'fr' || lang === 'en') return lang;
  throw new InputError('LANG', `--lang ${JSON.stringify(lang)} is not known`, {
    hint: 'Choisissez fr ou en.',
  });
}

/** A text option, absent when it was not given. */
export function textOption(options: CommandOptions, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** `--format a,b`; throws InputError naming the formats that exist. */
export function formatOption<F extends string>(options: CommandOptions, known: readonly F[]): readonly F[] {
  const asked = (textOption(options, 'format') ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return asked.map((name) => {
    const format = known.find((one) => one === name);
    if (format !== undefined) return format;
    throw new InputError('FORMAT', `--format ${name} is not known`, {
      hint: `Formats : ${known.join(', ')}.`,
    });
  });
}
