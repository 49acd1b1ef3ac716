import { provesCheck, type CheckCase } from '../../../../tests/builders/check-cases.ts';
import { check } from './jwt-signed-and-dated.ts';

function token(name: string, claims: object, alg = 'RS256', signature = 'c2lnbmF0dXJl'): CheckCase {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return { name, files: [Buffer.from(`${part({ alg })}.${part(claims)}.${signature}\n`)] };
}

provesCheck(check, {
  ok: [
    token('signed and dated', { iat: 1_781_166_600, exp: 1_781_166_900 }),
    token('without dates', { sub: 'x' }, 'ES256'),
  ],
  ko: {
    'jwt-unsigned': [
      token('alg none', { sub: 'x' }, 'none', ''),
      token('no signature', { sub: 'x' }, 'RS256', ''),
    ],
    'jwt-date-not-numeric': [token('exp is a text', { exp: '1781166900' })],
    'jwt-dates-disordered': [
      token('exp before iat', { iat: 1_781_166_600, exp: 1_781_166_000 }),
      token('exp before nbf', { nbf: 1_781_166_600, exp: 1_781_166_000 }),
    ],
  },
});
