import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { answersTo, inPreuve, outcomeText, writes } from './shared/fhir-preuves.ts';

type Options = {
  readonly action: string;
};

/** A write that the server refused, or left without answer, is told to the user, with the words of the server. */
export const check: Check<Options> = {
  title: {
    fr: 'Un refus du serveur FHIR est dit à l’utilisateur, avec ses mots',
    en: 'A refusal of the FHIR server is told to the user, with its words',
  },
  assertions: ['HX-FHIR-ERREUR'],
  clauses: [{ source: 'FHIR R4', section: '3.1.0.1.2, OperationOutcome', trust: 'V' }],
  reads: ['pilote/action', 'fhir/write'],
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['action'],
    properties: { action: { type: 'string' } },
  },
  findings: {
    'success-claimed': {
      says: {
        fr: 'L’acte « {action} » est dit réussi alors que le serveur a répondu {actual}',
        en: 'The act "{action}" is said to have succeeded although the server answered {actual}',
      },
      fix: {
        fr: 'Tenez pour échoué ce qui n’a pas reçu de réponse 2xx entière, et dites-le',
        en: 'Hold as failed what got no whole 2xx answer, and say so',
      },
    },
    'message-missing': {
      says: {
        fr: 'L’acte « {action} » échoue sans un mot pour l’utilisateur',
        en: 'The act "{action}" fails without a word for the user',
      },
      fix: {
        fr: 'Dites à l’utilisateur que l’identité n’a pas été transmise, et pourquoi',
        en: 'Tell the user that the identity was not sent, and why',
      },
    },
    'outcome-not-shown': {
      says: {
        fr: 'Le message « {actual} » ne reprend pas celui de l’OperationOutcome : « {expected} »',
        en: 'The message "{actual}" does not take up that of the OperationOutcome: "{expected}"',
      },
      fix: {
        fr: 'Montrez issue.details.text, ou issue.diagnostics, de l’OperationOutcome',
        en: 'Show issue.details.text, or issue.diagnostics, of the OperationOutcome',
      },
    },
  },
  judge({ preuves, options }) {
    const last = writes(preuves).at(-1);
    const act = answersTo(preuves, options.action).at(-1);
    if (last === undefined || act === undefined) return { examined: 0, findings: [] };
    const { issue, message } = act.output;
    const values = { action: options.action };
    const at = (path: string, finding: Omit<Finding, 'where'>): Finding =>
      inPreuve(act.preuve, path, { values, ...finding });
    if (issue === 'reussie') {
      const claimed = at('output.issue', { code: 'success-claimed', actual: last.view.status });
      return { examined: 1, findings: [claimed] };
    }
    const said = typeof message === 'string' ? message : '';
    if (said === '') return { examined: 1, findings: [at('output.message', { code: 'message-missing' })] };
    const expected = outcomeText(last.view.responseJson);
    return {
      examined: 1,
      findings: said.includes(expected)
        ? []
        : [at('output.message', { code: 'outcome-not-shown', expected, actual: said })],
    };
  },
};
