import type { Check } from '../../../domain/check.ts';
import type { Vihf } from '../../../formats/vihf/vihf.ts';
import { parseXcn } from '../../../formats/xds/parse-xcn.ts';
import { parseXon } from '../../../formats/xds/parse-xon.ts';
import type { XdsSubmission } from '../../../formats/xds/xds-submission.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeVihfs, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';
import { vihfMode } from './reading/vihf-mode.ts';

/** Who feeds the DMP, by the VIHF, is an author or the authenticator of what is fed. */
export const check: Check = {
  title: {
    fr: 'L’acteur du VIHF est un auteur de ce qui est versé',
    en: 'The actor of the VIHF is an author of what is fed',
  },
  assertions: ['DMP-META-16'],
  clauses: [{ source: 'SEL-MP-037 (guide DMP)', section: 'EX_2.1-1140', trust: '2' }],
  reads: documentKinds,
  findings: {
    'actor-not-author': sentences(
      'Le VIHF est celui de {actual} ; auteurs et responsable du lot sont : {expected}.',
      'The VIHF is that of {actual}; authors and authenticator of the set are: {expected}.',
      'Mettre l’acteur du VIHF parmi les auteurs ou en responsable (authorPerson, legalAuthenticator).',
      'Put the actor of the VIHF among the authors or as authenticator (authorPerson, legalAuthenticator).',
    ),
    'structure-not-author': sentences(
      'Le VIHF est celui de la structure {actual} ; les structures auteurs sont : {expected}.',
      'The VIHF is that of structure {actual}; the author structures are: {expected}.',
      'Mettre la structure du VIHF en structure d’un auteur (authorInstitution).',
      'Put the structure of the VIHF as that of an author (authorInstitution).',
    ),
  },
  judge: (input) =>
    judgeVihfs(input, ({ assertions, submission, request }) =>
      submission === undefined || request?.transaction.name !== 'TD2.1'
        ? undefined
        : assertions.flatMap((vihf) => unfit(vihf, submission)),
    ),
};

/** Numbers of professionals: RPPS and ADELI. The employee of a structure has a number of that structure. */
const national = /^[08]\d+$/;

/** A professional with a card is known by the person, a structure or its employee by the structure. */
function unfit(vihf: Vihf, { sets, entries }: XdsSubmission): readonly Observation[] {
  const authors = [...sets, ...entries].flatMap((object) => object.authors);
  if (vihfMode(vihf)?.value === 'INDIRECTE' || !national.test(vihf.nameId)) {
    const actual =
      vihf.attributes.find(({ name }) => name === 'Identifiant_Structure')?.values[0]?.text ?? '';
    const structures = authors
      .flatMap(({ institutions }) => institutions ?? [])
      .map((one) => parseXon(one).id);
    return stray({ code: 'structure-not-author', actual, at: vihf.at }, structures);
  }
  const signers = entries.flatMap(({ slots }) =>
    slots.filter(({ name }) => name === 'legalAuthenticator').flatMap(({ values }) => values),
  );
  const persons = [...authors.flatMap((author) => author.persons ?? []), ...signers];
  return stray(
    { code: 'actor-not-author', actual: vihf.nameId, at: vihf.at },
    persons.map((person) => parseXcn(person).id),
  );
}

function stray(
  observation: Observation & { readonly actual: string },
  known: readonly string[],
): readonly Observation[] {
  return known.includes(observation.actual)
    ? []
    : [{ ...observation, expected: [...new Set(known)].join(', ') }];
}
