import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const jar = '/usr/share/java/Saxon-HE.jar';

/** Why Saxon cannot run here, or undefined when it can. */
export function saxonMissing(): string | undefined {
  if (!existsSync(jar)) return `${jar} absent (Debian libsaxonhe-java)`;
  try {
    execFileSync('java', ['-version'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'no Java';
  }
}

export interface SaxonJudgement {
  /** Fired rules by `pattern rule` (indexes). */
  readonly fired: ReadonlyMap<string, number>;
  /** `A` failed or `E` error, pattern, rule, item, path; sorted. */
  readonly lines: readonly string[];
  readonly microseconds: number;
}

export interface SaxonJob {
  readonly directory: string;
  readonly sets: readonly { readonly id: string; readonly xslt: string; readonly systemId: string }[];
  readonly rebuilt: readonly { readonly suffix: string; readonly file: string }[];
  readonly documents: readonly { readonly file: string; readonly sets: readonly string[] }[];
}

export interface SaxonOutput {
  /** By `file set`. */
  readonly judgements: ReadonlyMap<string, SaxonJudgement | string>;
  readonly refused: ReadonlyMap<string, string>;
}

/** Compiles the driver and runs a whole job in one JVM. */
export function runSaxon(job: SaxonJob): SaxonOutput {
  const manifest = join(job.directory, 'manifest.tsv');
  const lines = job.sets.map((set) => {
    const file = join(job.directory, `${set.id}.xsl`);
    writeFileSync(file, set.xslt);
    return ['S', set.id, file, set.systemId].join('\t');
  });
  lines.push(...job.rebuilt.map((one) => ['R', one.suffix, one.file].join('\t')));
  lines.push(...job.documents.map((one) => ['D', one.file, one.sets.join(',')].join('\t')));
  writeFileSync(manifest, lines.join('\n'));
  const driver = join(import.meta.dirname, 'SaxonDriver.java');
  const output = execFileSync(
    'java',
    ['-Xmx2g', '-Xss8m', '-Dfile.encoding=UTF-8', '-cp', jar, driver, manifest],
    {
      maxBuffer: 1 << 30,
      encoding: 'utf8',
    },
  );
  return parseOutput(output);
}

function parseOutput(output: string): SaxonOutput {
  const judgements = new Map<string, SaxonJudgement | string>();
  const refused = new Map<string, string>();
  let fired = new Map<string, number>();
  let lines: string[] = [];
  for (const line of output.split('\n')) {
    const [kind = '', one = '', two = '', three = '', path = ''] = line.split('\t');
    if (kind === 'REFUSED') refused.set(one, two);
    else if (kind === 'FAILED') judgements.set(`${one}\t${two}`, three);
    else if (kind === 'BEGIN') {
      fired = new Map();
      lines = [];
      judgements.set(`${one}\t${two}`, { fired, lines, microseconds: Number(three) });
    } else if (kind === 'F') fired.set(`${one} ${two}`, (fired.get(`${one} ${two}`) ?? 0) + 1);
    else if (kind === 'A' || kind === 'E')
      lines.push([kind, one, two, three, path.replace(/Q\{[^}]*\}/g, '')].join(' '));
  }
  for (const judgement of judgements.values())
    if (typeof judgement !== 'string') (judgement.lines as string[]).sort();
  return { judgements, refused };
}
