/** What the bytes of a PDF show of PDF/A-1 (ISO 19005-1) without rendering it. */
export interface PdfMarkers {
  /** Of the header line, e.g. `1.4`; undefined when there is none in the first 1024 bytes. */
  readonly version: string | undefined;
  /** Bytes before `%PDF-`; PDF/A wants none (6.1.2). */
  readonly headerOffset: number;
  /** False when no `%%EOF` stands in the last 1024 bytes: cut short. */
  readonly complete: boolean;
  readonly encrypted: boolean;
  /** `pdfaid:part` and `pdfaid:conformance` of the XMP packet (6.7.11), as written. */
  readonly pdfaPart: string | undefined;
  readonly pdfaConformance: string | undefined;
  /** An output intent of subtype GTS_PDFA1 is declared (6.2.2). */
  readonly outputIntent: boolean;
  /** JavaScript or Launch actions (6.6.1). */
  readonly activeContent: boolean;
  /** Files embedded in the PDF (6.1.11). */
  readonly embeddedFiles: boolean;
  /** Object or cross-reference streams, which PDF 1.4 lacks (6.1.4). */
  readonly compressedObjects: boolean;
  /** At least one content stream shows text, so that the document is not only an image. */
  readonly text: boolean;
  readonly pages: number;
  /** True when the scan met a limit before the end: what is absent may lie beyond. */
  readonly partial: boolean;
}
