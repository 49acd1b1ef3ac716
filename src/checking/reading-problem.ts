import type { CheckProblem } from '../domain/check-result.gen.ts';
import { SegurError } from '../domain/segur-error.ts';
import { readResource } from '../formats/fhir/read-resource.ts';
import { readHl7 } from '../formats/hl7v2/read-hl7.ts';
import { parseXml } from '../formats/xml/parse-xml.ts';
import type { DocumentKind } from './document-kind.ts';
import { problemOf } from './problem-of.ts';

/** Why the bytes of a kind cannot be read at all; undefined when they can. Never throws for bad input. */
export function readingProblem(
  bytes: Uint8Array,
  kind: DocumentKind,
  file: string,
): CheckProblem | undefined {
  switch (kind) {
    case 'hl7v2': {
      const reading = readHl7(bytes);
      return reading.kind === 'problem'
        ? { code: `hl7v2-${reading.code}`, says: same(reading.message), line: Math.max(1, reading.line) }
        : undefined;
    }
    case 'fhir-json':
      return fhirProblem(bytes);
    case 'fhir-xml':
      return xmlProblem(bytes, file) ?? fhirProblem(bytes);
    case 'cda-n1':
    case 'cda-n3':
    case 'xds-submission':
    case 'soap':
    case 'saml-assertion':
      return xmlProblem(bytes, file);
    default:
      return undefined;
  }
}

function fhirProblem(bytes: Uint8Array): CheckProblem | undefined {
  const reading = readResource(bytes);
  return reading.kind === 'problem' ? { code: 'fhir-unreadable', says: same(reading.message) } : undefined;
}

function xmlProblem(bytes: Uint8Array, file: string): CheckProblem | undefined {
  try {
    parseXml(bytes, { file });
    return undefined;
  } catch (error) {
    if (!(error instanceof SegurError)) throw error;
    return problemOf(error);
  }
}

function same(text: string): CheckProblem['says'] {
  return { fr: text, en: text };
}
