/** What `--only` may name about one thing of the plan. */
export interface OnlySubject {
  /** Exigence and scenario ids. */
  readonly ids: readonly string[];
  /** Preuve ids: named whole, because the REM gives some of them the prefix of another exigence. */
  readonly preuves?: readonly string[];
  readonly chapitre?: string;
  readonly theme?: string;
}

/**
 * The test behind `--only`: an id or the prefix of one up to a separator (`PSC`, `PSC.01`, `psc/connexion-web`),
 * a theme, a chapitre, or a glob with `*`. Several are separated by commas; one that holds is enough.
 */
export function onlyFilter(only: string): (subject: OnlySubject) => boolean {
  const tests = only
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(oneTest);
  return (subject) => tests.some((test) => test(subject));
}

function oneTest(text: string): (subject: OnlySubject) => boolean {
  const wanted = fold(text);
  const named = wanted.includes('*') ? glob(wanted) : (id: string): boolean => startsAt(id, wanted);
  const whole = wanted.includes('*') ? named : (id: string): boolean => id === wanted;
  return ({ ids, preuves = [], chapitre, theme }) =>
    ids.some((id) => named(fold(id))) ||
    preuves.some((id) => whole(fold(id))) ||
    (chapitre !== undefined && named(fold(chapitre))) ||
    (theme !== undefined && named(fold(theme)));
}

function fold(id: string): string {
  const text = id.toLowerCase();
  return text.startsWith('sc.') ? text.slice(3) : text;
}

function startsAt(id: string, prefix: string): boolean {
  if (!id.startsWith(prefix)) return false;
  const next = id[prefix.length];
  return next === undefined || './-~'.includes(next) || './'.includes(prefix.at(-1) ?? '');
}

function glob(pattern: string): (id: string) => boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(`^${parts.join('.*')}$`);
  return (id) => expression.test(id);
}
