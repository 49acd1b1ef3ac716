import type { Preuve } from '../../../../domain/preuve.ts';
import type { Hl7Time } from '../../../../formats/hl7-time/parse-hl7-time.ts';

/** The day on which a preuve is judged (`view.day`); undefined where nobody told it: checks have no clock. */
export function judgingDay({ view }: Preuve): string | undefined {
  if (typeof view !== 'object' || view === null || !('day' in view)) return undefined;
  return typeof view.day === 'string' && /^\d{4}-\d\d-\d\d$/.test(view.day) ? view.day : undefined;
}

/** True for a time of a later day; the next day is let pass, which has begun somewhere. */
export function isAfter({ digits }: Hl7Time, day: string): boolean {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000);
  return digits.length >= 8 && digits.slice(0, 8) > next.toISOString().slice(0, 10).replace(/-/g, '');
}
