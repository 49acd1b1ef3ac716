import { fillText, type Bilingual, type FieldValue } from '../domain/bilingual.ts';
import type { Check, FindingText } from '../domain/check.ts';
import type { Finding } from '../domain/finding.ts';
import { maskSecrets } from './mask-secrets.ts';

/** The sentences of a finding, its values filled in and secrets masked; a code without text says itself. */
export function findingText(check: Check, finding: Finding): FindingText {
  const text = check.findings[finding.code];
  const values: Readonly<Record<string, FieldValue>> = {
    ...(finding.expected === undefined ? {} : { expected: finding.expected }),
    ...(finding.actual === undefined ? {} : { actual: finding.actual }),
    ...finding.values,
  };
  const filled = (sentence: Bilingual | undefined): Bilingual => ({
    fr: maskSecrets(fillText(sentence?.fr ?? finding.code, values)),
    en: maskSecrets(fillText(sentence?.en ?? finding.code, values)),
  });
  return { says: filled(text?.says), fix: filled(text?.fix) };
}
