import type { InsiCallView } from '../../preuves/views.ts';

/**
 * Whether a moment fits the arrival of a call, by real time or by the bench's clock: scenarios move the latter forward,
 * and the software does not know.
 */
export function fitsArrival(
  { receivedAt }: Pick<InsiCallView, 'receivedAt'>,
  fits: (arrival: number) => boolean,
): boolean {
  return [receivedAt.real, receivedAt.bench].map((time) => Date.parse(time)).some(fits);
}
