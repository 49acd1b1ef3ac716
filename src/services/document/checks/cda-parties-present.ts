import type { Check } from '../../../domain/check.ts';
import type { CdaActor, CdaDocument } from '../../../formats/cda/cda-document.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { isInsOid } from './reading/is-ins-oid.ts';
import { judgeCdas, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

const PS = '1.2.250.1.71.4.2.1';
const STRUCTURE = '1.2.250.1.71.4.2.2';

/** Who wrote, keeps, answers for and performed what the document tells is said, with national identifiers. */
export const check: Check = {
  title: {
    fr: 'Auteur, responsable, conservateur et acte sont décrits',
    en: 'Author, authenticator, custodian and act are described',
  },
  assertions: ['DMP-CDA-03'],
  clauses: [
    {
      source: 'CI-SIS Volet Structuration minimale 1.16',
      section: 'author, custodian, legalAuthenticator, documentationOf, componentOf',
      trust: 'V',
    },
  ],
  reads: documentKinds,
  findings: {
    'party-missing': sentences(
      'L’élément {expected} manque.',
      'The element {expected} is missing.',
      'Ajouter cet élément à l’en-tête.',
      'Add this element to the header.',
    ),
    'party-repeated': sentences(
      '{expected} figure {actual} fois, attendu une seule.',
      '{expected} appears {actual} times, once is expected.',
      'N’écrire cet élément qu’une fois.',
      'Write this element once.',
    ),
    'identifier-missing': sentences(
      'L’identifiant national manque pour {expected}.',
      'The national identifier is missing for {expected}.',
      'Écrire id avec la racine des professionnels ou des structures.',
      'Write id with the root of professionals or of structures.',
    ),
    'signature-code-wrong': sentences(
      'signatureCode vaut {actual}, attendu {expected}.',
      'signatureCode is {actual}, {expected} is expected.',
      'Écrire signatureCode code="S".',
      'Write signatureCode code="S".',
    ),
    'author-role-missing': sentences(
      'L’auteur professionnel n’a pas de rôle codé.',
      'The professional author has no coded role.',
      'Écrire assignedAuthor/code (JDV_J01).',
      'Write assignedAuthor/code (JDV_J01).',
    ),
  },
  judge: (input) =>
    judgeCdas(input, ({ document }) => [
      ...counts(document),
      ...document.authors.flatMap(author),
      ...document.custodians
        .filter(({ ids }) => !ids.some((id) => id.root !== ''))
        .map((custodian) => ({ code: 'identifier-missing', expected: 'custodian', at: custodian.at })),
      ...document.legalAuthenticators.flatMap(authenticator),
    ]),
};

function counts(document: CdaDocument): Observation[] {
  const [event] = document.serviceEvents;
  const root = { path: '/ClinicalDocument' };
  const single: readonly (readonly [string, number])[] = [
    ['custodian', document.custodians.length],
    ['legalAuthenticator', document.legalAuthenticators.length],
    ['componentOf', document.encounters.length],
  ];
  const several: readonly (readonly [string, number])[] = [
    ['author', document.authors.length],
    ['documentationOf', document.serviceEvents.length],
    ['documentationOf/serviceEvent/performer', event === undefined ? 1 : event.performers.length],
  ];
  return [
    ...[...single, ...several]
      .filter(([, count]) => count === 0)
      .map(([expected]) => ({ code: 'party-missing', expected, at: root })),
    ...single
      .filter(([, count]) => count > 1)
      .map(([expected, actual]) => ({ code: 'party-repeated', expected, actual, at: root })),
  ];
}

function author(actor: CdaActor): Observation[] {
  // Patients and devices follow other rules: neither code nor organisation is owed.
  if (actor.device !== undefined || actor.ids.some((id) => isInsOid(id.root))) return [];
  const out: Observation[] = [];
  if (!actor.ids.some((id) => id.root === PS)) {
    out.push({ code: 'identifier-missing', expected: 'author/assignedAuthor', at: actor.at });
  }
  if (actor.code === undefined || actor.code.code === '')
    out.push({ code: 'author-role-missing', at: actor.at });
  if (!actor.organisation?.ids.some((id) => id.root === STRUCTURE)) {
    out.push({ code: 'identifier-missing', expected: 'author/representedOrganization', at: actor.at });
  }
  return out;
}

function authenticator(actor: CdaDocument['legalAuthenticators'][number]): Observation[] {
  const out: Observation[] = [];
  if (actor.signatureCode !== 'S') {
    out.push({ code: 'signature-code-wrong', expected: 'S', actual: actor.signatureCode, at: actor.at });
  }
  if (!actor.ids.some((id) => id.root !== '' && id.nullFlavor === undefined)) {
    out.push({ code: 'identifier-missing', expected: 'legalAuthenticator/assignedEntity', at: actor.at });
  }
  return out;
}
