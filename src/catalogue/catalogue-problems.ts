import type { Catalogue, CatalogueRow } from './catalogue.ts';
import { canonicalId } from '../domain/exigence-id.ts';
import type { Problem } from './problem.ts';
import { didYouMean } from './suggest.ts';

const explained = new Set(['assiste', 'atteste', 'aucune']);

/** What the schemas cannot say of a catalogue: ids, names of files, duplicates, reasons that are due. */
export function catalogueProblems(
  catalogue: Catalogue,
  folder: string,
  rows: readonly CatalogueRow[],
): readonly Problem[] {
  return [
    ...(catalogue.id === folder
      ? []
      : [
          {
            code: 'ID_IS_PATH',
            message: `id "${catalogue.id}" in the folder "${folder}"`,
            at: { file: `${folder}/catalogue.yaml`, path: '/id' },
          },
        ]),
    ...rows.flatMap((row) => rowProblems(row, catalogue)),
    ...duplicates(rows),
    ...catalogue.exigences.flatMap(({ exigence, at }) => [
      ...(exigence.chapitre in catalogue.chapitres
        ? []
        : [unknown('chapitre', exigence.chapitre, Object.keys(catalogue.chapitres), at)]),
      ...(exigence.condition === undefined || exigence.condition.id in catalogue.conditions
        ? []
        : [unknown('condition', exigence.condition.id, Object.keys(catalogue.conditions), at)]),
      ...exigence.scenarios.flatMap((scenario) =>
        scenario.preuves.flatMap((preuve) => preuveProblems(preuve, exigence.id, at)),
      ),
    ]),
  ];
}

function rowProblems(row: CatalogueRow, catalogue: Catalogue): readonly Problem[] {
  const problems: Problem[] = [];
  const stem = (row.file.split('/').at(-1) ?? '').split('.')[0] ?? '';
  if (row.catalogue !== catalogue.id) {
    problems.push(unknown('catalogue', row.catalogue, [catalogue.id], row.at));
  }
  if (stem.toLowerCase() !== row.dispositif.toLowerCase()) {
    problems.push({
      code: 'ID_IS_PATH',
      message: `dispositif "${row.dispositif}" in a file named "${stem}"`,
      at: { file: row.file, path: '/dispositif' },
    });
  }
  if (row.dispositif !== 'socle' && !(row.dispositif in catalogue.dispositifs)) {
    problems.push(unknown('dispositif', row.dispositif, Object.keys(catalogue.dispositifs), row.at));
  }
  return problems;
}

function duplicates(rows: readonly CatalogueRow[]): readonly Problem[] {
  const seen = new Map<string, CatalogueRow>();
  return rows.flatMap((row) => {
    const key = `${row.dispositif} ${canonicalId(row.entry.id)}`;
    const first = seen.get(key);
    seen.set(key, first ?? row);
    if (first === undefined) return [];
    const where = `${first.at.file}:${first.at.line ?? 1}`;
    return [{ code: 'DUPLICATE', message: `${row.entry.id} is already at ${where}`, at: row.at }];
  });
}

function preuveProblems(
  preuve: Catalogue['exigences'][number]['exigence']['scenarios'][number]['preuves'][number],
  exigence: string,
  at: CatalogueRow['at'],
): readonly Problem[] {
  if (explained.has(preuve.automation) && preuve.pourquoi === undefined) {
    return [
      {
        code: 'REASON_DUE',
        message: `preuve ${preuve.id} of ${exigence} is "${preuve.automation}" and does not say why ("pourquoi")`,
        at,
      },
    ];
  }
  if (preuve.automation === 'certificat' && preuve.certificat === undefined) {
    return [{ code: 'REASON_DUE', message: `preuve ${preuve.id} names no "certificat"`, at }];
  }
  return [];
}

function unknown(what: string, id: string, known: readonly string[], at: CatalogueRow['at']): Problem {
  return {
    code: `UNKNOWN_${what.toUpperCase()}`,
    message: `unknown ${what} "${id}"`,
    at,
    hint: didYouMean(id, known),
  };
}
