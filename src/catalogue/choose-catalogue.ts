import { InputError, type SourceLocation } from '../domain/segur-error.ts';
import type { Catalogue } from './catalogue.ts';
import { didYouMean } from './suggest.ts';

/** The catalogue a dossier names, or the latest by date when it names none. Throws InputError on an unknown id. */
export function chooseCatalogue(
  catalogues: readonly Catalogue[],
  id: string | undefined,
  at?: SourceLocation,
): Catalogue {
  const chosen =
    id === undefined
      ? [...catalogues].sort((a, b) => a.date.localeCompare(b.date) || a.id.localeCompare(b.id)).at(-1)
      : catalogues.find((catalogue) => catalogue.id === id);
  if (chosen !== undefined) return chosen;
  throw new InputError('UNKNOWN_CATALOGUE', `no catalogue "${id ?? ''}"`, {
    ...(at === undefined ? {} : { at }),
    hint: didYouMean(
      id ?? '',
      catalogues.map((catalogue) => catalogue.id),
    ),
  });
}
