import { expect, it } from 'vitest';
import { maskSecrets } from './mask-secrets.ts';

const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';

it.each([
  ['a JWT anywhere', `before ${jwt} after`, jwt],
  ['an encrypted JWT', `${jwt}.dGFn.aXY`, 'dGFn'],
  ['a bearer token', 'Authorization: Bearer abc.def-123', 'abc.def-123'],
  ['basic credentials, whatever the case', 'AUTHORIZATION: basic dXNlcjpwYXNz', 'dXNlcjpwYXNz'],
  ['a code in a query', 'GET /cb?state=1&code=Splx_l0Be HTTP/1.1', 'Splx_l0Be'],
  ['a client secret in a form', 'client_id=a&client_secret=p%40ss&x=1', 'p%40ss'],
  ['a refresh token in JSON', '{"refresh_token": "8xLOxBtZp8", "expires_in": 60}', '8xLOxBtZp8'],
  ['a token in JSON written on several lines', '{\n "access_token"\n :\n "tok-42"}', 'tok-42'],
  ['a token with an escaped quote', '{"access_token":"a\\"secret-tail"}', 'secret-tail'],
  ['a session cookie sent', 'Cookie: sid=deadbeef', 'deadbeef'],
  ['every cookie of a line', 'Cookie: lang=fr; sid=deadbeef; other=cafe42', 'deadbeef'],
  ['a cookie set', 'set-cookie: sid=deadbeef; Path=/; HttpOnly', 'deadbeef'],
  ['a user’s password', 'username=a&password=hunter2', 'hunter2'],
])('hides %s', (_, text, secret) => {
  expect(maskSecrets(text)).not.toContain(secret);
});

it.each([
  'GET /authorize?acr_values=eidas1&state=abc HTTP/1.1',
  '{"error":"invalid_grant","error_code":"42"}',
  'la liste des codes = un, deux',
  'country_code=FR&postcode=75001',
])('leaves what is no secret: %s', (text) => {
  expect(maskSecrets(text)).toBe(text);
});

it('keeps what tells the parts apart', () => {
  expect(maskSecrets('set-cookie: sid=deadbeef; Path=/; HttpOnly')).toMatch(
    /^set-cookie: sid=.*; Path=\/; HttpOnly$/,
  );
  expect(maskSecrets('a=1&code=zzz&b=2')).toMatch(/^a=1&code=.+&b=2$/);
});

it('masks once what is masked already', () => {
  const once = maskSecrets(`Authorization: Bearer ${jwt}\r\nCookie: sid=deadbeef; a=b\r\n\r\ncode=abc`);
  expect(maskSecrets(once)).toBe(once);
});
