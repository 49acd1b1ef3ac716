import type { Vihf } from '../../../../formats/vihf/vihf.ts';
import type { Observation } from './judge-found.ts';

const MODE = 'authentification_mode';

/**
 * The authentication mode that a VIHF declares, and where; undefined without the attribute. Official samples spell its
 * name with a small m, other texts with a capital: both are read.
 */
export function vihfMode({
  attributes,
}: Vihf): { readonly value: string; readonly at: NonNullable<Observation['at']> } | undefined {
  const found = attributes.find(({ name }) => name.toLowerCase() === MODE);
  return found === undefined ? undefined : { value: found.values[0]?.text ?? '', at: found.at };
}
