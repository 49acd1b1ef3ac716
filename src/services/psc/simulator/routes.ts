import type { WireReply, WireRequest } from '../../../wire/http-exchange.ts';
import { answerAuthorization, answerPortalDecision } from './authorize.ts';
import { answerCibaRequest } from './ciba-request.ts';
import { answerDiscovery } from './discovery.ts';
import { answerEndSession } from './end-session.ts';
import { edcPaths, endpointPaths, portalPaths } from './endpoint-paths.ts';
import { answerIntrospection } from './introspection.ts';
import { answerJwks } from './jwks.ts';
import { jsonReply, oauthError } from './json-reply.ts';
import type { PscWorld } from './psc-world.ts';
import { answerRevocation } from './revocation.ts';
import { answerSampleApi } from './sample-api.ts';
import { answerToken } from './token.ts';
import { answerTokenExchange } from './token-exchange.ts';
import { unavailableReply } from './unavailable-reply.ts';
import { answerUserinfo } from './userinfo.ts';

export type PscHost = 'auth' | 'portail' | 'edc';

interface Route {
  /** Name that `operate('indisponible')` takes. */
  readonly name: string;
  /** Kind of the preuve when the endpoint is unavailable. */
  readonly kind: string;
  readonly methods: readonly string[];
  answer(world: PscWorld, request: WireRequest): Promise<WireReply> | WireReply;
}

const any = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

const routes: Readonly<Record<PscHost, Readonly<Record<string, Route>>>> = {
  auth: {
    [endpointPaths.discovery]: {
      name: 'discovery',
      kind: 'psc/discovery-request',
      methods: ['GET', 'HEAD'],
      answer: answerDiscovery,
    },
    [endpointPaths.jwks]: {
      name: 'jwks',
      kind: 'psc/jwks-request',
      methods: ['GET', 'HEAD'],
      answer: answerJwks,
    },
    // A token request by GET is a mistake to record, not to hide behind a 405.
    [endpointPaths.token]: { name: 'token', kind: 'psc/token-request', methods: any, answer: answerToken },
    [endpointPaths.userinfo]: {
      name: 'userinfo',
      kind: 'psc/userinfo-request',
      methods: any,
      answer: answerUserinfo,
    },
    [endpointPaths.introspection]: {
      name: 'introspection',
      kind: 'psc/introspection-request',
      methods: ['POST'],
      answer: answerIntrospection,
    },
    [endpointPaths.revocation]: {
      name: 'revocation',
      kind: 'psc/revocation-request',
      methods: ['POST'],
      answer: answerRevocation,
    },
    [endpointPaths.endSession]: {
      name: 'logout',
      kind: 'psc/end-session-request',
      methods: ['GET', 'POST'],
      answer: answerEndSession,
    },
    [endpointPaths.ciba]: { name: 'ciba', kind: 'psc/ciba-request', methods: any, answer: answerCibaRequest },
  },
  portail: {
    [portalPaths.authorization]: {
      name: 'authorization',
      kind: 'psc/authorization-request',
      methods: ['GET', 'POST'],
      answer: answerAuthorization,
    },
    [portalPaths.decision]: {
      name: 'decision',
      kind: 'psc/portal-request',
      methods: ['POST'],
      answer: answerPortalDecision,
    },
  },
  edc: {
    [edcPaths.token]: {
      name: 'token-exchange',
      kind: 'psc/token-exchange-request',
      methods: any,
      answer: answerTokenExchange,
    },
    [edcPaths.api]: { name: 'api', kind: 'psc/api-request', methods: any, answer: answerSampleApi },
  },
};

/** Names that can be made unavailable: hosts and endpoints. */
export const availabilityTargets: readonly string[] = Object.entries(routes).flatMap(([host, paths]) => [
  host,
  ...Object.values(paths).map((route) => route.name),
]);

/** Answers one request of a host; a path that PSC does not have is a 404 of its own kind. */
export function route(world: PscWorld, host: PscHost, request: WireRequest): Promise<WireReply> | WireReply {
  const found = Object.hasOwn(routes[host], request.path) ? routes[host][request.path] : undefined;
  if (found === undefined) {
    return jsonReply(oauthError(404, 'not_found', 'Unable to find matching target resource method'), {
      kind: 'psc/unknown-request',
    });
  }
  if (world.unavailable.has(host) || world.unavailable.has(found.name)) {
    return unavailableReply(world, found.kind, request);
  }
  if (!found.methods.includes(request.method)) {
    return jsonReply(oauthError(405, 'method_not_allowed'), {
      kind: 'psc/unknown-request',
      headers: [['Allow', found.methods.join(', ')]],
    });
  }
  return found.answer(world, request);
}
