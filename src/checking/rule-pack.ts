import type { JsonObject } from '../domain/json.ts';
import type { RulePackFile } from '../domain/rule-pack.gen.ts';
import { InputError } from '../domain/segur-error.ts';

/**
 * The pack in force on a day (`YYYY-MM-DD`): the newest whose interval holds it. Throws InputError `NO_RULE_PACK`
 * with the days that are covered.
 */
export function packInForce(packs: readonly RulePackFile[], day: string): RulePackFile {
  const covering = packs
    .filter((pack) => pack.from <= day && (pack.until === undefined || day <= pack.until))
    .sort((a, b) => (a.from < b.from ? 1 : -1));
  const [found] = covering;
  if (found !== undefined) return found;
  const known = [...packs]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map((pack) => `${pack.id} (${pack.from} → ${pack.until ?? '…'})`);
  throw new InputError('NO_RULE_PACK', `no rule pack is in force on ${day}`, {
    hint: `Jeux de règles connus : ${known.join(', ')}.`,
  });
}

/** True when the pack applies a check. */
export function packHolds(pack: RulePackFile, check: string): boolean {
  return pack.checks.some((pattern) => matches(pattern, check));
}

/** How deviations from a check are told at most in this pack; undefined where its clauses decide. */
export function packSeverity(pack: RulePackFile, check: string): 'warning' | 'note' | undefined {
  return pack.severity?.[check];
}

function matches(pattern: string, check: string): boolean {
  const [head = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return check === pattern;
  if (!check.startsWith(head)) return false;
  let at = head.length;
  for (const [index, part] of rest.entries()) {
    if (index === rest.length - 1) return check.length - part.length >= at && check.endsWith(part);
    const next = check.indexOf(part, at);
    if (next === -1) return false;
    at = next + part.length;
  }
  return true;
}

/** Options that the pack gives a check, if any. */
export function packOptions(pack: RulePackFile, check: string): JsonObject | undefined {
  return pack.options?.[check];
}
