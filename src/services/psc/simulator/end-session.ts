import { firstValue, type Pairs, type WireReply, type WireRequest } from '../../../wire/http-exchange.ts';
import type { JsonReplyArtefact, RedirectArtefact } from '../preuves/artefacts.ts';
import { withParameters } from './authorization-response.ts';
import { deviate } from './deviate.ts';
import { htmlPage } from './html-page.ts';
import { jsonReply } from './json-reply.ts';
import type { PscWorld } from './psc-world.ts';

const kind = 'psc/end-session-request';

/** RP-initiated logout, by the browser or from a server. An unregistered return address is recorded, then followed. */
export function answerEndSession(world: PscWorld, request: WireRequest): WireReply {
  const parameters: Pairs = [...request.query, ...(request.form ?? [])];
  const hint = firstValue(parameters, 'id_token_hint');
  const target = firstValue(parameters, 'post_logout_redirect_uri');
  const state = firstValue(parameters, 'state');
  const login = world.tokens.find(hint)?.login;
  const hintState = world.tokens.stateOf(hint, ['id']);
  const view = {
    ...(login === undefined ? {} : { login: login.id }),
    // A hint of a session already over is still a genuine hint.
    idTokenHint: hintState === 'revoked' ? 'valid' : hintState,
    ...(target === undefined
      ? {}
      : {
          postLogoutRedirectUri: target,
          postLogoutRegistered: world.options.postLogoutRedirectUris.includes(target),
        }),
    ...(state === undefined ? {} : { state }),
    faults: [] as readonly string[],
  };
  const outage = deviate<JsonReplyArtefact>(world, 'psc/logout', { status: 200, body: {} }, {});
  if (outage.artefact.status !== 200) {
    return jsonReply(outage.artefact, {
      kind,
      view: { ...view, faults: outage.faults },
      deviations: outage.carried(),
    });
  }
  if (login !== undefined) login.ended = true;
  if (target === undefined || !isWebAddress(target)) {
    const main = '<p>Votre session Pro Santé Connect est fermée.</p>';
    return htmlPage(200, { title: 'Déconnexion', main }, { kind, view });
  }
  const back = deviate<RedirectArtefact>(
    world,
    'psc/logout-return',
    { parameters: state === undefined ? [] : [['state', state]] },
    {},
  );
  const location = withParameters(target, back.artefact.parameters);
  return {
    status: 302,
    kind,
    headers: [['Location', location]],
    view: { ...view, returnedTo: location, faults: back.faults },
    deviations: back.carried(Buffer.from(location)),
  };
}

function isWebAddress(uri: string): boolean {
  return URL.canParse(uri) && !['javascript:', 'data:', 'vbscript:', 'file:'].includes(new URL(uri).protocol);
}
