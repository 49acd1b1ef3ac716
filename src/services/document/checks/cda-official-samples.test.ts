import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { judgeFiles } from '../../../../tests/builders/check-cases.ts';
import type { Check } from '../../../domain/check.ts';

const ansDir = process.env['SEGUR_ANS_DIR'];
const kit =
  process.env['SEGUR_CDA_KIT'] ?? (ansDir === undefined ? undefined : join(ansDir, 'TestContenuCDA-3-0'));
const folder = kit === undefined ? undefined : join(kit, 'ExemplesCDA');
const files =
  folder === undefined || !existsSync(folder)
    ? []
    : readdirSync(folder)
        .filter((name) => name.endsWith('.xml'))
        .sort();

/** What a run in which these documents were made would say; the day is well after them. */
const from = { options: { statut: 'QUAL' }, view: { day: '2030-01-01' } };

/** The volet of structure asks for a coded role of a professional author. */
const noRole = 'cda-parties-present author-role-missing';
/** The same for the structure of the author. */
const noStructure = 'cda-parties-present identifier-missing';
/** The wrapped PDF is of an ordinary printer: no mark of PDF/A-1, object streams of PDF 1.5. */
const ordinaryPdf = [
  'pdf-is-pdfa1 pdf-forbidden-feature',
  'pdf-is-pdfa1 pdf-not-pdfa1',
  'pdf-is-pdfa1 pdf-output-intent-missing',
];
/** The key of the matricule is not the one that its digits give. */
const key = 'cda-ins-key-right key-wrong';
/** The matricule of one test patient was put on another: its digits tell another place, year or month of birth. */
const [place, year, month] = [
  'cda-matricule-agrees-with-traits place-differs',
  'cda-matricule-agrees-with-traits year-differs',
  'cda-matricule-agrees-with-traits month-differs',
];

/** Every defect of the published documents; all else that is found would be invented. */
const defects: Readonly<Record<string, readonly string[]>> = {
  // Written to the minute.
  '01_Modèles_contenus_CDA.xml': ['cda-times-zoned creation-time-imprecise'],
  'BIO-CR-BIO_2021.01_CDA-R2-Niveau-1.xml': ordinaryPdf,
  // The page that the style sheet makes holds a script.
  'CANCER-PPS_2022.01_Autopresentable.xml': [month, year, 'cda-self-contained script-found'],
  'CARD-F-PRC-DCI_2022.01.xml': [noRole],
  'CARD-F-PRC-PPV_2022.01.xml': [noRole],
  'CARD-F-PRC-TAP_2022.01.xml': [noRole],
  'CSE-CS24_2024.01.xml': [key, place],
  'CSE-CS24_2025.01.xml': [key, place],
  'CSE-CS8_2025.01.xml': [key, place, year],
  'CSE-CS9_2024.01.xml': [key, month, place],
  'CSE-MDE_2023.01.xml': [key],
  'DOC_NON_STRUCTURE_CDA-R2-N1.xml': ordinaryPdf,
  'IMG_CR_IMG_2024.01_CDA-R2-Niveau-1.xml': ordinaryPdf,
  'OBP-SAP_2024.01.xml': [place],
  'OBP-SCM_2024.01.xml': [place],
  'OBP-SNE_2024.01.xml': [key, place],
  'OBP-SNM_2024.01.xml': [place],
  'SDM-MR_2022.01.xml': [noStructure],
  'SDM-MR_2024.01_patiente-enceinte.xml': [place, noStructure],
  'SDM-MR_2024.01_patiente-post-grossesse.xml': [place, noStructure],
  'TLM-DA_2022.01_TCG.xml': [noStructure],
  'TLM-DA_2022.01_TCG_anamnèse-non-structurée.xml': [noStructure],
  // The second given name stands as the first, and a qualifier is of the spouse.
  'eDISP-MED_2024.01.xml': [
    'cda-given-name-starts-list given-name-not-first',
    place,
    'cda-name-qualifiers qualifier-unknown',
  ],
};

const checks: readonly (readonly [string, Check])[] = await Promise.all(
  readdirSync(import.meta.dirname)
    .flatMap((name) => /^((?:cda|pdf)-[\w-]+)\.ts$/.exec(name)?.[1] ?? [])
    .sort()
    .map(async (id): Promise<[string, Check]> => {
      const module = (await import(pathToFileURL(join(import.meta.dirname, `${id}.ts`)).href)) as {
        check: Check;
      };
      return [id, module.check];
    }),
);

describe.skipIf(files.length === 0)('official CDA examples (SEGUR_CDA_KIT or SEGUR_ANS_DIR)', () => {
  it('are all there', () => {
    expect(
      Object.keys(defects).filter((name) => !files.map((file) => file.normalize()).includes(name)),
    ).toEqual([]);
  });

  it.each(files)('%s', (file) => {
    const bytes = readFileSync(join(folder ?? '', file));
    const found = checks.flatMap(([id, check]) =>
      judgeFiles(check, [bytes], from).findings.map(({ code }) => `${id} ${code}`),
    );
    expect(found.sort()).toEqual([...(defects[file.normalize()] ?? [])].sort());
  });
});
