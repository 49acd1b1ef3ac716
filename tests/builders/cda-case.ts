import { buildCda, type CdaRecipe } from './build-cda.ts';
import { applyEdits, type Edit } from './build-xdm.ts';
import type { CheckCase } from './check-cases.ts';

/** A case of one conforming level-1 letter with one edit. */
export function cdaCase(name: string, edit: Edit, recipe: CdaRecipe = {}): CheckCase {
  return { name, files: [Buffer.from(applyEdits(buildCda(recipe), [edit]))] };
}

/** A case of letters left as they are. */
export function letters(name: string, ...recipes: readonly CdaRecipe[]): CheckCase {
  return { name, files: recipes.map((recipe) => Buffer.from(buildCda(recipe))) };
}
