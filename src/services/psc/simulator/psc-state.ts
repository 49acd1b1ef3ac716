import type { JsonObject } from '../../../domain/json.ts';
import { InputError } from '../../../domain/segur-error.ts';

/** State asked by a step; times in virtual seconds. */
export interface PscState {
  readonly identifiantNational?: string;
  readonly approbation: 'auto' | 'page' | 'refus' | 'jamais';
  /** The portal shows the callback address instead of sending the browser there: the client never gets it. */
  readonly retenirRappel: boolean;
  readonly moyen: 'CARD' | 'ECPS';
  readonly variantes: readonly string[];
  readonly userinfo: 'json' | 'jwt';
  readonly cnf: 'rfc8705' | 'base64-hex';
  readonly jetons: {
    readonly acces: number;
    readonly rafraichissement: number;
    readonly session: number;
    readonly api: number;
  };
  readonly ciba: {
    readonly issue: 'accord' | 'refus' | 'expiration' | 'jamais';
    readonly delai: number;
    readonly interval: number;
    readonly expiration: number;
    readonly utilisateurInconnu: 'keycloak' | 'standard';
  };
}

/** The state when a scenario asks for nothing. */
export const defaultState: PscState = {
  approbation: 'auto',
  retenirRappel: false,
  moyen: 'CARD',
  variantes: [],
  userinfo: 'json',
  cnf: 'base64-hex',
  jetons: { acces: 120, rafraichissement: 1800, session: 14_400, api: 14_400 },
  ciba: { issue: 'accord', delai: 0, interval: 1, expiration: 120, utilisateurInconnu: 'keycloak' },
};

/**
 * Completes a step's state with the defaults. Throws InputError `PSC_STATE` on an unknown member or a professional
 * that the deck does not have: a scenario that asks for nobody would test nothing.
 */
export function readPscState(state: JsonObject, identifiants: readonly string[]): PscState {
  for (const name of Object.keys(state)) {
    if (name !== 'identifiantNational' && !(name in defaultState)) {
      throw new InputError('PSC_STATE', `state.psc has no member ${name}`, {
        hint: `Known members: identifiantNational, ${Object.keys(defaultState).join(', ')}.`,
      });
    }
  }
  const asked = state as unknown as Partial<PscState>;
  if (asked.identifiantNational !== undefined && !identifiants.includes(asked.identifiantNational)) {
    throw new InputError(
      'PSC_STATE',
      `state.psc.identifiantNational: nobody in the deck is ${asked.identifiantNational}`,
      { hint: 'Use a role of the scenario: ${medecin.identifiantNational}.' },
    );
  }
  return {
    ...defaultState,
    ...asked,
    jetons: { ...defaultState.jetons, ...asked.jetons },
    ciba: { ...defaultState.ciba, ...asked.ciba },
  };
}
