import type { PdfDictionary, PdfStreamObject, PdfValue } from './pdf-value.ts';

/** The objects of a PDF, found by looking for them: the cross-references, which may lie or loop, are not read. */
export interface PdfFile {
  readonly trailer: PdfDictionary;
  /** The value behind any references; null for what is not there. */
  resolve(value: PdfValue | undefined): PdfValue;
  /** A dictionary or the dictionary of a stream; empty for anything else. */
  dictionary(value: PdfValue | undefined): PdfDictionary;
  array(value: PdfValue | undefined): readonly PdfValue[];
  name(value: PdfValue | undefined): string | undefined;
  number(value: PdfValue | undefined): number | undefined;
  stream(value: PdfValue | undefined): PdfStreamObject | undefined;
  /** Data of a stream without its filters; undefined for a filter that is not known, damage, or no room left. */
  data(stream: PdfStreamObject): Buffer | undefined;
  /** Object numbers in the order of the file, last definition first forgotten. */
  readonly numbers: readonly number[];
  /** True when a ceiling was met: objects may lack. */
  readonly partial: () => boolean;
}
