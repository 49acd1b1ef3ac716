import { createHash } from 'node:crypto';
import type { Conduct } from '../conduct.ts';
import type { Journal } from '../journal.ts';
import { Refusal } from '../refusal.ts';
import { members, text } from '../settings.ts';
import type { Claims } from './token-set.ts';

/** One practice situation: an activity of an exercise. */
export interface Situation {
  readonly structure: string;
  readonly raisonSociale: string;
}

/** Who logged in, after every verification that a library leaves to the application. */
export interface Identity {
  readonly identifiantNational: string;
  readonly sub: string;
  readonly nom: string;
  readonly situations: readonly Situation[];
}

const acceptedLevels = new Set(['eidas1', 'eidas2', 'eidas3']);
const futureSeconds = 300;
const pastSeconds = 7 * 86_400;

/**
 * Level of authentication, link to the access token, sanity of `iat`; throws Refusal. Clauses: RIE v1.0 EXI 05; OpenID
 * Connect Core 1.0, 3.1.3.7-10 and 3.1.3.8.
 */
export function verifyIdTokenRules(
  claims: Claims,
  { accessToken, clientId }: { readonly accessToken: string; readonly clientId: string },
  conduct: Conduct,
  journal: Journal,
): void {
  const acr = claims['acr'];
  if (acr === undefined) {
    if (conduct.acrMissingUntraced !== true) {
      journal.log('psc acr absent: accepte et trace');
      journal.trace(text(claims, 'preferred_username', 'SubjectNameID'), 'niveau acr absent', 'accepte');
    }
  } else if (conduct.acrIgnored !== true && (typeof acr !== 'string' || !acceptedLevels.has(acr))) {
    throw new Refusal('refusee', 'Le niveau d’authentification reçu n’est pas accepté.');
  }
  if (conduct.handMade?.skip?.includes('azp') !== true) verifyAudience(claims, clientId);
  if (conduct.accessTokenHashIgnored !== true) verifyAccessTokenHash(claims, accessToken);
  const iat = claims['iat'];
  if (conduct.iatIgnored === true || typeof iat !== 'number') return;
  const now = Date.now() / 1000;
  if (iat > now + futureSeconds || iat < now - pastSeconds) {
    throw new Refusal('refusee', 'La réponse de Pro Santé Connect n’est pas datée d’aujourd’hui.');
  }
}

/** A token may be for us among others, or for nobody: the client before judged that. No other audience is trusted. */
function verifyAudience(claims: Claims, clientId: string): void {
  const { aud } = claims;
  if (aud === undefined) return;
  const audiences: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
  if (audiences.every((audience) => audience === clientId)) return;
  throw new Refusal('refusee', 'La réponse de Pro Santé Connect est destinée à un autre logiciel.');
}

// Half of the SHA-256, as every algorithm accepted here ends in 256.
function verifyAccessTokenHash(claims: Claims, accessToken: string): void {
  const announced = claims['at_hash'];
  if (announced === undefined) return;
  const digest = createHash('sha256').update(accessToken, 'ascii').digest();
  if (announced !== digest.subarray(0, digest.length / 2).toString('base64url')) {
    throw new Refusal('refusee', 'Les jetons reçus de Pro Santé Connect ne vont pas ensemble.');
  }
}

/** Reads the identity; throws Refusal when userinfo tells of somebody else than the ID token, or of nobody. */
export function readIdentity(claims: Claims, userinfo: Claims, conduct: Conduct): Identity {
  const identifiantNational = text(userinfo, 'SubjectNameID', 'preferred_username');
  const announced = text(claims, 'SubjectNameID', 'preferred_username');
  if (identifiantNational === undefined) {
    throw new Refusal('refusee', 'Pro Santé Connect n’a pas donné d’identifiant national.');
  }
  if (announced !== undefined && announced !== identifiantNational && conduct.identitySwapIgnored !== true) {
    throw new Refusal('refusee', 'Les identités reçues de Pro Santé Connect ne concordent pas.');
  }
  const refPro = userinfo['SubjectRefPro'];
  if (refPro === undefined && conduct.crashesWithoutRefPro === true) {
    throw new ReferenceError('exercices is not defined');
  }
  const exercices = items(members(refPro)['exercices']).map(members);
  const asText = conduct.text ?? ((honest: string): string => honest);
  const situations = exercices
    .flatMap((exercice) => items(exercice['activities']).map(members))
    .map((activity) => ({
      structure:
        text(activity, 'identifiantTechniqueDeLaStructure', 'numeroFinessSite', 'numeroSiretSite') ?? '',
      raisonSociale: asText(text(activity, 'raisonSocialeSite', 'enseigneCommercialeSite') ?? ''),
    }))
    .filter(({ structure }) => structure !== '');
  const [exercice] = exercices;
  const nom = text(exercice ?? {}, 'nomDexercice') ?? text(userinfo, 'family_name') ?? '';
  return {
    identifiantNational,
    sub: text(claims, 'sub') ?? text(userinfo, 'sub') ?? '',
    nom: asText(nom),
    situations,
  };
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
