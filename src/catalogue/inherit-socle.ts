import type { ExigenceEntry } from '../domain/exigences.gen.ts';
import type { Exigence } from '../domain/plan.ts';
import type { Problem } from './problem.ts';
import type { SourceLocation } from '../domain/segur-error.ts';

const needed = ['vague', 'arbitrage', 'profil', 'nature', 'chapitre', 'title'] as const;

/**
 * The entry of a dispositif completed by its socle, field by field where it is empty: obsolete when the socle is,
 * its own scenarios replace the socle's (referencing, socle inheritance).
 */
export function inheritSocle(own: ExigenceEntry, socle: ExigenceEntry | undefined): ExigenceEntry {
  if (socle === undefined) return own;
  const merged: ExigenceEntry = { ...socle, ...own };
  return socle.arbitrage === 'obsolete' ? { ...merged, arbitrage: 'obsolete' } : merged;
}

/** The exigence of a completed entry, or a problem for each member that neither it nor its socle gives. */
export function exigenceOf(
  entry: ExigenceEntry,
  dispositif: string,
  at: SourceLocation,
): { readonly exigence?: Exigence; readonly problems: readonly Problem[] } {
  const { vague, arbitrage, profil, nature, chapitre, title } = entry;
  if (
    vague === undefined ||
    arbitrage === undefined ||
    profil === undefined ||
    nature === undefined ||
    chapitre === undefined ||
    title === undefined
  ) {
    const missing = needed.filter((key) => entry[key] === undefined);
    return {
      problems: missing.map((key) => ({
        code: 'MISSING_KEY',
        message: `exigence ${entry.id} of ${dispositif} has no "${key}", nor has its socle`,
        at,
      })),
    };
  }
  const exigence: Exigence = {
    id: entry.id,
    officialIds: entry.officialIds ?? [],
    dispositif,
    vague,
    arbitrage,
    profil,
    ...(entry.condition === undefined ? {} : { condition: entry.condition }),
    nature,
    negative: entry.negative ?? false,
    chapitre,
    title,
    clauses: (entry.clauses ?? []).map(({ source, section, trust, url }) => ({
      source,
      trust,
      ...(section === undefined ? {} : { section }),
      ...(url === undefined ? {} : { url }),
    })),
    scenarios: (entry.scenarios ?? []).map(({ id, alternative, option, preuves }) => ({
      id,
      ...(alternative === undefined ? {} : { alternative }),
      ...(option === undefined ? {} : { option }),
      preuves: preuves.map((preuve) => ({
        id: preuve.id,
        nature: preuve.nature,
        automation: preuve.automation,
        ...(preuve.pourquoi === undefined ? {} : { pourquoi: preuve.pourquoi }),
        ...(preuve.certificat === undefined ? {} : { certificat: preuve.certificat }),
      })),
    })),
  };
  return { exigence, problems: [] };
}
