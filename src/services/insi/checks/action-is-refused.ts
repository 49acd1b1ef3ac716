import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { answers, inPreuve } from './shared/identity-states.ts';

/** The software refuses the act and says so. */
export const check: Check<{ readonly action: string }> = {
  title: { fr: 'Le logiciel refuse l’acte et le dit', en: 'The software refuses the act and says so' },
  assertions: [
    'INS-ST-016',
    'INS-ST-021',
    'INS-ST-022',
    'INS-ST-023',
    'INS-ST-024',
    'INS-ST-029',
    'INS-ST-034',
    'INS-WS-025',
    'INS-WS-030',
  ],
  clauses: [
    {
      source: 'REM 2023-02',
      section: 'INS/va1.20, INS/va1.21, INS/va1.28, INS/va1.31, INS/va1.41, INS/va1.56',
      trust: 'V',
    },
  ],
  reads: [
    'pilote/action',
    'pilote/probe',
    'insi/traits-request',
    'insi/vitale-request',
    'insi/verification-request',
  ],
  options: {
    type: 'object',
    required: ['action'],
    properties: { action: { type: 'string' } },
    additionalProperties: false,
  },
  findings: {
    'action-accepted': {
      says: { fr: 'L’acte « {action} » a été accepté', en: 'The act "{action}" was accepted' },
      fix: {
        fr: 'Refusez l’acte : les données ne le permettent pas',
        en: 'Refuse the act: the data do not allow it',
      },
    },
    'message-missing': {
      says: { fr: 'Le refus n’est accompagné d’aucun message', en: 'The refusal comes without a message' },
      fix: {
        fr: 'Dites à l’utilisateur pourquoi l’acte est refusé',
        en: 'Tell the user why the act is refused',
      },
    },
  },
  judge({ preuves, options }) {
    const asked = answers(preuves).filter((answer) => answer.action === options.action);
    const findings = asked.flatMap(({ preuve, action, output }): readonly Finding[] => {
      if (output['issue'] !== 'refusee' && output['issue'] !== 'erreur')
        return [inPreuve(preuve, 'output.issue', { code: 'action-accepted', values: { action } })];
      return typeof output['message'] === 'string' && output['message'] !== ''
        ? []
        : [inPreuve(preuve, 'output.message', { code: 'message-missing' })];
    });
    return { examined: asked.length, findings };
  },
};
