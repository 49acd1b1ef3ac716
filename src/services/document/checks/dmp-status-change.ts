import type { Check } from '../../../domain/check.ts';
import type { XdsAssociation } from '../../../formats/xds/xds-submission.ts';
import { associationTypes } from '../../../formats/xds/ebrim-identifiers.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeSubmissions, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

const ebrim = 'urn:oasis:names:tc:ebxml-regrep:StatusType:';
const french = 'urn:asip:ci-sis:2010:StatusType:';
const [approved, deprecated] = [`${ebrim}Approved`, `${ebrim}Deprecated`];
const [archived, deleted] = [`${french}Archived`, `${french}Deleted`];

/** Statuses from which each new status is reached. */
const from: Readonly<Record<string, readonly string[]>> = {
  [approved]: [archived],
  [archived]: [approved],
  [deleted]: [approved, archived, deprecated],
};

/** A change of status goes from a status of the DMP to one that a software may give. */
export const check: Check = {
  title: {
    fr: 'Le changement de statut demandé au DMP existe',
    en: 'The change of status asked of the DMP exists',
  },
  assertions: ['DMP-UPD-02'],
  clauses: [{ source: 'GIE SESAM-Vitale, messages DMP 02.05.00', section: 'TD3.3c, TD3.3d', trust: 'V' }],
  reads: documentKinds,
  findings: {
    'status-missing': sentences(
      'L’association ne porte pas une valeur de {expected}.',
      'The association does not carry one value of {expected}.',
      'Émettre OriginalStatus et NewStatus, une valeur chacun.',
      'Send OriginalStatus and NewStatus, one value each.',
    ),
    'new-status-unknown': sentences(
      'NewStatus vaut « {actual} », qu’un logiciel ne demande pas au DMP.',
      'NewStatus is "{actual}", which a software does not ask of the DMP.',
      'Demander Approved, Archived ou Deleted, avec l’URN du DMP.',
      'Ask for Approved, Archived or Deleted, with the URN of the DMP.',
    ),
    'change-unknown': sentences(
      'Le DMP ne passe pas un document de « {original} » à {actual}.',
      'The DMP does not take a document from "{original}" to {actual}.',
      'Reprendre dans OriginalStatus le statut de la fiche.',
      'Take for OriginalStatus the status of the entry.',
    ),
    'target-not-entry': sentences(
      'targetObject vaut « {actual} » : attendu l’entryUUID de la fiche.',
      'targetObject is "{actual}": expected the entryUUID of the entry.',
      'Désigner la fiche par l’entryUUID obtenu par TD3.1.',
      'Designate the entry by the entryUUID got by TD3.1.',
    ),
  },
  judge: (input) =>
    judgeSubmissions(input, ({ submission }) => {
      const changes = submission.associations.filter(({ type }) => type === associationTypes.updateStatus);
      return changes.length === 0 ? undefined : changes.flatMap(seen);
    }),
};

function seen(association: XdsAssociation): readonly Observation[] {
  const { at, target } = association;
  const valueOf = (name: string): string | undefined => {
    const values = association.slots.filter((slot) => slot.name === name).flatMap((slot) => slot.values);
    return values.length === 1 ? values[0] : undefined;
  };
  const [original, next] = [valueOf('OriginalStatus'), valueOf('NewStatus')];
  const aim: readonly Observation[] = /^urn:uuid:[\da-f-]{36}$/i.test(target)
    ? []
    : [{ code: 'target-not-entry', actual: target, at }];
  if (original === undefined || next === undefined) {
    const expected = original === undefined ? 'OriginalStatus' : 'NewStatus';
    return [...aim, { code: 'status-missing', expected, at }];
  }
  const reached = Object.hasOwn(from, next) ? from[next] : undefined;
  if (reached === undefined) return [...aim, { code: 'new-status-unknown', actual: next, at }];
  if (reached.includes(original)) return aim;
  return [...aim, { code: 'change-unknown', actual: next, values: { original }, at }];
}
