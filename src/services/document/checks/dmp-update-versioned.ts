import type { Check } from '../../../domain/check.ts';
import { readSubmission } from '../../../formats/xds/read-submission.ts';
import { associationTypes } from '../../../formats/xds/ebrim-identifiers.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeDmpRequests } from './reading/judge-found.ts';
import { updatedEntries } from './reading/updated-entries.ts';
import { sentences } from './reading/sentences.ts';

/** A change of metadata is a member of its set and says which version it follows. */
export const check: Check = {
  title: {
    fr: 'La modification de fiche au DMP dit quelle version elle suit',
    en: 'The change of an entry in the DMP says which version it follows',
  },
  assertions: ['DMP-UPD-01'],
  clauses: [{ source: 'IHE ITI, Metadata Update (ITI-57)', section: 'PreviousVersion', trust: '2' }],
  reads: documentKinds,
  findings: {
    'member-missing': sentences(
      'Aucune association HasMember ne relie la fiche {actual} au lot.',
      'No HasMember association links entry {actual} to the set.',
      'Ajouter l’association HasMember du lot vers la fiche.',
      'Add the HasMember association from the set to the entry.',
    ),
    'previous-version-missing': sentences(
      'L’association de la fiche {actual} ne donne pas PreviousVersion.',
      'The association of entry {actual} does not give PreviousVersion.',
      'Donner dans PreviousVersion le numéro de version reçu du DMP.',
      'Give in PreviousVersion the version number that came from the DMP.',
    ),
  },
  judge: (input) =>
    judgeDmpRequests(input, ({ request }) => {
      const entries = updatedEntries(request);
      if (entries.length === 0) return undefined;
      const members = (readSubmission(request.body)?.associations ?? []).filter(
        ({ type }) => type === associationTypes.hasMember,
      );
      return entries.flatMap(({ id, at }) => {
        const member = members.find(({ target }) => target === id);
        if (member === undefined) return [{ code: 'member-missing', actual: id, at }];
        const versions = member.slots.filter(({ name }) => name === 'PreviousVersion');
        return versions.length === 1 && /^[1-9]\d*$/.test(versions[0]?.values.join() ?? '')
          ? []
          : [{ code: 'previous-version-missing', actual: id, at: member.at }];
      });
    }),
};
