import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imageSize } from './image-size.ts';

const jpeg = 'ffd8ffe000040000ffc4000400ffffc0001108001000200301220002110003110100';

describe('imageSize', () => {
  it.each([
    ['89504e470d0a1a0a0000000d494844520000002000000010', { width: 32, height: 16 }],
    // A table comes before the frame header, and is no frame header.
    [jpeg.replace('ffc4000400ff', 'ffc400040000'), { width: 32, height: 16 }],
    ['89504e470d0a1a0a', undefined],
    ['ffd8ffd9', undefined],
    ['474946383961', undefined],
  ])('reads %s', (hex, size) => {
    expect(imageSize(Buffer.from(hex, 'hex'))).toEqual(size);
  });

  it('never throws on a damaged head', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 2 }), (noise) => {
        imageSize(noise);
        imageSize(Buffer.concat([Buffer.from('ffd8', 'hex'), noise]));
        imageSize(Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), noise]));
      }),
    );
  });
});
