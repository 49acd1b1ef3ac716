import { writeFileSync } from 'node:fs';
import { checkReport } from '../../checking/check-report.ts';
import { terminalFile, terminalSummary } from '../../checking/report-terminal.ts';
import type { Lang } from '../../domain/bilingual.ts';
import type { CheckedFile, CheckReport } from '../../domain/check-result.gen.ts';
import { InputError } from '../../domain/segur-error.ts';
import { checkExitCode } from '../check-exit-code.ts';
import { checkInputs, type CheckInputFile } from '../check-inputs.ts';
import { checkSettings } from '../check-settings.ts';
import type { ReadStdin } from '../judge-input.ts';
import { judgeInputsBy, type JudgeInputs } from '../judge-inputs.ts';
import { leaveWithReader } from '../leave-with-reader.ts';
import { formatOption, langOption, textOption, type CommandOptions } from '../options.ts';
import { packageVersion } from '../package-root.ts';
import { readStream } from '../read-input.ts';
import { watchInputs } from '../watch-inputs.ts';

const formats = ['terminal', 'json', 'junit', 'sarif', 'html'] as const;
type Format = (typeof formats)[number];

interface Output {
  readonly format: Format;
  readonly lang: Lang;
  /** File of `--out`. */
  readonly out: string | undefined;
}

/**
 * `segur check`: judges documents and messages handed in as files. Exit codes: 0 nothing failed, 1 errors found, 3 an
 * input or an option that cannot be used (the other files are judged all the same), 4 the bench failed.
 */
export async function run(args: readonly string[], options: CommandOptions): Promise<number> {
  const [format = 'terminal', ...more] = formatOption(options, formats);
  if (more.length > 0) {
    throw new InputError('FORMAT', 'segur check writes one format at a time', {
      hint: `Formats : ${formats.join(', ')}.`,
    });
  }
  leaveWithReader(process.stdout);
  const settings = await checkSettings(options);
  const output: Output = { format, lang: langOption(options), out: textOption(options, 'out') };
  const watch = options['watch'] === true;
  if (watch && args.includes('-')) {
    throw new InputError('WATCH_STDIN', 'standard input cannot be watched', {
      hint: 'Donnez un fichier ou un dossier.',
    });
  }
  const stdin = args.includes('-') ? await readStdin(output.lang) : undefined;
  const { judge, gaps } = judgeInputsBy(settings, stdin);
  const known = new Map<string, CheckedFile>();
  /** Judges what is new, and reports on all. */
  const once = async (
    changed: readonly CheckInputFile[],
    all: readonly CheckInputFile[],
  ): Promise<number> => {
    for (const file of await judged(judge, changed, output)) known.set(file.file, file);
    const files = all.flatMap(({ file }) => known.get(file) ?? []);
    const byKit = files.some(({ ruleSets }) => ruleSets.length > 0);
    const report = checkReport(settings.context, files, byKit ? await gaps() : []);
    await emit(report, output);
    return checkExitCode(report.summary);
  };
  if (watch) return watchInputs(args, once, output.lang);
  const inputs = checkInputs(args);
  return once(inputs, inputs);
}

async function judged(
  judge: JudgeInputs['judge'],
  inputs: readonly CheckInputFile[],
  output: Output,
): Promise<readonly CheckedFile[]> {
  const files: CheckedFile[] = [];
  const live = output.format === 'terminal' && output.out === undefined;
  for await (const file of judge(inputs)) {
    files.push(file);
    if (live) process.stdout.write(terminalFile(file, output.lang, hasColor()));
  }
  return files;
}

/** The terminal had each file as it came; every other way of telling comes whole. */
async function emit(report: CheckReport, output: Output): Promise<void> {
  const { format, lang, out } = output;
  if (out === undefined && format === 'terminal') {
    process.stdout.write(terminalSummary(report, lang, hasColor()));
    return;
  }
  const text = await render(report, output);
  if (out === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(out, text);
  } catch (cause) {
    throw new InputError('OUT', `${out} cannot be written`, { cause, at: { file: out } });
  }
  process.stderr.write(terminalSummary(report, lang, false));
}

/** A format is loaded when it is asked for. */
async function render(report: CheckReport, { format, lang }: Output): Promise<string> {
  switch (format) {
    case 'terminal':
      return (
        report.files.map((file) => terminalFile(file, lang, false)).join('') +
        terminalSummary(report, lang, false)
      );
    case 'json':
      return (await import('../../checking/report-json.ts')).jsonReport(report);
    case 'junit':
      return (await import('../../checking/report-junit.ts')).junitReport(report, lang);
    case 'sarif':
      return (await import('../../checking/report-sarif.ts')).sarifReport(report, lang, packageVersion());
    case 'html':
      return (await import('../../checking/report-html.ts')).htmlReport(report, lang);
  }
}

function hasColor(): boolean {
  return process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
}

async function readStdin(lang: Lang): Promise<ReadStdin> {
  if (process.stdin.isTTY) {
    process.stderr.write(
      lang === 'fr'
        ? 'Lecture de l’entrée standard… (Ctrl-D pour finir)\n'
        : 'Reading standard input… (Ctrl-D to end)\n',
    );
  }
  const bytes = await readStream(process.stdin);
  if (bytes === undefined) return 'FILE_TOO_LARGE';
  return bytes.length === 0 ? 'STDIN_EMPTY' : bytes;
}
