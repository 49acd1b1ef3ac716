import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

const EXPECTED = 'Titre_Prénom_NOM_Entité';
/** What begins the label of a person, and never that of a service. */
const TITLES = /^(?:dr|pr|docteur|professeur|m|mme|mlle|monsieur|madame)[. ]/i;

/**
 * The label of a person's mailbox parts title, given name, NAME and entity by underscores. A label without underscore
 * is taken for that of a service, unless it begins with the title of a person.
 */
export const check: Check = {
  title: {
    fr: 'Le libellé d’une personne suit Titre_Prénom_NOM_Entité',
    en: 'The label of a person follows Title_Given_NAME_Entity',
  },
  assertions: ['MSS-ADR-005'],
  clauses: [{ source: 'Référentiel MSSanté #2', section: 'ECO.2.2.7', trust: '2' }],
  reads: documentKinds,
  findings: {
    'label-form': sentences(
      'Le libellé « {actual} » n’est pas de la forme {expected}.',
      'The label “{actual}” is not of the form {expected}.',
      'Séparer par _ titre, prénom, NOM en capitales et entité ; seuls prénom et NOM sont obligatoires.',
      'Part by _ title, given name, NAME in capitals and entity; only given name and NAME are mandatory.',
    ),
  },
  judge: (input) =>
    judgeMails(input, ({ mail: { from } }) => {
      const labels = from.map(({ label }) => label.trim()).filter((label) => label !== '');
      return labels.length === 0 ? undefined : labels.flatMap(inspect);
    }),
};

function inspect(label: string): readonly Observation[] {
  const fields = label.split('_');
  const service = fields.length === 1 && !TITLES.test(label);
  return service || isPerson(fields)
    ? []
    : [{ code: 'label-form', expected: EXPECTED, actual: label, at: { path: 'From' } }];
}

/** The name stands after the given name, so second or third; only it is in capitals. */
function isPerson(fields: readonly string[]): boolean {
  const filled = fields.every((field) => field.trim() === field && field !== '');
  return filled && fields.length >= 2 && fields.length <= 4 && [fields[1], fields[2]].some(isName);
}

function isName(field: string | undefined): boolean {
  return field !== undefined && /^\p{Lu}[\p{Lu}' -]*$/u.test(field);
}
