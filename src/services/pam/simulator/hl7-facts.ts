import type { Hl7Message } from '../../../formats/hl7v2/hl7-message.ts';
import { valueAt } from '../../../formats/hl7v2/hl7-value.ts';
import { readPids, type Pid } from '../../../formats/hl7v2/read-pid.ts';
import type { Hl7Facts, PidFacts } from '../preuves/views.ts';

/** Facts of a message that was read. */
export function hl7Facts(message: Hl7Message): Hl7Facts {
  return {
    type: valueAt(message, 'MSH-9.1'),
    evenement: valueAt(message, 'MSH-9.2'),
    controlId: valueAt(message, 'MSH-10'),
    version: valueAt(message, 'MSH-12'),
    patients: readPids(message).map(pidFacts),
  };
}

/** Facts of what could not be read. */
export const noFacts: Hl7Facts = { type: '', evenement: '', controlId: '', version: '', patients: [] };

function pidFacts(pid: Pid): PidFacts {
  const { traits } = pid;
  return {
    ipp: pid.identifiers.filter(({ type }) => type === 'PI').map(({ value }) => value),
    ins: pid.ins.filter(({ expires }) => expires === '').map(({ value, oid }) => ({ matricule: value, oid })),
    nomNaissance: traits.nomNaissance,
    prenoms: traits.prenoms,
    dateNaissance: traits.dateNaissance,
    sexe: traits.sexe,
    lieuNaissance: traits.lieuNaissance,
    statuts: pid.statuses,
  };
}
