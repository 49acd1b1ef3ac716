import { expect, it } from 'vitest';
import { RecentBytes } from './recent-bytes.ts';

it('gives back what was kept, once by content', () => {
  const recent = new RecentBytes();
  const ref = recent.keep(Buffer.from('abc'));
  expect(ref).toEqual({ sha256: expect.stringMatching(/^ba7816bf/) as string, size: 3 });
  expect(recent.keep(Buffer.from('abc'))).toEqual(ref);
  expect(Buffer.from(recent.get(ref)).toString()).toBe('abc');
});

it('forgets the oldest, and says nothing of what it forgot', () => {
  const recent = new RecentBytes();
  const refs = [1, 2, 3].map((fill) => recent.keep(new Uint8Array(30 * 1024 * 1024).fill(fill)));
  expect(refs.map((ref) => recent.get(ref).length > 0)).toEqual([false, true, true]);
});
