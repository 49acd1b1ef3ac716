import { expect, it } from 'vitest';
import type { Hl7Message } from '../../../formats/hl7v2/hl7-message.ts';
import { valueAt } from '../../../formats/hl7v2/hl7-value.ts';
import { readHl7 } from '../../../formats/hl7v2/read-hl7.ts';
import { hl7Facts } from './hl7-facts.ts';
import { structures, writeMessage, type MessageToWrite } from './write-message.ts';

const ins = { matricule: '279035121518989', oid: '1.2.250.1.213.1.4.10' };
const base: MessageToWrite = {
  evenement: 'A28',
  controlId: 'C1',
  now: new Date('2026-01-02T03:04:05Z'),
  ipp: 'SEGUR-1',
  traits: {
    nomNaissance: 'ZZTEST & CO',
    prenoms: ['ANNE', 'MARIE'],
    sexe: 'F',
    dateNaissance: '1979-03-28',
    lieuNaissance: '51215',
  },
  statut: 'VALI',
};

function read(edit: Partial<MessageToWrite>): Hl7Message {
  const reading = readHl7(writeMessage({ ...base, ...edit }));
  if (reading.kind !== 'read' || reading.file.messages[0] === undefined) throw new Error('not read');
  return reading.file.messages[0];
}

it.each(Object.keys(structures))('%s carries the patient at its place', (evenement) => {
  const facts = hl7Facts(read({ evenement, ins, autreIpp: 'SEGUR-2' }));
  expect(facts).toMatchObject({ type: structures[evenement]?.[0], evenement, controlId: 'C1' });
  expect(facts.patients[0]).toEqual({
    ipp: ['SEGUR-1'],
    ins: [ins],
    nomNaissance: 'ZZTEST & CO',
    prenoms: 'ANNE MARIE',
    dateNaissance: '19790328',
    sexe: 'F',
    lieuNaissance: '51215',
    statuts: ['VALI'],
  });
});

it('takes an INS away by A47: in MRG-1, and not in PID-3', () => {
  const message = read({ evenement: 'A47', insRetire: ins });
  expect(hl7Facts(message).patients[0]?.ins).toEqual([]);
  expect(valueAt(message, 'MRG-1.1')).toBe(ins.matricule);
  expect(valueAt(message, 'MRG-1.5')).toBe('INS');
});

it('names the other identity of a merge and of a link', () => {
  expect(valueAt(read({ evenement: 'A40', autreIpp: 'SEGUR-2' }), 'MRG-1.1')).toBe('SEGUR-2');
  expect(valueAt(read({ evenement: 'A24', autreIpp: 'SEGUR-2' }), 'PID(2)-3.1')).toBe('SEGUR-2');
});

it('says NIA for the authority of the NIA', () => {
  const nia = { ...ins, oid: '1.2.250.1.213.1.4.9' };
  expect(valueAt(read({ ins: nia }), 'PID-3[2].4.1')).toBe('ASIP-SANTE-INS-NIA');
});

it('carries a document whole', () => {
  const message = read({ evenement: 'T02', document: Buffer.from('<é/>') });
  expect(Buffer.from(valueAt(message, 'OBX-5.5'), 'base64').toString()).toBe('<é/>');
  expect(valueAt(message, 'OBX-11')).toBe('F');
});
