import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails, type Observation } from './reading/judge-found.ts';
import { headersNamed } from './reading/mail-headers.ts';
import { sentences } from './reading/sentences.ts';

/** Every mail, receipts included, says by X-MSS-NIL which product made it. */
export const check: Check = {
  title: {
    fr: 'Chaque courriel porte la référence produit',
    en: 'Every mail bears the product reference',
  },
  assertions: ['MSS-NIL-001'],
  clauses: [{ source: 'REM, MSS/CONF.16', trust: 'V' }],
  reads: documentKinds,
  findings: {
    'nil-missing': sentences(
      'L’entête X-MSS-NIL manque.',
      'The header X-MSS-NIL is missing.',
      'Le positionner sur tous les courriels : réponses, transferts et accusés compris.',
      'Set it on all mails: replies, forwards and receipts included.',
    ),
    'nil-empty': sentences(
      'L’entête X-MSS-NIL est vide.',
      'The header X-MSS-NIL is empty.',
      'Y écrire la référence produit donnée par convergence.esante.gouv.fr.',
      'Write there the product reference given by convergence.esante.gouv.fr.',
    ),
    'nil-other-product': sentences(
      'X-MSS-NIL vaut {actual}, la référence déclarée au dossier est {expected}.',
      'X-MSS-NIL is {actual}, the reference declared in the dossier is {expected}.',
      'Écrire la référence du logiciel qui a produit le message.',
      'Write the reference of the software that made the message.',
    ),
  },
  judge: (input) => {
    const declared = input.facts.solution['reference'];
    return judgeMails(input, ({ mail }): readonly Observation[] => {
      const [header] = headersNamed(mail, 'x-mss-nil');
      const at = { path: 'X-MSS-NIL' };
      if (header === undefined) return [{ code: 'nil-missing', at }];
      const actual = header.value.trim();
      if (actual === '') return [{ code: 'nil-empty', at, bytes: header.range }];
      return typeof declared === 'string' && declared !== '' && declared !== actual
        ? [{ code: 'nil-other-product', expected: declared, actual, at, bytes: header.range }]
        : [];
    });
  },
};
