import type { Check } from '../../../domain/check.ts';
import { searched } from '../../../formats/dmp/read-dmp-request.ts';
import { attribute, descend, placeOf, textOf } from '../../../formats/xml-navigation/navigate.ts';
import type { XmlElement } from '../../../formats/xml/xml-node.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { isInsOid } from './reading/is-ins-oid.ts';
import { judgeDmpRequests, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** What a request about the existence of a DMP fixes: a path of elements, an attribute, its value. */
const fixed: readonly (readonly [path: readonly string[], name: string, value: string])[] = [
  [['interactionId'], 'root', '2.16.840.1.113883.1.6'],
  [['interactionId'], 'extension', 'PRPA_IN201307UV02'],
  [['processingModeCode'], 'code', 'T'],
  [['acceptAckCode'], 'code', 'AL'],
  [['receiver', 'device', 'id'], 'root', '1.2.250.1.213.4.1.1.1'],
  [['controlActProcess'], 'classCode', 'CACT'],
  [['controlActProcess'], 'moodCode', 'EVN'],
  [['controlActProcess', 'reasonCode'], 'codeSystem', '1.2.250.1.213.1.1.4.11'],
  [['controlActProcess', 'queryByParameter', 'statusCode'], 'code', 'new'],
];

/** A request about the existence of a DMP has its fixed codes and designates the patient by the INS. */
export const check: Check = {
  title: {
    fr: 'La requête d’existence du DMP porte ses codes fixes',
    en: 'The request about the existence of a DMP has its fixed codes',
  },
  assertions: ['DMP-TD02-01'],
  clauses: [{ source: 'GIE SESAM-Vitale, messages DMP 02.05.00', section: 'TD0.2', trust: 'V' }],
  reads: documentKinds,
  findings: {
    'code-wrong': sentences(
      '{name} vaut « {actual} » : attendu {expected}.',
      '{name} is "{actual}": expected {expected}.',
      'Reprendre la valeur fixe de la transaction.',
      'Take the fixed value of the transaction.',
    ),
    'patient-not-ins': sentences(
      'patientIdentifier désigne le patient sous « {actual} », qui n’est pas une autorité de l’INS.',
      'patientIdentifier designates the patient under "{actual}", which is no authority of the INS.',
      'Donner en root l’OID de l’INS et en extension le matricule.',
      'Give the OID of the INS as root and the matricule as extension.',
    ),
    'semantics-wrong': sentences(
      'semanticsText vaut « {actual} » : attendu {expected}.',
      'semanticsText is "{actual}": expected {expected}.',
      'Reprendre la valeur fixe de la transaction.',
      'Take the fixed value of the transaction.',
    ),
  },
  judge: (input) =>
    judgeDmpRequests(input, ({ request: { transaction, body } }) =>
      transaction.name === 'TD0.2'
        ? [...fixed.flatMap((rule) => wrongCode(body, rule)), ...wrongPatient(body)]
        : undefined,
    ),
};

function wrongCode(body: XmlElement, [path, name, expected]: (typeof fixed)[number]): readonly Observation[] {
  const [element] = descend(body, ...path);
  const actual = attribute(element, name) ?? '';
  if (actual === expected) return [];
  const values = { name: `${path.join('/')}/@${name}` };
  return [{ code: 'code-wrong', expected, actual, values, at: placeOf(element ?? body) }];
}

function wrongPatient(body: XmlElement): readonly Observation[] {
  const identifier = ['controlActProcess', 'queryByParameter', 'parameterList', 'patientIdentifier'];
  const ids = searched(body);
  const semantics = descend(body, ...identifier, 'semanticsText');
  const patient: readonly Observation[] =
    ids.length === 0 ? [{ code: 'patient-not-ins', actual: '', at: placeOf(body) }] : [];
  return [
    ...patient,
    ...ids
      .filter((id) => !isInsOid(attribute(id, 'root') ?? ''))
      .map((id) => ({ code: 'patient-not-ins', actual: attribute(id, 'root') ?? '', at: placeOf(id) })),
    ...semantics
      .filter((one) => textOf(one).trim() !== 'Patient.id')
      .map((one) => ({
        code: 'semantics-wrong',
        expected: 'Patient.id',
        actual: textOf(one).trim(),
        at: placeOf(one),
      })),
  ];
}
