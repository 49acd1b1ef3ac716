import type { Check } from '../../../domain/check.ts';
import type { Observation } from './reading/judge-found.ts';
import { judgeJwts, type ReadJwt } from './reading/judge-jwts.ts';
import { sentences } from './reading/sentences.ts';

/** A JWT is signed, and its dates are numbers of seconds that follow one another. Nothing is verified without its key. */
export const check: Check = {
  title: { fr: 'Le jeton JWT est signé et daté', en: 'The JWT is signed and dated' },
  assertions: ['PSC-ID-09'],
  clauses: [
    {
      source: 'RFC 7519',
      section: '4.1.4, 4.1.5, 4.1.6',
      trust: 'V',
      url: 'https://www.rfc-editor.org/rfc/rfc7519',
    },
    { source: 'RFC 8725', section: '3.1, 3.2', trust: 'V', url: 'https://www.rfc-editor.org/rfc/rfc8725' },
  ],
  reads: ['file/submitted'],
  findings: {
    'jwt-unsigned': sentences(
      'Le jeton n’est pas signé (alg {actual}).',
      'The token is not signed (alg {actual}).',
      'Signer le jeton avec l’algorithme convenu, par exemple RS256 ou ES256.',
      'Sign the token with the agreed algorithm, for example RS256 or ES256.',
    ),
    'jwt-date-not-numeric': sentences(
      '{claim} vaut {actual} : un nombre de secondes est attendu.',
      '{claim} is {actual}: a number of seconds is expected.',
      'Écrire la date en secondes depuis le 1er janvier 1970, sans guillemets.',
      'Write the date in seconds since 1 January 1970, without quotes.',
    ),
    'jwt-dates-disordered': sentences(
      'Le jeton expire ({actual}) avant d’être valable ({expected}).',
      'The token expires ({actual}) before it is valid ({expected}).',
      'Mettre exp après iat et nbf.',
      'Set exp after iat and nbf.',
    ),
  },
  judge: (input) => judgeJwts(input, (token) => [...signature(token), ...dates(token)]),
};

function signature({ header, signature: signed }: ReadJwt): readonly Observation[] {
  const alg = typeof header['alg'] === 'string' ? header['alg'] : '';
  return alg.toLowerCase() === 'none' || alg === '' || signed === ''
    ? [{ code: 'jwt-unsigned', actual: alg, at: { path: 'header.alg' } }]
    : [];
}

function dates({ claims }: ReadJwt): readonly Observation[] {
  const wrong = ['exp', 'nbf', 'iat'].flatMap((claim): readonly Observation[] => {
    const value = claims[claim];
    if (value === undefined || (typeof value === 'number' && Number.isFinite(value))) return [];
    return [
      { code: 'jwt-date-not-numeric', actual: JSON.stringify(value), values: { claim }, at: { path: claim } },
    ];
  });
  const number = (claim: string): number | undefined =>
    typeof claims[claim] === 'number' ? claims[claim] : undefined;
  const start = Math.max(number('iat') ?? -Infinity, number('nbf') ?? -Infinity);
  const end = number('exp');
  if (end === undefined || end > start) return wrong;
  return [...wrong, { code: 'jwt-dates-disordered', expected: start, actual: end, at: { path: 'exp' } }];
}
