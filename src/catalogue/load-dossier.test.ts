import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Dossier } from './dossier.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { loadDossier } from './load-dossier.ts';
import { ProblemsError, type Problem } from './problem.ts';
import { parseYaml } from './read-yaml.ts';
import { renderDossier } from './render-dossier.ts';
import { schemaProblems } from './schema-problems.ts';
import { schemaSet } from './schema-set.ts';
import { testRegistry } from './test-registry.test-support.ts';
import { readFileSync } from 'node:fs';
import type { JsonSchema } from '../domain/json.ts';

const root = new URL('../../', import.meta.url).pathname;
const schemas = schemaSet(join(root, 'schemas'));
const folder = mkdtempSync(join(tmpdir(), 'segur-dossier-'));
writeFileSync(join(folder, 'cle.txt'), 'un-secret-de-fichier\n');
afterAll(() => rmSync(folder, { recursive: true }));

const head = `version: 1
solution: { nom: Essai, version: '1', editeur: Test }
candidature: { dispositif: LGC, vague: 2 }
`;

function read(yaml: string): Dossier {
  const path = join(folder, 'segur.yaml');
  writeFileSync(path, yaml);
  return loadDossier(path, {
    schemas,
    registry: testRegistry,
    environment: { CLE: 'un-secret-d-environnement' },
  });
}

function problems(yaml: string): readonly Problem[] {
  try {
    read(yaml);
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
  return [];
}

describe('loadDossier', () => {
  it('fills defaults in, secrets from the environment or a file, and hides them', () => {
    const made = read(`${head}services: { echo: { client: { secret: '\${env:CLE}' } } }\n`);
    expect(made.services['echo']).toEqual({
      modes: ['web'],
      client: { id: 'segur', secret: 'un-secret-d-environnement' },
    });
    expect(made.redacted['echo']).toMatchObject({ client: { secret: '«secret:echo.client.secret»' } });
    const fromFile = read(`${head}services: { echo: { client: { secret: 'file:cle.txt' } } }\n`);
    expect(fromFile.services['echo']).toMatchObject({ client: { secret: 'un-secret-de-fichier' } });
  });

  it('resolves paths from the folder of the dossier', () => {
    const made = read(
      `${head}pilote: { kind: command, run: [x] }\nfichiers: [{ kind: document/cda, chemin: cle.txt }]\n`,
    );
    expect(made.fichiers[0]?.path).toBe(join(folder, 'cle.txt'));
    expect(made.pilote).toMatchObject({ cwd: folder });
  });

  it.each([
    [`${head}solutions: {}\n`, 'UNKNOWN_KEY', 4, 'Did you mean "solution"?'],
    [head.replace('vague: 2', 'vague: 3'), 'WRONG_VALUE', 3, undefined],
    [head.replace('editeur: Test', 'editer: Test'), 'MISSING_KEY', 2, undefined],
    [`${head}services: { ecko: {} }\n`, 'UNKNOWN_SERVICE', 4, 'Did you mean "echo"?'],
    [`${head}services:\n  echo:\n    mode: [web]\n`, 'UNKNOWN_KEY', 6, 'Did you mean "modes"?'],
    [
      `${head}services: { echo: { client: { secret: '\${env:ABSENTE}' } } }\n`,
      'ENV_UNSET',
      4,
      'export ABSENTE',
    ],
    [`${head}services: { echo: { client: { secret: 'file:absent' } } }\n`, 'FILE_MISSING', 4, undefined],
    [`${head}conditions: { autre: { valeur: false } }\n`, 'JUSTIFICATION_DUE', 4, 'justification'],
    [`${head}actions: { echo.dir: {} }\n`, 'UNKNOWN_ACTION', 4, 'Did you mean "echo.dire"?'],
    [`${head}pilote: { kind: https }\n`, 'WRONG_SHAPE', 4, undefined],
    [`${head}pilote: { kind: http, ulr: 'http://x' }\n`, 'UNKNOWN_KEY', 4, 'Did you mean "url"?'],
    [`${head}fichiers: [{ kind: document/cda, chemin: absent.xml }]\n`, 'FILE_MISSING', 4, undefined],
  ])('%j gives %s', (yaml, code, line, hint) => {
    const found = problems(yaml).find((problem) => problem.code === code);
    expect(found?.at.line).toBe(line);
    if (hint !== undefined) expect(found?.hint).toContain(hint);
  });

  it('tells several problems at once, and never the value of a secret', () => {
    const found = problems(`${head}services: { echo: { client: { secret: court }, modes: [wab] } }\n`);
    expect(found.length).toBeGreaterThan(1);
    expect(JSON.stringify(found)).not.toContain('court');
  });
});

describe('renderDossier', () => {
  const catalogue = loadCatalogue(join(root, 'scenarios/exigences'), 'rem-2023-02', schemas);
  const dossierSchema = JSON.parse(
    readFileSync(join(root, 'schemas/dossier.schema.json'), 'utf8'),
  ) as JsonSchema;

  it.each(['attended', 'http', 'command', 'browser'] as const)(
    'writes a dossier that reads back (%s)',
    (pilote) => {
      const text = renderDossier(
        {
          nom: "L'essai: un #1",
          version: '1.0',
          editeur: 'Éditeur',
          dispositif: 'LGC',
          vague: 2,
          profils: ['IE ASPM'],
          pilote,
          services: { echo: { modes: ['ciba'], client: { secret: '${env:CLE}' } } },
        },
        { dossierSchema, registry: testRegistry, catalogue, lang: 'fr' },
      );
      const source = parseYaml(text, 'segur.yaml');
      expect(schemaProblems(schemas.file('dossier'), { source, pointer: '', value: source.value })).toEqual(
        [],
      );
      const made = read(text);
      expect(made.solution).toMatchObject({ nom: "L'essai: un #1", version: '1.0' });
      expect(made.candidature).toMatchObject({ couloir: 'MDV', profils: ['IE ASPM'] });
      expect(made.services['echo']).toMatchObject({ modes: ['ciba'] });
      expect(text).toContain('# Modes of login.');
      expect(text).toContain('mot-de-passe-seul: true');
    },
  );
});
