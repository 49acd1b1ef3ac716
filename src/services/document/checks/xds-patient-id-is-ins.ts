import type { Check } from '../../../domain/check.ts';
import { parseCx } from '../../../formats/xds/parse-cx.ts';
import type { XdsValue } from '../../../formats/xds/xds-submission.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { isInsOid } from './reading/is-ins-oid.ts';
import { judgeSubmissions, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** The patient of the set and of each entry is an INS in its CX form. */
export const check: Check = {
  title: { fr: 'patientId est l’INS sous sa forme CX', en: 'patientId is the INS in its CX form' },
  assertions: ['DMP-META-13', 'INS-XDS-001', 'MSS-XDM-007'],
  clauses: [
    { source: 'ANS P4D 0.1.0', section: 'PatientId : CX.1, CX.4, CX.5', trust: 'V' },
    { source: 'REM, MSS/CONF.24', trust: 'V' },
  ],
  reads: documentKinds,
  findings: {
    'patient-id-malformed': sentences(
      'patientId {actual} n’est pas de la forme {expected}.',
      'patientId {actual} is not of the form {expected}.',
      'Écrire matricule^^^&OID&ISO^NH, sans parenthèses ni autre composant.',
      'Write matricule^^^&OID&ISO^NH, without parentheses or other components.',
    ),
    'patient-id-not-ins': sentences(
      'patientId est sous l’OID {actual}, qui n’est pas celui d’une INS.',
      'patientId is under the OID {actual}, which is not that of an INS.',
      'Employer le matricule INS et son OID, jamais l’IPP ni l’INS-C.',
      'Use the INS and its OID, never the local number or the INS-C.',
    ),
  },
  judge: (input) =>
    judgeSubmissions(input, ({ submission }) =>
      [...submission.sets, ...submission.entries].flatMap(({ patientIds }) => patientIds.flatMap(inspect)),
    ),
};

function inspect({ value, at }: XdsValue): Observation[] {
  const cx = parseCx(value);
  const wellFormed =
    cx?.type === 'NH' &&
    cx.authorityType === 'ISO' &&
    cx.namespace === '' &&
    cx.components === 5 &&
    /^[\dAB]{15}$/.test(cx.id);
  if (cx !== undefined && !isInsOid(cx.authority))
    return [{ code: 'patient-id-not-ins', actual: cx.authority, at }];
  return wellFormed
    ? []
    : [{ code: 'patient-id-malformed', expected: 'matricule^^^&OID&ISO^NH', actual: value, at }];
}
