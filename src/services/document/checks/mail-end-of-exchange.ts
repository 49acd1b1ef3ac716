import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails, type Observation } from './reading/judge-found.ts';
import { headersNamed } from './reading/mail-headers.ts';
import { sentences } from './reading/sentences.ts';

const VALUE = 'FIN';

type Options = {
  /** True when the sender asked that the citizen cannot answer: then the header is due. */
  readonly fin?: true;
};

/** A citizen is told not to answer by X-MSS-MES: FIN, and by no other spelling of it. */
export const check: Check<Options> = {
  title: {
    fr: 'La fin d’échange avec un usager s’écrit X-MSS-MES: FIN',
    en: 'The end of an exchange with a citizen is written X-MSS-MES: FIN',
  },
  assertions: ['MSS-MES-001'],
  clauses: [
    { source: 'REM, MSS/CONF.21', trust: 'V' },
    { source: 'ANS volet transmission CDA en HL7v2 2.1.3', section: 'mapping-mss', trust: 'V' },
  ],
  reads: documentKinds,
  options: { type: 'object', additionalProperties: false, properties: { fin: { const: true } } },
  findings: {
    'end-missing': sentences(
      'La fin d’échange a été demandée et X-MSS-MES manque.',
      'The end of the exchange was asked and X-MSS-MES is missing.',
      'Positionner X-MSS-MES: FIN quand le professionnel ne souhaite pas de réponse.',
      'Set X-MSS-MES: FIN when the professional wants no answer.',
    ),
    'end-value-wrong': sentences(
      'X-MSS-MES vaut « {actual} », attendu {expected}.',
      'X-MSS-MES is “{actual}”, {expected} is expected.',
      'Écrire FIN, en trois majuscules.',
      'Write FIN, in three capitals.',
    ),
  },
  judge: (input) =>
    judgeMails(input, ({ mail }): readonly Observation[] | undefined => {
      const [header] = headersNamed(mail, 'x-mss-mes');
      const at = { path: 'X-MSS-MES' };
      if (header === undefined) return input.options.fin === true ? [{ code: 'end-missing', at }] : undefined;
      const actual = header.value.trim();
      return actual === VALUE
        ? []
        : [{ code: 'end-value-wrong', expected: VALUE, actual, at, bytes: header.range }];
    }),
};
