import { readFhir, type FhirReading } from './read-fhir.ts';
import { readFhirXml } from './read-fhir-xml.ts';

/** Reads one FHIR resource, from XML or from JSON as its first character says. Never throws. */
export function readResource(bytes: Uint8Array): FhirReading {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(64, bytes.byteLength));
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*</.test(head.toString('latin1'))
    ? readFhirXml(bytes)
    : readFhir(bytes);
}
