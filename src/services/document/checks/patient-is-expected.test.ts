import { buildCda, patient } from '../../../../tests/builders/build-cda.ts';
import { cdaCase } from '../../../../tests/builders/cda-case.ts';
import { provesCheck, type CheckCase } from '../../../../tests/builders/check-cases.ts';
import { patientCase } from '../../../../tests/builders/build-fhir.ts';
import { datamatrixCase } from '../../../../tests/builders/build-datamatrix.ts';
import { adt } from '../../../../tests/builders/build-messages.ts';
import { buildSubmission, buildXdm } from '../../../../tests/builders/build-xdm.ts';
import { check } from './patient-is-expected.ts';

const options = {
  matricule: patient.matricule,
  oid: patient.oid,
  nomNaissance: patient.family,
  prenoms: ['DOMINIQUE', 'MARIE-LOUISE'],
  sexe: patient.gender,
  dateNaissance: '1979-03-28',
  lieuNaissance: patient.county,
};

const expecting = (one: CheckCase, more: Readonly<Record<string, string>> = {}): CheckCase => ({
  ...one,
  options: { ...options, ...more },
});

provesCheck(check, {
  ok: [
    expecting({ name: 'letter', files: [Buffer.from(buildCda())] }),
    expecting({ name: 'archive', files: async () => [await buildXdm()] }),
    expecting({
      name: 'metadata without sourcePatientInfo',
      files: [
        Buffer.from(buildSubmission({ edit: [[/<Slot name="sourcePatientInfo">.*?<\/Slot>/, '']] }).metadata),
      ],
    }),
    expecting({ name: 'message', files: [Buffer.from(adt())] }),
    datamatrixCase('datamatrix', [], { options }),
    { ...patientCase('FHIR patient'), options: { oid: patient.oid } },
  ],
  ko: {
    'patient-differs': [
      expecting(cdaCase('other birth date', ['birthTime value="19790328"', 'birthTime value="19790329"'])),
      expecting({ name: 'message of another', files: [Buffer.from(adt())] }, { nomNaissance: 'ZZTEST-BETA' }),
      expecting({ name: 'archive of another', files: async () => [await buildXdm()] }, { sexe: 'M' }),
      { ...patientCase('other matricule'), options: { matricule: '000000000000000' } },
    ],
    'patient-trait-missing': [
      expecting(cdaCase('no county', ['<county>51215</county>', ''])),
      expecting(cdaCase('no first name', ['<given qualifier="BR">', '<given qualifier="CL">'])),
    ],
  },
});
