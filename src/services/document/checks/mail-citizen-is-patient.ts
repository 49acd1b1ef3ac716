import type { Check } from '../../../domain/check.ts';
import type { FoundMail } from '../../../formats/bundle/bundle.ts';
import { parseMatricule } from '../../../formats/ins/matricule.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { isInsOid } from './reading/is-ins-oid.ts';
import { judgeMails, type Observation } from './reading/judge-found.ts';
import { citizensOf, localPartOf } from './reading/mail-headers.ts';
import { sentences } from './reading/sentences.ts';

/** A mail to a citizen goes to the address made from the INS of the patient of the documents. */
export const check: Check = {
  title: {
    fr: 'L’adresse usager est celle du patient des documents',
    en: 'The citizen address is that of the patient of the documents',
  },
  assertions: ['MSS-ADR-002', 'MSS-ADR-003', 'INS-MSS-001'],
  clauses: [
    { source: 'REM, MSS/va1.19', trust: 'V' },
    { source: 'Référentiel MSSanté #2', section: 'ECO.2.2.6', trust: '2' },
  ],
  reads: documentKinds,
  findings: {
    'citizen-address-malformed': sentences(
      'L’adresse {actual} n’est pas faite d’un matricule INS.',
      'The address {actual} is not made of an INS.',
      'Construire l’adresse avec les 15 caractères du matricule qualifié.',
      'Build the address from the 15 characters of the qualified INS.',
    ),
    'citizen-not-patient': sentences(
      'L’adresse désigne {actual}, les documents concernent {expected}.',
      'The address designates {actual}, the documents concern {expected}.',
      'Adresser les documents au seul patient concerné.',
      'Send documents to the patient concerned only.',
    ),
  },
  judge: (input) => judgeMails(input, inspect),
};

function inspect({ mail, archives }: FoundMail): Observation[] | undefined {
  const citizens = citizensOf(mail);
  if (citizens.length === 0) return undefined;
  const owned = new Set(
    archives.flatMap(({ cdas }) =>
      cdas.flatMap(({ document }) =>
        document.patients.flatMap(({ ids }) =>
          ids.filter((id) => isInsOid(id.root)).map((id) => id.extension ?? ''),
        ),
      ),
    ),
  );
  return citizens.flatMap((address): Observation[] => {
    const local = localPartOf(address);
    const matricule = parseMatricule(local);
    const at = { path: 'To' };
    if (matricule === undefined) {
      return [{ code: 'citizen-address-malformed', actual: address, at }];
    }
    if (owned.size === 0 || owned.has(local)) return [];
    return [{ code: 'citizen-not-patient', expected: [...owned].join(', '), actual: local, at }];
  });
}
