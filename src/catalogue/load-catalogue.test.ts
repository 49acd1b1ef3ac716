import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Catalogue } from './catalogue.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { ProblemsError } from './problem.ts';
import { schemaSet } from './schema-set.ts';

const schemas = schemaSet(join(new URL('../../', import.meta.url).pathname, 'schemas'));
const folder = mkdtempSync(join(tmpdir(), 'segur-catalogue-'));
mkdirSync(join(folder, 'essai'));
afterAll(() => rmSync(folder, { recursive: true }));

const head = `id: essai
title: { fr: Essai, en: Trial }
date: '2026-01-31'
status: draft
source: { fr: x, en: y }
dispositifs: { LGC: { couloir: MDV, title: { fr: x, en: y } } }
chapitres: { PSC: { fr: x, en: y } }
conditions: { seul: { fr: x, en: y } }
`;
const socle = `catalogue: essai
dispositif: socle
exigences:
  - id: SC.EX.01
    vague: 2
    arbitrage: approuvee
    profil: Général
    nature: obligatoire
    chapitre: PSC
    title: { fr: du socle, en: of the socle }
    scenarios: [{ id: EX.01.01, preuves: [{ id: EX.01.01.01, nature: demonstration, automation: trafic }] }]
  - { id: SC.EX.02, vague: 2, arbitrage: obsolete, profil: Général, nature: obligatoire, chapitre: PSC, title: { fr: a, en: b } }
`;
const own = (entries: string): string => `catalogue: essai\ndispositif: LGC\nexigences:\n${entries}`;

function load(lgc: string, catalogue = head): Catalogue {
  writeFileSync(join(folder, 'essai/catalogue.yaml'), catalogue);
  writeFileSync(join(folder, 'essai/socle.yaml'), socle);
  writeFileSync(join(folder, 'essai/LGC.yaml'), lgc);
  return loadCatalogue(folder, 'essai', schemas);
}

function codes(lgc: string, catalogue = head): readonly string[] {
  try {
    load(lgc, catalogue);
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
}

describe('loadCatalogue', () => {
  it('inherits field by field; own scenarios replace; obsolete if the socle is', () => {
    const made = load(
      own(`  - { id: EX.01, herite: EX.01, nature: preconisee }
  - { id: EX.02, herite: SC.EX.02, arbitrage: approuvee }
  - { id: EX.03, herite: SC.EX.01, scenarios: [{ id: EX.03.01, preuves: [{ id: EX.03.01.01, nature: fichier, automation: fichier }] }] }
`),
    );
    const [first, second, third] = made.exigences.map(({ exigence }) => exigence);
    expect(first).toMatchObject({
      id: 'EX.01',
      nature: 'preconisee',
      profil: 'Général',
      title: { fr: 'du socle' },
    });
    expect(first?.scenarios.map(({ id }) => id)).toEqual(['EX.01.01']);
    expect(second?.arbitrage).toBe('obsolete');
    expect(third?.scenarios.map(({ id }) => id)).toEqual(['EX.03.01']);
  });

  it('changes its digest with any byte of any file', () => {
    const entry = '  - { id: EX.01, herite: EX.01 }\n';
    const first = load(own(entry)).sha256;
    expect(load(own(entry)).sha256).toBe(first);
    expect(load(own(`${entry}# mot\n`)).sha256).not.toBe(first);
  });

  it.each([
    ['an unknown socle', '  - { id: EX.01, herite: SC.EX.09 }\n', 'UNKNOWN_SOCLE'],
    ['a missing member', '  - { id: EX.09, vague: 2 }\n', 'MISSING_KEY'],
    [
      'the same id with and without prefix',
      '  - { id: EX.01, herite: EX.01 }\n  - { id: SC.EX.01, herite: EX.01 }\n',
      'DUPLICATE',
    ],
    ['an unknown chapitre', '  - { id: EX.01, herite: EX.01, chapitre: PCS }\n', 'UNKNOWN_CHAPITRE'],
    [
      'an unknown condition',
      '  - { id: EX.01, herite: EX.01, condition: { id: seule, texte: { fr: x, en: y } } }\n',
      'UNKNOWN_CONDITION',
    ],
    [
      'a reason that is due',
      '  - { id: EX.01, herite: EX.01, scenarios: [{ id: s, preuves: [{ id: p, nature: fichier, automation: atteste }] }] }\n',
      'REASON_DUE',
    ],
    ['a misspelt key', '  - { id: EX.01, heritee: EX.01 }\n', 'UNKNOWN_KEY'],
  ])('refuses %s', (_what, entries, code) => {
    expect(codes(own(entries))).toContain(code);
  });

  it('refuses files whose names are not what they say', () => {
    const entry = '  - { id: EX.01, herite: EX.01 }\n';
    expect(codes(own(entry).replace('dispositif: LGC', 'dispositif: RIS'))).toContain('ID_IS_PATH');
    expect(codes(own(entry), head.replace('id: essai', 'id: essais'))).toContain('ID_IS_PATH');
    expect(() => loadCatalogue(folder, 'esai', schemas)).toThrow(
      expect.objectContaining({ hint: 'Did you mean "essai"?' }),
    );
  });
});
