import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { AuthorizationRequestView } from '../preuves/views.ts';
import { found, ofKind, parametersOf } from './shared/exchanges.ts';
import { oauth } from './shared/norms.ts';

/** The authorization address holds no secret, token or personal data. */
export const check: Check = {
  title: {
    fr: 'L’adresse d’autorisation ne porte ni secret, ni jeton, ni donnée personnelle',
    en: 'The authorization address holds no secret, token or personal data',
  },
  assertions: ['PSC-AR-12'],
  clauses: [oauth('2.3.1'), oauth('10.8')],
  reads: ['psc/authorization-request'],

  findings: {
    'client-secret-in-url': {
      says: {
        fr: 'Le secret du client est dans l’adresse d’autorisation.',
        en: 'The client secret is in the authorization address.',
      },
      fix: {
        fr: 'Retirez client_secret : il ne sert qu’au point d’accès aux jetons, hors de l’adresse.',
        en: 'Remove client_secret: it is only for the token endpoint, never in the address.',
      },
    },
    'token-in-url': {
      says: {
        fr: 'Un jeton est dans le paramètre {actual} de l’adresse d’autorisation.',
        en: 'A token is in the parameter {actual} of the authorization address.',
      },
      fix: {
        fr: 'Ne mettez aucun jeton dans une adresse : elle reste dans les historiques et les journaux.',
        en: 'Put no token in an address: it stays in histories and logs.',
      },
    },
    'personal-data-in-url': {
      says: {
        fr: 'Un identifiant de professionnel ou de patient est dans le paramètre {actual}.',
        en: 'The identifier of a professional or a patient is in the parameter {actual}.',
      },
      fix: {
        fr: 'Rendez state opaque : gardez les données en session et n’envoyez qu’une valeur tirée au sort.',
        en: 'Make state opaque: keep the data in the session and send a random value only.',
      },
    },
  },
  judge({ preuves, facts }) {
    const requests = ofKind<AuthorizationRequestView>(preuves, 'psc/authorization-request');
    const persons = [
      ...facts.deck.professionnels.flatMap(({ identifiantNational, rpps }) => [identifiantNational, rpps]),
      ...facts.deck.patients.map(({ matricule }) => matricule),
    ];
    return {
      examined: requests.length,
      findings: requests.flatMap((request) =>
        parametersOf(request.view).flatMap(([name, value]): readonly Finding[] => {
          const at = { path: `query.${name}`, actual: name };
          if (name === 'client_secret' || value.includes('«secret:'))
            return [found('client-secret-in-url', request, at)];
          if (name !== 'request' && jwt.test(value)) return [found('token-in-url', request, at)];
          return persons.some((person) => value.includes(person))
            ? [found('personal-data-in-url', request, at)]
            : [];
        }),
      ),
    };
  },
};

const jwt = /eyJ[\w-]{5,}\.[\w-]+\.[\w-]*/;
