import type { Professionnel } from '../../../domain/deck.ts';
import { firstValue, type WireReply } from '../../../wire/http-exchange.ts';
import type { CallbackContext, RedirectArtefact } from '../preuves/artefacts.ts';
import type { AuthorizationResponseView } from '../preuves/views.ts';
import { deviate } from './deviate.ts';
import { openSession } from './portal-session.ts';
import type { PendingLogin, PscWorld } from './psc-world.ts';

const codeLifetimeMs = 60_000;

interface Decision {
  readonly id: string;
  readonly pending: PendingLogin;
  /** Absent when the user refused. */
  readonly professionnel?: Professionnel;
}

/** Sends the browser back to the client, with a code or with `access_denied`, and records the redirect on its own. */
export function authorizationResponse(
  world: PscWorld,
  decision: Decision,
  record: Pick<WireReply, 'kind' | 'view'>,
): WireReply {
  const { pending, professionnel } = decision;
  const { issuer } = world.addresses;
  const login =
    professionnel === undefined
      ? undefined
      : world.openLogin({
          id: decision.id,
          clientId: pending.clientId,
          professionnel,
          moyen: world.state.moyen,
          scope: pending.scope,
          ...(pending.nonce === undefined ? {} : { nonce: pending.nonce }),
        });
  const code = login === undefined ? undefined : `${world.uuid()}.${login.sessionState}.${world.uuid()}`;
  const deviated = deviate<RedirectArtefact>(
    world,
    'psc/callback',
    {
      parameters: [
        ...(code === undefined ? [['error', 'access_denied'] as const] : []),
        ...(pending.state === undefined ? [] : [['state', pending.state] as const]),
        ...(login === undefined ? [] : [['session_state', login.sessionState] as const]),
        ['iss', issuer],
        ...(code === undefined ? [] : [['code', code] as const]),
      ],
    },
    { issuer } satisfies CallbackContext,
  );
  if (login !== undefined && code !== undefined) {
    world.codes.set(code, {
      login,
      redirectUri: pending.redirectUri,
      expiresAt: world.context.clock.now() + codeLifetimeMs,
      used: false,
      ...(pending.challenge === undefined ? {} : { challenge: pending.challenge }),
    });
  }
  const location = withParameters(pending.redirectUri, deviated.artefact.parameters);
  const view = responseView(decision, location, deviated);
  const held = world.state.retenirRappel;
  return {
    ...record,
    status: held ? 200 : 302,
    ...(held ? { body: 'Retour retenu par le banc.' } : {}),
    headers: [
      ...(held
        ? [['Content-Type', 'text/plain; charset=utf-8'] as const]
        : [['Location', location] as const]),
      ['Cache-Control', 'no-store'],
      ...(login === undefined ? [] : [openSession(world, login)]),
    ],
    deviations: deviated.carried(Buffer.from(location)),
    recorded: () => {
      world.context.recorder.record<AuthorizationResponseView>({ kind: 'psc/authorization-response', view });
    },
  };
}

function responseView(
  { id, pending, professionnel }: Decision,
  location: string,
  { artefact, faults }: { readonly artefact: RedirectArtefact; readonly faults: readonly string[] },
): AuthorizationResponseView {
  const sent = (['state', 'code', 'iss', 'error'] as const).flatMap((name) => {
    const value = firstValue(artefact.parameters, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    login: id,
    location,
    redirectUri: pending.redirectUri,
    ...Object.fromEntries(sent),
    ...(professionnel === undefined ? {} : { professionnel: professionnel.identifiantNational }),
    faults,
  };
}

/** Adds parameters to an address byte for byte as registered: no normalisation of what the client chose. */
export function withParameters(uri: string, parameters: RedirectArtefact['parameters']): string {
  if (parameters.length === 0) return uri;
  const [base = uri, fragment] = uri.split('#', 2);
  const query = new URLSearchParams(
    parameters.map(([name, value]): [string, string] => [name, value]),
  ).toString();
  return `${base}${base.includes('?') ? '&' : '?'}${query}${fragment === undefined ? '' : `#${fragment}`}`;
}
