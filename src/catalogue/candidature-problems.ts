import type { Catalogue } from './catalogue.ts';
import type { Dossier } from './dossier.ts';
import { canonicalId, isBenchId } from '../domain/exigence-id.ts';
import type { Problem } from './problem.ts';
import { didYouMean } from './suggest.ts';

/** Where a dossier names what its catalogue does not have: dispositif, couloir, profil, condition, exigence, preuve. */
export function candidatureProblems(dossier: Dossier, catalogue: Catalogue): readonly Problem[] {
  const { dispositif, couloir, profils = [] } = dossier.candidature;
  const known = catalogue.dispositifs[dispositif];
  const unknown = (what: string, id: string, pointer: string, ids: Iterable<string>): Problem => ({
    code: `UNKNOWN_${what.toUpperCase()}`,
    message: `${what} "${id}" is not in the catalogue ${catalogue.id}`,
    at: dossier.source.locate(pointer),
    hint: didYouMean(id, ids),
  });
  if (known === undefined) {
    return [unknown('dispositif', dispositif, '/candidature/dispositif', Object.keys(catalogue.dispositifs))];
  }
  const rows = catalogue.exigences.map(({ exigence }) => exigence);
  const profilsKnown = new Set(rows.map(({ profil }) => profil));
  const ids = new Set(rows.map(({ id }) => canonicalId(id)));
  const preuves = new Set(
    rows.flatMap(({ scenarios }) =>
      scenarios.flatMap((scenario) => scenario.preuves.map(({ id }) => canonicalId(id))),
    ),
  );
  return [
    ...(couloir === undefined || couloir === known.couloir
      ? []
      : [unknown('couloir', couloir, '/candidature/couloir', [known.couloir])]),
    ...profils.flatMap((profil, index) =>
      profilsKnown.has(profil)
        ? []
        : [unknown('profil', profil, `/candidature/profils/${index}`, profilsKnown)],
    ),
    ...Object.keys(dossier.conditions).flatMap((id) =>
      id in catalogue.conditions
        ? []
        : [unknown('condition', id, `/conditions/${id}`, Object.keys(catalogue.conditions))],
    ),
    ...dossier.nonApplicables.flatMap(({ exigence }, index) =>
      ids.has(canonicalId(exigence))
        ? []
        : [unknown('exigence', exigence, `/nonApplicables/${index}/exigence`, ids)],
    ),
    ...dossier.attestations.flatMap(({ preuve }, index) =>
      isBenchId(preuve) || preuves.has(canonicalId(preuve))
        ? []
        : [unknown('preuve', preuve, `/attestations/${index}/preuve`, preuves)],
    ),
  ];
}
