import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

type Options = {
  /** Domains of the white list, as the scenario has it. */
  readonly domaines: readonly string[];
};

/** Every recipient of a mail is of a domain of the white list. */
export const check: Check<Options> = {
  title: {
    fr: 'Chaque destinataire est d’un domaine de la liste blanche',
    en: 'Every recipient is of a domain of the white list',
  },
  assertions: ['MSS-ADR-001'],
  clauses: [{ source: 'Référentiel MSSanté clients de messagerie', section: 'liste blanche', trust: '2' }],
  reads: documentKinds,
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['domaines'],
    properties: { domaines: { type: 'array', minItems: 1, items: { type: 'string' } } },
  },
  findings: {
    'domain-not-listed': sentences(
      'Le courriel part à {actual}, dont le domaine n’est pas dans la liste blanche.',
      'The mail goes to {actual}, whose domain is not in the white list.',
      'Refuser l’adresse et le dire à l’utilisateur avant l’envoi.',
      'Refuse the address and say so to the user before the sending.',
    ),
  },
  judge: (input) =>
    judgeMails(input, ({ mail }) => {
      if (mail.to.length === 0) return undefined;
      const listed = new Set(input.options.domaines.map((domain) => domain.toLowerCase()));
      return mail.to
        .filter(({ address }) => !listed.has(address.slice(address.lastIndexOf('@') + 1).toLowerCase()))
        .map(({ address }) => ({ code: 'domain-not-listed', actual: address, at: { path: 'To' } }));
    }),
};
