import type { WireRequest } from '../../../wire/http-exchange.ts';
import type { Login } from './login.ts';
import type { PscWorld } from './psc-world.ts';

const cookieName = 'KEYCLOAK_IDENTITY';

/** The login of the browser's single sign-on session, when it is neither over nor too long unused. */
export function sessionLogin(world: PscWorld, request: WireRequest): Login | undefined {
  const cookie = new RegExp(`(?:^|;\\s*)${cookieName}=([^;]+)`).exec(request.header('cookie') ?? '')?.[1];
  const session = cookie === undefined ? undefined : world.sessions.get(cookie);
  if (session === undefined || session.login.ended) return undefined;
  const now = world.context.clock.now();
  const { session: longest, rafraichissement: idle } = world.state.jetons;
  const tooOld = now - session.login.authTime * 1000 > longest * 1000;
  if (tooOld || now - session.lastSeen > idle * 1000) return undefined;
  session.lastSeen = now;
  return session.login;
}

/** Opens a single sign-on session; returns the header that gives it to the browser. */
export function openSession(world: PscWorld, login: Login): readonly [string, string] {
  world.sessions.set(login.sessionState, { login, lastSeen: world.context.clock.now() });
  return ['Set-Cookie', `${cookieName}=${login.sessionState}; Path=/auth; Secure; HttpOnly; SameSite=Lax`];
}
