import { createHash } from 'node:crypto';
import type { Check } from '../../../domain/check.ts';
import type { FoundMail } from '../../../formats/bundle/bundle.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** Each document of the archive is joined as a PDF too; that of a level-1 document is the very PDF it wraps. */
export const check: Check = {
  title: { fr: 'Chaque document est aussi joint en PDF', en: 'Each document is joined as a PDF too' },
  assertions: ['MSS-PDF-001', 'MSS-PDF-003'],
  clauses: [
    { source: 'REM, MSS/CONF.23', trust: 'V' },
    { source: 'REM, MSS/CONF.26', trust: 'V' },
  ],
  reads: documentKinds,
  findings: {
    'pdf-count': sentences(
      'Le courriel porte {actual} PDF pour {expected} documents.',
      'The mail carries {actual} PDF for {expected} documents.',
      'Joindre un PDF par document de l’archive.',
      'Attach one PDF per document of the archive.',
    ),
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
      if (found.archives.length === 0) return undefined;
      const cdas = found.archives.flatMap((archive) => archive.cdas);
      structured.push(
        ...cdas.filter(({ document }) => document.body.kind === 'structured').map(({ label }) => label),
      );
      return inspect(found);
    });
    // That a PDF retells a structured document faithfully is for a human to see.
    return structured.length > 0 ? { ...result, review: true } : result;
  },
};

function inspect({ archives, pdfs }: FoundMail): Observation[] {
  const cdas = archives.flatMap((archive) => archive.cdas);
  const count: Observation[] =
    pdfs.length === cdas.length ? [] : [{ code: 'pdf-count', expected: cdas.length, actual: pdfs.length }];
  const joined = new Set(pdfs.map(({ bytes }) => digest(bytes)));
  const strangers = cdas.flatMap(({ label, document }): Observation[] => {
    const { body } = document;
    if (body.kind !== 'non-xml' || body.mediaType !== 'application/pdf' || body.content.kind !== 'bytes')
      return [];
    if (pdfs.length === 0 || joined.has(digest(body.content.bytes))) return [];
    return [
      { code: 'pdf-not-wrapped-one', actual: label, expected: digest(body.content.bytes), at: body.at },
    ];
  });
  return [...count, ...strangers];
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
