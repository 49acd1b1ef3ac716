import { createHash } from 'node:crypto';
import type { WireReply } from '../../../wire/http-exchange.ts';
import { issueTokens } from './issue-tokens.ts';
import { errorOf, jsonReply, oauthError } from './json-reply.ts';
import type { CodeGrant } from './login.ts';
import type { PscWorld } from './psc-world.ts';
import type { TokenRequest } from './token-request.ts';

const kind = 'psc/token-request';

/** Exchanges a code. A replayed code also ends the login it had opened (RFC 6749 section 4.1.2). */
export async function answerCodeGrant(world: PscWorld, asked: TokenRequest): Promise<WireReply> {
  const grant = world.codes.get(asked.value('code') ?? '');
  if (grant === undefined) {
    const missing = asked.value('code') === undefined;
    const refusal = missing
      ? oauthError(400, 'invalid_request', 'Missing parameter: code')
      : oauthError(400, 'invalid_grant', 'Code not valid');
    return jsonReply(refusal, { kind, view: { ...asked.view, error: refusal.body['error'] } });
  }
  const pkce = pkceFact(grant.challenge, asked.value('code_verifier'));
  const redirectUriMatches = asked.value('redirect_uri') === grant.redirectUri;
  const view = {
    ...asked.view,
    login: grant.login.id,
    replayed: grant.used,
    redirectUriMatches,
    ...(pkce === undefined ? {} : { pkce }),
  };
  const refusal = codeRefusal(world, grant, { pkce, redirectUriMatches });
  if (grant.used) grant.login.ended = true;
  grant.used = true;
  if (refusal !== undefined) {
    return jsonReply(oauthError(400, 'invalid_grant', refusal), {
      kind,
      view: { ...view, error: 'invalid_grant' },
    });
  }
  const issued = await issueTokens(world, grant.login, { refreshed: false });
  return jsonReply(issued.reply, {
    kind,
    view: { ...view, ...issued.view, ...errorOf(issued.reply.body['error']) },
    deviations: issued.deviations,
  });
}

function codeRefusal(
  world: PscWorld,
  grant: CodeGrant,
  facts: { readonly pkce: ReturnType<typeof pkceFact>; readonly redirectUriMatches: boolean },
): string | undefined {
  if (grant.used) return 'Code not valid';
  if (grant.expiresAt <= world.context.clock.now()) return 'Code is expired';
  if (!facts.redirectUriMatches) return 'Incorrect redirect_uri';
  if (facts.pkce === 'verifier-missing') return 'PKCE code verifier not specified';
  if (facts.pkce === 'mismatch') return 'PKCE verification failed: Code mismatch';
  return undefined;
}

function pkceFact(
  challenge: CodeGrant['challenge'],
  verifier: string | undefined,
): 'match' | 'mismatch' | 'verifier-missing' | undefined {
  if (challenge === undefined) return undefined;
  if (verifier === undefined || verifier === '') return 'verifier-missing';
  const derived =
    challenge.method === 'S256' ? createHash('sha256').update(verifier).digest('base64url') : verifier;
  return derived === challenge.value ? 'match' : 'mismatch';
}
