import type { Check } from '../../../domain/check.ts';
import type { CdaDocument } from '../../../formats/cda/cda-document.ts';
import { readPids, type Pid } from '../../../formats/hl7v2/read-pid.ts';
import { attachedCdas } from './reading/attached-cda.ts';
import { judgeMessages, messageKinds, placeIn } from './reading/judge-messages.ts';
import type { Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** The identifiers of PID-3 are those of the patient of the document carried. */
export const check: Check = {
  title: {
    fr: 'PID-3 et le patient du CDA ont les mêmes identifiants',
    en: 'PID-3 and the patient of the CDA have the same identifiers',
  },
  assertions: ['INS-HL7-018', 'DMP-V2-03'],
  clauses: [
    { source: 'ANS volet transmission CDA en HL7v2 2.1.3', section: 'profils-messages, PID-3', trust: 'V' },
  ],
  reads: messageKinds,
  findings: {
    'id-not-in-pid': sentences(
      'L’identifiant {actual} du CDA n’est pas dans PID-3.',
      'The identifier {actual} of the CDA is not in PID-3.',
      'Recopier en PID-3 chaque patientRole/id du CDA.',
      'Copy each patientRole/id of the CDA into PID-3.',
    ),
    'id-not-in-document': sentences(
      'L’identifiant {actual} de PID-3 n’est pas dans le CDA.',
      'The identifier {actual} of PID-3 is not in the CDA.',
      'Transmettre en PID-3 exactement les identifiants du CDA.',
      'Send in PID-3 exactly the identifiers of the CDA.',
    ),
  },
  judge: (input) =>
    judgeMessages(input, ({ message }) => {
      const [pid] = readPids(message);
      const cdas = attachedCdas(message);
      if (pid === undefined || cdas.length === 0) return undefined;
      return cdas.flatMap(({ document }) => compare(pid, document));
    }),
};

function compare(pid: Pid, document: CdaDocument): readonly Observation[] {
  const inDocument = document.patients.flatMap((patient) =>
    patient.ids.map((id) => `${id.extension ?? ''}@${id.root}`),
  );
  const inPid = pid.identifiers.map((id) => `${id.value}@${id.oid}`);
  return [
    ...inDocument
      .filter((id) => !inPid.includes(id))
      .map((id) => ({ code: 'id-not-in-pid', actual: id, ...placeIn(pid.segment, 'PID-3') })),
    ...pid.identifiers
      .filter((id) => !inDocument.includes(`${id.value}@${id.oid}`))
      .map((id) => ({
        code: 'id-not-in-document',
        actual: `${id.value}@${id.oid}`,
        ...placeIn(pid.segment, id.path),
      })),
  ];
}
