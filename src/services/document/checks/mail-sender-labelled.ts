import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** The sender is named, not only addressed. */
export const check: Check = {
  title: { fr: 'L’expéditeur a un libellé', en: 'The sender has a label' },
  assertions: ['MSS-ADR-005'],
  clauses: [{ source: 'REM, MSS/va1.16', trust: 'V' }],
  reads: documentKinds,
  findings: {
    'sender-missing': sentences(
      'Le courriel n’a pas d’expéditeur.',
      'The mail has no sender.',
      'Écrire l’entête From.',
      'Write the header From.',
    ),
    'sender-unlabelled': sentences(
      'L’expéditeur {actual} n’a pas de libellé.',
      'The sender {actual} has no label.',
      'Écrire Titre_Prénom_NOM_Entité, ou l’entité, devant l’adresse.',
      'Write Title_Given_NAME_Entity, or the entity, before the address.',
    ),
  },
  judge: (input) =>
    judgeMails(input, ({ mail: { from } }) => {
      const at = { path: 'From' };
      if (from.length === 0) return [{ code: 'sender-missing', at }];
      return from
        .filter(
          ({ label, address }) => label.trim() === '' || label.trim().toLowerCase() === address.toLowerCase(),
        )
        .map(({ address }) => ({ code: 'sender-unlabelled', actual: address, at }));
    }),
};
