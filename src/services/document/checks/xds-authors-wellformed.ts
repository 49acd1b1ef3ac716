import type { Check } from '../../../domain/check.ts';
import { parseXcn } from '../../../formats/xds/parse-xcn.ts';
import { parseXon } from '../../../formats/xds/parse-xon.ts';
import type { XdsAuthor } from '../../../formats/xds/xds-submission.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { isInsOid } from './reading/is-ins-oid.ts';
import { judgeSubmissions, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

const PS = '1.2.250.1.71.4.2.1';
const STRUCTURE = '1.2.250.1.71.4.2.2';

/** Authors follow the XCN and XON forms, with national identifiers; a patient author has no institution. */
export const check: Check = {
  title: { fr: 'Les auteurs suivent les formes XCN et XON', en: 'Authors follow the XCN and XON forms' },
  assertions: ['DMP-META-15', 'DMP-META-17'],
  clauses: [{ source: 'ANS P4D 0.1.0', section: 'auteurs : authorPerson, authorInstitution', trust: 'V' }],
  reads: documentKinds,
  findings: {
    'author-person-malformed': sentences(
      'authorPerson {actual} est mal formé ({part}).',
      'authorPerson {actual} is malformed ({part}).',
      'Suivre id^NOM^Prénom^^^^^^&OID&ISO^D^^^IDNPS.',
      'Follow id^NAME^Given^^^^^^&OID&ISO^D^^^IDNPS.',
    ),
    'national-id-prefix': sentences(
      'L’identifiant {actual} n’a pas le préfixe de son type.',
      'The identifier {actual} lacks the prefix of its type.',
      'Préfixer : 8 pour un RPPS, 0 pour un ADELI, 1, 3, 4, 5 ou 6 pour un identifiant interne.',
      'Prefix it: 8 for an RPPS, 0 for an ADELI, 1, 3, 4, 5 or 6 for an internal identifier.',
    ),
    'institution-malformed': sentences(
      'authorInstitution {actual} est mal formé.',
      'authorInstitution {actual} is malformed.',
      'Suivre NOM^^^^^&OID&ISO^IDNST^^^identifiant.',
      'Follow NAME^^^^^&OID&ISO^IDNST^^^identifier.',
    ),
    'patient-author-institution': sentences(
      'L’auteur est le patient et une structure est écrite.',
      'The author is the patient and an institution is written.',
      'Ne pas écrire le slot authorInstitution pour un auteur patient.',
      'Do not write the authorInstitution slot for a patient author.',
    ),
  },
  judge: (input) =>
    judgeSubmissions(input, ({ submission }) =>
      [...submission.sets, ...submission.entries].flatMap(({ authors }) => authors.flatMap(inspect)),
    ),
};

function inspect(author: XdsAuthor): Observation[] {
  const { at } = author;
  const persons = author.persons ?? [];
  const out: Observation[] =
    persons.length === 0
      ? [{ code: 'author-person-malformed', actual: '', values: { part: 'XCN' }, at }]
      : [];
  const patient = persons.some((person) => isInsOid(parseXcn(person).authority));
  if (patient && author.institutions !== undefined) out.push({ code: 'patient-author-institution', at });
  return [
    ...out,
    ...persons.flatMap((text) => person(text, at)),
    ...(patient ? [] : (author.institutions ?? []).flatMap((text) => institution(text, at))),
  ];
}

function person(text: string, at: XdsAuthor['at']): Observation[] {
  const { id, family, authority, nameType, idType } = parseXcn(text);
  const bad = (part: string): Observation[] => [
    { code: 'author-person-malformed', actual: text, values: { part }, at },
  ];
  if (id === '') return bad('XCN.1');
  if (family === '') return bad('XCN.2');
  if (authority === '') return bad('XCN.9');
  if (!['D', 'U'].includes(nameType)) return bad('XCN.10');
  if (!['IDNPS', 'EI', 'RI', 'NH'].includes(idType)) return bad('XCN.13');
  return authority === PS && !/^[0134568]\S+$/.test(id)
    ? [{ code: 'national-id-prefix', actual: id, at }]
    : isRpps(id, idType, at);
}

/** An RPPS written without its 8 has eleven digits and begins with 1: an ADELI cabinet id never has that form. */
function isRpps(id: string, idType: string, at: XdsAuthor['at']): Observation[] {
  return idType === 'IDNPS' && /^1\d{10}$/.test(id) ? [{ code: 'national-id-prefix', actual: id, at }] : [];
}

function institution(text: string, at: XdsAuthor['at']): Observation[] {
  const { name, authority, idType, id } = parseXon(text);
  const whole = authority !== '' && idType !== '' && id !== '' && (name !== '' || id !== '');
  const national = authority !== STRUCTURE || (idType === 'IDNST' && /^[01234]\S+$/.test(id));
  return whole && national ? [] : [{ code: 'institution-malformed', actual: text, at }];
}
