import type { Check } from '../../../domain/check.ts';
import type { HttpExchangeView } from '../../../domain/preuve.ts';
import type { AuthorizationRequestView } from '../preuves/views.ts';
import { found, ofKind, parameterOf } from './shared/exchanges.ts';

/** The request goes to the authorization address configured. */
export const check: Check = {
  title: {
    fr: 'La demande va à l’adresse d’autorisation configurée',
    en: 'The request goes to the authorization address configured',
  },
  assertions: ['PSC-AR-14'],
  clauses: [
    {
      source: 'Pro Santé Connect, table des adresses (ansforge/keycloak-prosanteconnect, psc.properties)',
      trust: 'V',
    },
  ],
  reads: ['psc/authorization-request', 'psc/unknown-request', 'file/submitted'],

  findings: {
    'authorization-host-derived': {
      says: {
        fr: 'La demande d’autorisation est partie vers {actual}, une adresse que PSC n’a pas.',
        en: 'The authorization request went to {actual}, an address that PSC does not have.',
      },
      fix: {
        fr: 'Lisez authorization_endpoint dans la découverte : il est sur l’hôte wallet, alors que l’émetteur est sur l’hôte auth.',
        en: 'Read authorization_endpoint in the discovery: it is on the wallet host, while the issuer is on the auth host.',
      },
    },
    'environments-mixed': {
      says: {
        fr: 'La configuration remise mêle des hôtes de production et de bac à sable.',
        en: 'The configuration handed in mixes production and sandbox hosts.',
      },
      fix: {
        fr: 'Prenez toutes les adresses d’un même environnement.',
        en: 'Take every address from one environment.',
      },
    },
  },
  judge({ preuves, facts, bytes }) {
    const expected = facts.endpoints['psc.authorization_endpoint'];
    const requests = ofKind<AuthorizationRequestView>(preuves, 'psc/authorization-request');
    const strays = ofKind<HttpExchangeView>(preuves, 'psc/unknown-request').filter(
      ({ view }) => parameterOf(view, 'response_type') !== undefined,
    );
    const elsewhere = requests.filter(
      ({ view }) => expected !== undefined && view.origin + view.path !== expected,
    );
    const files = preuves.filter(({ kind }) => kind === 'file/submitted');
    return {
      examined: requests.length + strays.length + files.length,
      findings: [
        ...[...strays, ...elsewhere].map((request) =>
          found('authorization-host-derived', request, {
            ...(expected === undefined ? {} : { expected }),
            actual: request.view.origin + request.view.path,
          }),
        ),
        ...files
          .filter(({ raw }) => {
            const text = raw['file'] === undefined ? '' : Buffer.from(bytes(raw['file'])).toString('utf8');
            return /\b(auth|wallet)\.esw\.esante/.test(text) && /\b(auth|wallet)\.bas\./.test(text);
          })
          .map((file) => found('environments-mixed', file)),
      ],
    };
  },
};
