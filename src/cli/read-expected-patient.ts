import { readYaml } from '../catalogue/read-yaml.ts';
import { refuse } from '../catalogue/problem.ts';
import { schemaProblems } from '../catalogue/schema-problems.ts';
import { schemaSet } from '../catalogue/schema-set.ts';
import type { ExpectedPatient } from '../domain/expected-patient.gen.ts';
import { readSchema } from './read-schema.ts';

/** The traits of `--patient` (JSON or YAML). Throws ProblemsError with the line of each trait that is not of the schema. */
export function readExpectedPatient(file: string, schemas: string): ExpectedPatient {
  const source = readYaml(file);
  const validate = schemaSet(schemas).options(readSchema(schemas, 'expected-patient'));
  refuse(schemaProblems(validate, { source, pointer: '', value: source.value }));
  // Validated just above.
  return source.value as ExpectedPatient;
}
