import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../domain/segur-error.ts';
import { Redaction } from './redaction.ts';

function redaction(value = 's3cr€t/+&"x'): Redaction {
  const made = new Redaction();
  made.secret('psc.client.secret', value);
  return made;
}

const marker = '«secret:psc.client.secret»';

describe('Redaction', () => {
  it.each([
    ['clear', 's3cr€t/+&"x'],
    ['percent-encoded', encodeURIComponent('s3cr€t/+&"x')],
    [
      'percent-encoded in lower case',
      encodeURIComponent('s3cr€t/+&"x').replace(/%../g, (e) => e.toLowerCase()),
    ],
    ['form-encoded', new URLSearchParams([['a', 's3cr€t/+&"x']]).toString().slice(2)],
    ['JSON', JSON.stringify('s3cr€t/+&"x').slice(1, -1)],
    ['base64', Buffer.from('s3cr€t/+&"x').toString('base64')],
  ])('replaces the %s form in raw bytes', (_form, text) => {
    const bytes = redaction().bytes(Buffer.from(`a=${text}&b=1`));
    expect(Buffer.from(bytes).toString()).toBe(`a=${marker}&b=1`);
  });

  it('keeps Basic credentials decodable, without the secret', () => {
    const token = Buffer.from('client:s3cr€t/+&"x').toString('base64');
    const text = redaction().json(JSON.stringify(['Authorization', `Basic ${token}`]));
    const [, value] = JSON.parse(text) as [string, string];
    expect(Buffer.from(value.slice('Basic '.length), 'base64').toString()).toBe(`client:${marker}`);
    const raw = Buffer.from(redaction().bytes(Buffer.from(`authorization: basic ${token}\r\n`))).toString();
    expect(Buffer.from(/basic (\S+)/.exec(raw)?.[1] ?? '', 'base64').toString()).toBe(`client:${marker}`);
  });

  it('replaces a secret that contains another one whole', () => {
    const both = new Redaction();
    both.secret('court', 'abcd');
    both.secret('long', 'abcdefgh');
    expect(both.json('"abcdefgh abcd"')).toBe('"«secret:long» «secret:court»"');
  });

  it('returns untouched bytes as they are, whatever they hold', () => {
    const bytes = Buffer.from([0, 255, 128, 10]);
    expect(redaction().bytes(bytes)).toBe(bytes);
  });

  it('refuses a secret too short to be told from text', () => {
    expect(() => {
      new Redaction().secret('x', 'abc');
    }).toThrow(InputError);
  });

  it('never leaves the secret, and keeps JSON parseable', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 6, unit: 'grapheme' }), fc.string(), (secret, around) => {
        fc.pre(!marker.includes(secret) && !around.includes(secret) && secret.length < 200);
        const text = redaction(secret).json(JSON.stringify({ around, value: `x${secret}y` }));
        expect((JSON.parse(text) as { value: string }).value).not.toContain(secret);
      }),
    );
  });
});
