import type { Check } from '../../../domain/check.ts';
import { idTokenRefusal } from './shared/refusal.ts';

/** An ID token of an unknown level is refused. */
export const check: Check = idTokenRefusal({
  title: {
    fr: 'Un jeton d’identité d’un niveau inconnu est refusé',
    en: 'An ID token of an unknown level is refused',
  },
  assertion: 'PSC-ID-11',
  clauses: [
    {
      source: 'PGSSI-S, Référentiel d’identification électronique, personnes physiques, v1.0',
      section: 'EXI 05',
      trust: 'V',
    },
  ],
  defect: {
    fr: 'un jeton d’identité dont acr n’est pas un niveau connu',
    en: 'an ID token whose acr is not a known level',
  },
  fix: {
    fr: 'Comparez acr à eidas1 (et aux niveaux supérieurs que vous connaissez) : aucune bibliothèque ne le fait à la place de l’application.',
    en: 'Compare acr with eidas1 (and with the higher levels that you know): no library does it in place of the application.',
  },
});
