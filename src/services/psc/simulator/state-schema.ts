import type { JsonSchema } from '../../../domain/json.ts';

const seconds = (value: number, description: string): JsonSchema => ({
  type: 'number',
  minimum: 0,
  default: value,
  description,
});

/** Schema of `state.psc` in a scenario. */
export const stateSchema: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    identifiantNational: {
      type: 'string',
      description: 'Who logs in with a browser; the first professional of the deck when absent.',
    },
    approbation: {
      enum: ['auto', 'page', 'refus', 'jamais'],
      default: 'auto',
      description:
        'What the portal does: logs in at once, shows a page to a human, refuses, or never answers.',
    },
    retenirRappel: {
      type: 'boolean',
      default: false,
      description: 'Keeps the browser on the portal: the callback address is recorded, not followed.',
    },
    moyen: {
      enum: ['CARD', 'ECPS'],
      default: 'CARD',
      description: 'Means used: changes the prefix of `sub` and `authMode`, never SubjectNameID.',
    },
    variantes: {
      type: 'array',
      items: {
        enum: [
          'chaines-vides',
          'sans-subject-ref-pro',
          'sans-exercice',
          'claims-inconnues',
          'plusieurs-activites',
          'accents',
          'other-ids-majuscule',
          'origine-edit',
          'codes-dans-ref-pro',
        ],
      },
      uniqueItems: true,
      default: [],
      description: 'Shapes of userinfo met in the field.',
    },
    userinfo: { enum: ['json', 'jwt'], default: 'json', description: 'Plain or signed userinfo.' },
    cnf: {
      enum: ['rfc8705', 'base64-hex'],
      default: 'base64-hex',
      description:
        'Encoding of x5t#S256: RFC 8705, or base64 of the hexadecimal text as the agency’s samples.',
    },
    jetons: {
      type: 'object',
      additionalProperties: false,
      default: {},
      description: 'Lifetimes in virtual seconds.',
      properties: {
        acces: seconds(120, 'Access token and ID token.'),
        rafraichissement: seconds(1800, 'Refresh token; also the inactivity limit of the session.'),
        session: seconds(14_400, 'Single sign-on session, at most.'),
        api: seconds(14_400, 'API token of the Espace de Confiance.'),
      },
    },
    ciba: {
      type: 'object',
      additionalProperties: false,
      default: {},
      properties: {
        issue: {
          enum: ['accord', 'refus', 'expiration', 'jamais'],
          default: 'accord',
          description: 'What the user does on the device.',
        },
        delai: seconds(0, 'Virtual seconds before the user answers.'),
        interval: seconds(1, 'Seconds between polls, announced and enforced.'),
        expiration: seconds(120, 'Lifetime of auth_req_id.'),
        utilisateurInconnu: {
          enum: ['keycloak', 'standard'],
          default: 'keycloak',
          description: 'Answer to an unknown login_hint: invalid_request, or unknown_user_id.',
        },
      },
    },
  },
};
