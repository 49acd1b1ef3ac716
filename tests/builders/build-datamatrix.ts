import { writeInsDatamatrix } from '../../src/formats/ins/datamatrix-payload.ts';
import { patient } from './build-cda.ts';
import { applyEdits, type Edit } from './build-xdm.ts';
import type { CheckCase } from './check-cases.ts';

/** A case of the text of one conforming INS datamatrix of the synthetic patient, with edits. */
export function datamatrixCase(
  name: string,
  edits: readonly Edit[] = [],
  more: Partial<CheckCase> = {},
): CheckCase {
  const text = writeInsDatamatrix({
    matricule: patient.matricule,
    oid: patient.oid,
    prenoms: patient.givenList,
    nomNaissance: patient.family,
    sexe: patient.gender,
    dateNaissance: '28-03-1979',
    lieuNaissance: patient.county,
  });
  return { name, files: [Buffer.from(applyEdits(text, edits))], ...more };
}
