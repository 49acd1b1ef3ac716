import type { Check } from '../../../domain/check.ts';
import type { Vihf } from '../../../formats/vihf/vihf.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeVihfs, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

const NAME = 'urn:oasis:names:tc:xspa:1.0:resource:patient:hl7:confidentiality-code';
const SECRET = 'INVISIBLE_REPRESENTANTS_LEGAUX^1.2.250.1.213.1.1.4.13';

type Options = {
  /** True when the scenario opened a secret connection: then the code is due. */
  readonly secrete?: true;
};

/** A secret connection of a minor is declared by its one code; what else is declared there is an error. */
export const check: Check<Options> = {
  title: {
    fr: 'La connexion secrète est déclarée par son code',
    en: 'A secret connection is declared by its code',
  },
  assertions: ['DMP-VIHF-11'],
  clauses: [
    {
      source: 'ANS IG HL7v2 transmission CDA 2.1',
      section: 'mapping VIHF, confidentiality-code',
      trust: 'V',
    },
    { source: 'JDV_J64-RestrictionAudienceVIHF-DMP 20200424', trust: 'V' },
    { source: 'SEL-MP-037 (guide DMP)', section: 'EX_0.1-1100', trust: '2' },
  ],
  reads: documentKinds,
  options: {
    type: 'object',
    additionalProperties: false,
    properties: { secrete: { const: true } },
  },
  findings: {
    'secret-code-missing': sentences(
      'La connexion est secrète et confidentiality-code manque.',
      'The connection is secret and confidentiality-code is missing.',
      'Écrire l’attribut confidentiality-code avec INVISIBLE_REPRESENTANTS_LEGAUX.',
      'Write the attribute confidentiality-code with INVISIBLE_REPRESENTANTS_LEGAUX.',
    ),
    'secret-code-wrong': sentences(
      'confidentiality-code vaut « {actual} », attendu {expected}.',
      'confidentiality-code is “{actual}”, {expected} is expected.',
      'Écrire le code et son système, séparés par ^, ou ôter l’attribut.',
      'Write the code and its system, parted by ^, or remove the attribute.',
    ),
  },
  judge: (input) =>
    judgeVihfs(input, ({ assertions }) => {
      const seen = assertions.map((one) => inspect(one, input.options.secrete));
      return seen.every((one) => one === undefined) ? undefined : seen.flatMap((one) => one ?? []);
    }),
};

function inspect({ attributes, at }: Vihf, secret: true | undefined): readonly Observation[] | undefined {
  const found = attributes.find(({ name }) => name === NAME);
  if (found === undefined) {
    return secret === true ? [{ code: 'secret-code-missing', at }] : undefined;
  }
  const actual = found.values.map(({ text }) => text).join(', ');
  return actual === SECRET ? [] : [{ code: 'secret-code-wrong', expected: SECRET, actual, at: found.at }];
}
