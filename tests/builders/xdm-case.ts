import { buildXdm, type XdmRecipe } from './build-xdm.ts';
import type { CheckCase } from './check-cases.ts';

/** A case of one archive made from a conforming one. */
export function xdmCase(name: string, recipe: XdmRecipe = {}): CheckCase {
  return { name, files: async () => [await buildXdm(recipe)] };
}
