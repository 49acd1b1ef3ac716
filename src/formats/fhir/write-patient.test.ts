import { expect, it } from 'vitest';
import { readPatientIns } from './patient-ins.ts';
import { readPatientTraits } from './patient-traits.ts';
import { insIdentifier, localIdentifier, writePatient, type PatientToWrite } from './write-patient.ts';

const ins = { matricule: '279035121518989', oid: '1.2.250.1.213.1.4.10' };
const base: PatientToWrite = {
  profile: 'fr-core-patient-ins',
  statuses: ['VALI'],
  identifiers: [insIdentifier(ins), localIdentifier('urn:oid:2.25.1', '1')],
  traits: {
    nomNaissance: 'ZZTEST',
    prenoms: ['ANNE', 'MARIE'],
    sexe: 'F',
    dateNaissance: '1979-03-28',
    lieuNaissance: '51215',
  },
};

it('writes what is then read', () => {
  expect(readPatientTraits(writePatient(base))).toEqual({
    ...ins,
    ...{ nomNaissance: 'ZZTEST', premierPrenom: 'ANNE', prenoms: 'ANNE MARIE', sexe: 'F' },
    ...{ dateNaissance: '1979-03-28', lieuNaissance: '51215' },
  });
  expect(readPatientIns(writePatient(base))).toMatchObject({
    profiled: true,
    ins: [{ types: ['INS-NIR-TEST'], use: 'official' }],
    official: ['Patient.identifier[0]'],
    statuses: ['VALI'],
  });
});

it('writes one extension for each status or attribute, and the use of a former number', () => {
  const patient = writePatient({
    ...base,
    profile: 'fr-core-patient',
    statuses: ['PROV', 'DOUT'],
    identifiers: [insIdentifier({ ...ins, oid: '1.2.250.1.213.1.4.9' }, 'old')],
    traits: { ...base.traits, sexe: 'I' },
  });
  expect(readPatientIns(patient)).toMatchObject({
    profiled: false,
    ins: [{ types: ['INS-NIA'], use: 'old' }],
    statuses: ['PROV', 'DOUT'],
    attributes: ['DOUT'],
    reliabilities: 2,
  });
  expect(patient.gender).toBe('unknown');
});

it('gives no type to an OID that announces no INS', () => {
  expect(insIdentifier({ ...ins, oid: '1.2.250.1.213.1.4.5' })).not.toHaveProperty('type');
});
