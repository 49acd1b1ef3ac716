import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPatientIns } from './patient-ins.ts';
import { entriesOf, missingElements } from './pdsm.ts';
import { readFhir } from './read-fhir.ts';

describe('FHIR JSON', () => {
  it.each([
    ['text', Buffer.from('not JSON')],
    ['list', Buffer.from('[]')],
    ['no type', Buffer.from('{}')],
    ['odd type', Buffer.from('{"resourceType":1}')],
    ['truncated', Buffer.from('{"resourceType":"Patient"')],
    ['too deep', Buffer.from('['.repeat(200_000))],
    ['too large', Buffer.alloc(17 * 1024 * 1024, ' ')],
  ])('refuses %s', (_, bytes) => {
    expect(readFhir(bytes).kind).toBe('problem');
  });
  it('never throws, whatever the members are', () => {
    const member = fc.constantFrom('identifier', 'extension', 'name', 'meta', 'entry', 'content', 'context');
    fc.assert(
      fc.property(
        fc.constantFrom('Patient', 'Bundle', 'DocumentReference'),
        fc.dictionary(member, fc.jsonValue({ maxDepth: 3 })),
        (resourceType, members) => {
          const reading = readFhir(Buffer.from(JSON.stringify({ ...members, resourceType })));
          if (reading.kind === 'problem') return;
          const { resource } = reading;
          if (resource.resourceType === 'Patient') readPatientIns(resource);
          if (resource.resourceType === 'Bundle') entriesOf(resource);
          if (resource.resourceType === 'DocumentReference') missingElements(resource);
        },
      ),
    );
  });
});
