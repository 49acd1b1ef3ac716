import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { listCatalogues, loadCatalogue } from '../../src/catalogue/load-catalogue.ts';
import { schemaSet } from '../../src/catalogue/schema-set.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'scenarios/exigences');
const catalogues = listCatalogues(folder).map((id) =>
  loadCatalogue(folder, id, schemaSet(join(root, 'schemas'))),
);
const extractFolder = process.env['SEGUR_ANS_DIR'];
const extract = join(extractFolder ?? '', 'rem-2023-02.json');

interface ExtractRow {
  readonly description?: string;
  readonly scenarios: readonly {
    readonly description?: string;
    readonly preuves: readonly { readonly description?: string }[];
  }[];
}

describe('exigence files', () => {
  it('all load', () => {
    expect(catalogues.map(({ id }) => id)).toContain('rem-2023-02');
  });

  it('say every text in both languages, in different words', () => {
    for (const catalogue of catalogues) {
      for (const { exigence, at } of catalogue.exigences) {
        expect({ at, fr: exigence.title.fr === exigence.title.en }).toEqual({ at, fr: false });
      }
    }
  });

  it('declare no condition or chapitre that no exigence uses', () => {
    for (const { exigences, conditions, chapitres } of catalogues) {
      const used = new Set(exigences.map(({ exigence }) => exigence.condition?.id));
      expect(Object.keys(conditions).filter((id) => !used.has(id))).toEqual([]);
      const chapters = new Set(exigences.map(({ exigence }) => exigence.chapitre));
      expect(Object.keys(chapitres).filter((id) => !chapters.has(id))).toEqual([]);
    }
  });

  it('ask each condition with the words of the catalogue', () => {
    for (const { exigences, conditions } of catalogues) {
      for (const { condition } of exigences.map(({ exigence }) => exigence)) {
        if (condition !== undefined) expect(conditions[condition.id]).toEqual(condition.texte);
      }
    }
  });
});

describe.skipIf(extractFolder === undefined)(
  'exigence files against the extract (needs SEGUR_ANS_DIR)',
  () => {
    it('have its ids and structure', async () => {
      const url = new URL('../../tools/catalogue-skeleton.mjs', import.meta.url).href;
      const { differences } = (await import(url)) as { differences: (path: string) => readonly string[] };
      expect(differences(extract)).toEqual([]);
    });

    it('copy none of its sentences', () => {
      const rows = JSON.parse(readFileSync(extract, 'utf8')) as readonly ExtractRow[];
      const fold = (text: string): string =>
        text
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
          .trim();
      const source = rows
        .flatMap(({ description, scenarios }) => [
          description,
          ...scenarios.flatMap((scenario) => [
            scenario.description,
            ...scenario.preuves.map((preuve) => preuve.description),
          ]),
        ])
        .map((text) => fold(text ?? ''))
        .join('\n');
      const ours = catalogues.flatMap(({ exigences, conditions }) => [
        ...exigences.map(({ exigence }) => exigence.title.fr),
        ...Object.values(conditions).map(({ fr }) => fr),
      ]);
      // Seven words in a row are a sentence, not a term of art.
      const copied = ours.filter((text) => {
        const words = fold(text).split(' ');
        return words.some((_, index) => {
          const run = words.slice(index, index + 7);
          return run.length === 7 && source.includes(run.join(' '));
        });
      });
      expect([...new Set(copied)]).toEqual([]);
    });
  },
);
