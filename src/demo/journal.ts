import { createHash } from 'node:crypto';

/** One line of the trace of operations on accounts, kept apart from technical logs. */
export interface Trace {
  readonly date: string;
  readonly utilisateur: string;
  readonly nature: string;
  readonly resultat: string;
}

/** Technical log and login traces of the product; secrets are shown by the beginning of their hash. */
export class Journal {
  readonly #lines: { readonly at: number; readonly line: string }[] = [];
  readonly #traces: Trace[] = [];
  readonly #clear: boolean;
  readonly #traced: boolean;

  constructor(options: { readonly clear: boolean; readonly traced: boolean }) {
    this.#clear = options.clear;
    this.#traced = options.traced;
  }

  log(event: string, secrets: Readonly<Record<string, string | undefined>> = {}): void {
    const shown = Object.entries(secrets).map(([name, value]) => `${name}=${this.#show(value)}`);
    const now = new Date();
    this.#lines.push({ at: now.getTime(), line: [now.toISOString(), event, ...shown].join(' ') });
  }

  /** An attempt that failed before it told who made it is traced as `inconnu`. */
  trace(utilisateur: string | undefined, nature: string, resultat: string): void {
    if (!this.#traced) return;
    const who = utilisateur === undefined || utilisateur === '' ? 'inconnu' : utilisateur;
    this.#traces.push({ date: new Date().toISOString(), utilisateur: who, nature, resultat });
  }

  export(since: number): { readonly journaux: string; readonly traces: readonly Trace[] } {
    return {
      journaux: this.#lines
        .filter(({ at }) => at >= since)
        .map(({ line }) => line)
        .join('\n'),
      traces: this.#traces.filter(({ date }) => Date.parse(date) >= since),
    };
  }

  #show(value: string | undefined): string {
    if (value === undefined) return '-';
    if (this.#clear) return value;
    return `sha256:${createHash('sha256').update(value).digest('hex').slice(0, 12)}`;
  }
}
