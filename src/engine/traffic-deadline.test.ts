import { describe, expect, it } from 'vitest';
import { trafficDeadline } from './traffic-deadline.ts';

describe('trafficDeadline', () => {
  it.each([
    ['is the deadline itself in real time', 30_000, 1, 30_000],
    ['follows the time of a faster software, with room for a loaded machine', 30_000, 20, 4_500],
    ['never waits longer than asked', 1_000, 20, 1_000],
  ])('%s', (_name, deadline, scale, expected) => {
    expect(trafficDeadline(deadline, scale)).toBe(expected);
  });
});
