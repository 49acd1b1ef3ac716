import type { Conduct } from '../conduct.ts';

/** One known vendor mistake: its sentence, the assertions it violates, and what it spoils. */
export interface Defaut {
  readonly fr: string;
  readonly en: string;
  readonly assertions: readonly string[];
  readonly conduct: Conduct;
}

export type Defauts = Readonly<Record<string, Defaut>>;

/** Writes a table row in one line. */
export function defaut(fr: string, en: string, assertions: readonly string[], conduct: Conduct): Defaut {
  return { fr, en, assertions, conduct };
}
