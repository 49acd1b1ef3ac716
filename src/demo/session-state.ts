import type { Conduct } from './conduct.ts';
import type { Session } from './sessions.ts';

/** Answer of `psc.etat-session`, read from the session alone. */
export function sessionState(
  session: Session | undefined,
  conduct: Conduct,
): Readonly<Record<string, string | boolean>> {
  const user = session?.user;
  if (user === undefined) return { connecte: false };
  const situations = user.psc?.identity.situations ?? [];
  const chosen = situations.find(({ structure }) => structure === user.structure);
  const entitled = user.psc === undefined || chosen !== undefined || conduct.fullRightsAlways === true;
  return {
    connecte: true,
    identifiantNational: user.psc?.identity.identifiantNational ?? user.account.identifiantNational,
    compte: user.account.key,
    nom: user.nom,
    choixSituationPropose: situations.length > 1 && conduct.firstSituationTaken !== true,
    droits: entitled ? 'complets' : 'limites',
    ...(user.structure === undefined ? {} : { structure: user.structure }),
    ...(chosen === undefined ? {} : { raisonSociale: chosen.raisonSociale }),
  };
}
