import { createHash } from 'node:crypto';
import type { Check } from '../../../domain/check.ts';
import type { FoundMail } from '../../../formats/bundle/bundle.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** The PDF beside a level-1 document is the very PDF that it wraps; that of a structured one is for a human to compare. */
export const check: Check = {
  title: {
    fr: 'Le PDF joint est celui du document',
    en: 'The PDF that is joined is that of the document',
  },
  assertions: ['MSS-PDF-003'],
  clauses: [{ source: 'Référentiel MSSanté #2', section: 'ECO.2.1.5', trust: '2' }],
  reads: documentKinds,
  findings: {
    'pdf-not-wrapped-one': sentences(
      'Aucun PDF joint n’est identique à celui du document {actual}.',
      'No attached PDF is identical to that of the document {actual}.',
      'Joindre, octet pour octet, le PDF encapsulé dans le CDA de niveau 1.',
      'Attach, byte for byte, the PDF wrapped in the level-1 CDA.',
    ),
  },
  judge(input) {
    const structured: string[] = [];
    const result = judgeMails(input, (found) => {
      const cdas = found.archives.flatMap((archive) => archive.cdas);
      if (cdas.length === 0 || found.pdfs.length === 0) return undefined;
      structured.push(
        ...cdas.filter(({ document }) => document.body.kind === 'structured').map(({ label }) => label),
      );
      return inspect(found);
    });
    // That a PDF retells a structured document faithfully is for a human to see.
    return structured.length > 0 ? { ...result, review: true } : result;
  },
};

function inspect({ archives, pdfs }: FoundMail): readonly Observation[] {
  const joined = new Set(pdfs.map(({ bytes }) => digest(bytes)));
  return archives
    .flatMap((archive) => archive.cdas)
    .flatMap(({ label, document: { body } }) => {
      if (body.kind !== 'non-xml' || body.mediaType !== 'application/pdf' || body.content.kind !== 'bytes')
        return [];
      const expected = digest(body.content.bytes);
      return joined.has(expected)
        ? []
        : [{ code: 'pdf-not-wrapped-one', actual: label, expected, at: body.at }];
    });
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
