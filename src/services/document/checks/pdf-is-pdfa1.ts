import type { Check } from '../../../domain/check.ts';
import { readPdfMarkers } from '../../../formats/pdf/read-pdf-markers.ts';
import type { PdfMarkers } from '../../../formats/pdf/pdf-markers.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgePdfs, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** A PDF shows the marks of PDF/A-1 and nothing that PDF/A-1 forbids. */
export const check: Check = {
  title: { fr: 'Le PDF est un PDF/A-1', en: 'The PDF is a PDF/A-1' },
  assertions: ['MSS-PDF-002'],
  clauses: [
    { source: 'REM, MSS/CONF.23', trust: 'V' },
    { source: 'ISO 19005-1', section: '6.1, 6.2, 6.6, 6.7', trust: 'R' },
  ],
  reads: documentKinds,
  findings: {
    'pdf-not-pdfa1': sentences(
      'Le PDF annonce la partie {actual} de PDF/A, attendu {expected}.',
      'The PDF announces part {actual} of PDF/A, {expected} is expected.',
      'Produire un PDF/A-1 (a ou b) avec ses métadonnées XMP pdfaid.',
      'Produce a PDF/A-1 (a or b) with its pdfaid XMP metadata.',
    ),
    'pdf-forbidden-feature': sentences(
      'Le PDF contient {actual}, que PDF/A-1 interdit.',
      'The PDF contains {actual}, which PDF/A-1 forbids.',
      'Retirer cet élément à la production.',
      'Remove this feature when producing the file.',
    ),
    'pdf-output-intent-missing': sentences(
      'Le PDF ne déclare pas de rendu GTS_PDFA1.',
      'The PDF declares no GTS_PDFA1 output intent.',
      'Déclarer un OutputIntent GTS_PDFA1 avec son profil de couleurs.',
      'Declare a GTS_PDFA1 OutputIntent with its colour profile.',
    ),
    'pdf-damaged': sentences(
      'Le PDF est tronqué ou précédé d’octets étrangers.',
      'The PDF is cut short or preceded by foreign bytes.',
      'Transmettre le fichier entier, en-tête en première position.',
      'Send the whole file, header first.',
    ),
  },
  judge: (input) => judgePdfs(input, ({ bytes }) => inspect(readPdfMarkers(bytes))),
};

function inspect(markers: PdfMarkers): Observation[] {
  const out: Observation[] = [];
  if (!markers.complete || markers.headerOffset !== 0) out.push({ code: 'pdf-damaged' });
  if (markers.pdfaPart !== '1' || !/^[AB]$/i.test(markers.pdfaConformance ?? '')) {
    const actual = `${markers.pdfaPart ?? '-'}${markers.pdfaConformance ?? ''}`;
    out.push({ code: 'pdf-not-pdfa1', expected: '1A, 1B', actual });
  }
  if (!markers.outputIntent) out.push({ code: 'pdf-output-intent-missing' });
  const forbidden: readonly (readonly [string, boolean])[] = [
    ['Encrypt', markers.encrypted],
    ['JavaScript', markers.activeContent],
    ['EmbeddedFiles', markers.embeddedFiles],
    ['ObjStm/XRef', markers.compressedObjects],
  ];
  return [
    ...out,
    ...forbidden
      .filter(([, present]) => present)
      .map(([actual]): Observation => ({ code: 'pdf-forbidden-feature', actual })),
  ];
}
