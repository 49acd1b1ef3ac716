import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { refuse, type Problem } from '../catalogue/problem.ts';
import { readYaml } from '../catalogue/read-yaml.ts';
import { schemaProblems } from '../catalogue/schema-problems.ts';
import { schemaSet } from '../catalogue/schema-set.ts';
import type { JsonSchema } from '../domain/json.ts';
import type { RulePackFile } from '../domain/rule-pack.gen.ts';
import { InputError } from '../domain/segur-error.ts';
import { readSchema } from './read-schema.ts';

/** Every `*.yaml` of a folder of packs. Throws ProblemsError with all that is wrong in them, InputError when there is none. */
export function loadRulePacks(folder: string, schemas: string): readonly RulePackFile[] {
  const schema: JsonSchema = readSchema(schemas, 'rule-pack');
  const validate = schemaSet(schemas).options(schema);
  const problems: Problem[] = [];
  const packs: RulePackFile[] = [];
  for (const name of namesIn(folder)) {
    const source = readYaml(join(folder, name), `${folder}/${name}`);
    const wrong = schemaProblems(validate, { source, pointer: '', value: source.value });
    problems.push(...wrong);
    if (wrong.length > 0) continue;
    // Validated just above.
    const pack = source.value as RulePackFile;
    packs.push(pack);
    if (`${pack.id}.yaml` !== name) {
      problems.push({
        code: 'ID_IS_PATH',
        message: `id "${pack.id}" in the file ${name}`,
        at: source.locate('/id'),
        hint: `Écrivez id: ${name.slice(0, -'.yaml'.length)}, ou renommez le fichier.`,
      });
    }
  }
  refuse(problems);
  return packs;
}

function namesIn(folder: string): readonly string[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  } catch (cause) {
    throw new InputError('NO_RULE_PACK', 'the folder of rule packs cannot be read', {
      cause,
      at: { file: folder },
    });
  }
  if (names.length > 0) return [...names].sort();
  throw new InputError('NO_RULE_PACK', 'no rule pack in this folder', {
    at: { file: folder },
    hint: 'Un jeu de règles est un fichier AAAA-MM.yaml.',
  });
}
