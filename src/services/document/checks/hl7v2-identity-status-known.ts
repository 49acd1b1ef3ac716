import type { Check } from '../../../domain/check.ts';
import { reliabilityCodes } from '../../../formats/ins/identity-status.ts';
import { judgePids, messageKinds, placeIn } from './reading/judge-messages.ts';
import { sentences } from './reading/sentences.ts';

/** PID-32 uses the French table 0445, where QUAL and RECUP do not exist. */
export const check: Check = {
  title: {
    fr: 'PID-32 est un code de la table 0445 française',
    en: 'PID-32 is a code of the French table 0445',
  },
  assertions: ['INS-HL7-005'],
  clauses: [
    { source: 'FR Core 2.2.0', section: 'fr-core-cs-v2-0445', trust: 'V' },
    { source: 'Guide d’implémentation de l’INS v3.0', section: '2.2.2', trust: '2' },
  ],
  reads: messageKinds,
  findings: {
    'status-missing': sentences(
      'PID-32 est vide : le statut de l’identité n’est pas transmis.',
      'PID-32 is empty: the status of the identity is not sent.',
      'Transmettre VALI pour une identité validée ou qualifiée, PROV sinon.',
      'Send VALI for a validated or qualified identity, PROV otherwise.',
    ),
    'status-unknown': sentences(
      'PID-32 vaut « {actual} », qui n’est pas dans la table 0445 française.',
      'PID-32 is "{actual}", which is not in the French table 0445.',
      'Envoyer VALI pour QUAL et PROV pour RECUP ; ces deux statuts ne circulent pas.',
      'Send VALI for QUAL and PROV for RECUP; these two statuses never travel.',
    ),
  },
  judge: (input) =>
    judgePids(input, (pid) => {
      if (pid.statuses.length === 0) return [{ code: 'status-missing', ...placeIn(pid.segment, 'PID-32') }];
      return pid.statuses.flatMap((status, index) =>
        reliabilityCodes.has(status)
          ? []
          : [
              {
                code: 'status-unknown',
                actual: status,
                ...placeIn(pid.segment, `PID-32[${index + 1}]`),
              },
            ],
      );
    }),
};
