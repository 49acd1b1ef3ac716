import type { FindingText } from '../../../../domain/check.ts';

/** Texts of a finding: what it says in French and English, then what to change in French and English. */
export function sentences(fr: string, en: string, fixFr: string, fixEn: string): FindingText {
  return { says: { fr, en }, fix: { fr: fixFr, en: fixEn } };
}
