import { firstValue, type Pairs, type WireReply, type WireRequest } from '../../../wire/http-exchange.ts';
import { authorizationResponse } from './authorization-response.ts';
import { escapeHtml, htmlPage } from './html-page.ts';
import { portalPaths } from './endpoint-paths.ts';
import { parameterAnomalies } from './parameter-anomalies.ts';
import type { PendingLogin, PscWorld } from './psc-world.ts';
import { sessionLogin } from './portal-session.ts';

const kind = 'psc/authorization-request';

/**
 * The authorization endpoint, on the portal's host. Mistakes are recorded and the login goes on, except where there
 * is nowhere to send the browser to.
 */
export function answerAuthorization(world: PscWorld, request: WireRequest): WireReply {
  const parameters: Pairs = [...request.query, ...(request.form ?? [])];
  const anomalies = authorizationAnomalies(world, parameters);
  const login = world.nextLoginId();
  const view = { login, anomalies };
  const redirectUri = usableRedirect(world, firstValue(parameters, 'redirect_uri'));
  if (redirectUri === undefined) {
    const main = '<p>Paramètre invalide : redirect_uri</p>';
    return htmlPage(400, { title: 'Connexion impossible', main }, { kind, view });
  }
  const pending = pendingLogin(world, parameters, redirectUri);
  const { approbation } = world.state;
  if (approbation === 'jamais') {
    const main = '<p>En attente de votre carte ou de votre application e-CPS.</p>';
    return htmlPage(200, { title: 'Pro Santé Connect (simulateur)', main }, { kind, view });
  }
  if (approbation === 'refus') return authorizationResponse(world, { id: login, pending }, { kind, view });
  const session = firstValue(parameters, 'prompt') === 'login' ? undefined : sessionLogin(world, request);
  if (approbation === 'page' && session === undefined) {
    world.pending.set(login, pending);
    return htmlPage(
      200,
      { title: 'Pro Santé Connect (simulateur)', main: choicePage(world, login) },
      { kind, view },
    );
  }
  const professionnel = approbation === 'page' ? session?.professionnel : world.chosenProfessionnel();
  return authorizationResponse(
    world,
    { id: login, pending, ...(professionnel === undefined ? {} : { professionnel }) },
    { kind, view },
  );
}

/** What the human chose on the portal's page. */
export function answerPortalDecision(world: PscWorld, request: WireRequest): WireReply {
  const id = firstValue(request.form, 'login') ?? '';
  const pending = world.pending.get(id);
  const record = { kind: 'psc/portal-request', view: { login: id } };
  if (pending === undefined) {
    const main = '<p>Cette demande de connexion n’existe pas ou a déjà reçu sa réponse.</p>';
    return htmlPage(400, { title: 'Demande inconnue', main }, record);
  }
  const chosen = firstValue(request.form, 'identifiantNational');
  const accepted = firstValue(request.form, 'decision') !== 'refuser';
  const professionnel = chosen === undefined ? undefined : world.professionnel(chosen);
  if (accepted && professionnel === undefined) {
    return htmlPage(200, { title: 'Choisissez un professionnel', main: choicePage(world, id) }, record);
  }
  world.pending.delete(id);
  const decided = accepted && professionnel !== undefined ? { professionnel } : {};
  return authorizationResponse(world, { id, pending, ...decided }, record);
}

function authorizationAnomalies(world: PscWorld, parameters: Pairs): readonly string[] {
  const value = (name: string): string | undefined => firstValue(parameters, name);
  const anomalies = [...parameterAnomalies(parameters)];
  for (const name of [
    'response_type',
    'client_id',
    'redirect_uri',
    'scope',
    'acr_values',
    'state',
    'nonce',
  ]) {
    if (value(name) === undefined) anomalies.push(`missing-parameter:${name}`);
  }
  const { client, redirectUris } = world.options;
  if ((value('client_id') ?? client.id) !== client.id) anomalies.push('unknown-client');
  if ((value('response_type') ?? 'code') !== 'code') anomalies.push('unsupported-response-type');
  if (value('client_secret') !== undefined) anomalies.push('secret-in-url');
  const redirectUri = value('redirect_uri');
  if (redirectUri !== undefined && redirectUris.length > 0 && !redirectUris.includes(redirectUri)) {
    anomalies.push('unregistered-redirect-uri');
  }
  return anomalies;
}

/** An address a browser can be sent to: never a script, whatever the client asked for. */
function usableRedirect(world: PscWorld, asked: string | undefined): string | undefined {
  const uri = asked ?? (world.options.redirectUris.length === 1 ? world.options.redirectUris[0] : undefined);
  if (uri === undefined || !URL.canParse(uri)) return undefined;
  return ['javascript:', 'data:', 'vbscript:', 'file:'].includes(new URL(uri).protocol) ? undefined : uri;
}

function pendingLogin(world: PscWorld, parameters: Pairs, redirectUri: string): PendingLogin {
  const value = (name: string): string | undefined => firstValue(parameters, name);
  const state = value('state');
  const nonce = value('nonce');
  const challenge = value('code_challenge');
  return {
    clientId: value('client_id') ?? world.options.client.id,
    redirectUri,
    scope: value('scope') ?? 'openid scope_all',
    ...(state === undefined ? {} : { state }),
    ...(nonce === undefined ? {} : { nonce }),
    ...(challenge === undefined
      ? {}
      : { challenge: { value: challenge, method: value('code_challenge_method') ?? 'plain' } }),
  };
}

function choicePage(world: PscWorld, login: string): string {
  const asked = world.state.identifiantNational;
  const choices = world.context.deck.professionnels.map((professionnel, index) => {
    const id = professionnel.identifiantNational;
    const checked = (asked === undefined ? index === 0 : asked === id) ? ' checked' : '';
    const name = `${professionnel.prenom} ${professionnel.nom}, ${professionnel.role} (${id})`;
    return `<label><input type="radio" name="identifiantNational" value="${escapeHtml(id)}"${checked}> ${escapeHtml(name)}</label>`;
  });
  return `<form method="post" action="${portalPaths.decision}">
<input type="hidden" name="login" value="${escapeHtml(login)}">
<fieldset><legend>Professionnel de santé qui se connecte</legend>
${choices.join('\n')}
</fieldset>
<button type="submit" name="decision" value="accepter">Se connecter</button>
<button type="submit" name="decision" value="refuser">Refuser</button>
</form>`;
}
