/** What makes a one-time value weak. */
export type Weakness = 'clock' | 'short' | 'uuid';

const bitsNeeded = 128;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const epoch = /^1[5-9]\d{8}(\d{3}|\d{6})?$|^2\d{9}(\d{3}|\d{6})?$/;

/**
 * Says why values that should be unpredictable are not, from their shape alone: the most random bits their alphabet
 * and length could hold, without the beginning that all of them share. RFC 6749 section 10.10 asks for a probability
 * of at most 2^-128 to guess. Returns undefined when the shape allows enough.
 */
export function weaknessOf(value: string, others: readonly string[]): Weakness | undefined {
  if (uuid.test(value)) return 'uuid';
  if (epoch.test(value)) return 'clock';
  const shared = sharedBeginning([value, ...others]);
  const random = value.slice(shared);
  return random.length * Math.log2(alphabetOf(random)) < bitsNeeded ? 'short' : undefined;
}

/** Only a beginning too long to be chance is taken off: two random texts may well start alike. */
function sharedBeginning(values: readonly string[]): number {
  const [first = '', ...rest] = values;
  if (rest.length === 0) return 0;
  let length = 0;
  while (length < first.length && rest.every((other) => other[length] === first[length])) length += 1;
  return length >= 8 && length < first.length ? length : 0;
}

function alphabetOf(text: string): number {
  if (/^\d*$/.test(text)) return 10;
  if (/^[0-9a-f]*$/i.test(text)) return 16;
  if (/^[a-z0-9]*$/.test(text) || /^[A-Z0-9]*$/.test(text)) return 36;
  return 64;
}
