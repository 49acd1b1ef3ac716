import type { Check } from '../../../domain/check.ts';
import { answersTo, inPreuve, messages } from './shared/pam-preuves.ts';

type Options = {
  /** The act that must be propagated. */
  readonly action: string;
  /** Events any of which propagates it. */
  readonly evenements: readonly string[];
};

/** An act done in the software is followed by its message. */
export const check: Check<Options> = {
  title: {
    fr: 'L’acte est suivi du message qui le propage',
    en: 'The act is followed by the message that propagates it',
  },
  assertions: ['INS-HL7-014'],
  clauses: [
    { source: 'REM 2023-02', section: 'INS/va1.60 (r.27)', trust: 'V' },
    { source: 'IHE PAM ITI-30', section: 'A28, A31, A47', trust: 'R' },
  ],
  reads: ['pilote/action', 'pam/message'],
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['action', 'evenements'],
    properties: {
      action: { type: 'string' },
      evenements: { type: 'array', minItems: 1, items: { type: 'string', pattern: '^[A-Z][0-9]{2}$' } },
    },
  },
  findings: {
    'message-missing': {
      says: {
        fr: 'L’acte « {action} » n’est suivi d’aucun message {expected} ; reçu : {actual}',
        en: 'The act "{action}" is followed by no message {expected}; received: {actual}',
      },
      fix: {
        fr: 'Émettez le message dès que l’acte est enregistré, sans action de l’utilisateur',
        en: 'Send the message as soon as the act is stored, without an act of the user',
      },
    },
  },
  judge({ preuves, options }) {
    const acts = answersTo(preuves, options.action).filter(({ output }) => output['issue'] === 'reussie');
    const [act] = acts;
    if (act === undefined) return { examined: 0, findings: [] };
    const seen = messages(preuves).map(({ view }) => view.evenement);
    const sent = seen.filter((event) => options.evenements.includes(event)).length;
    const missing = inPreuve(act.preuve, 'output.issue', {
      code: 'message-missing',
      expected: options.evenements.join(' | '),
      actual: seen.join(', '),
      values: { action: options.action },
    });
    return { examined: acts.length, findings: sent >= acts.length ? [] : [missing] };
  },
};
