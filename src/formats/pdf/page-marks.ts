import type { Point } from './matrix.ts';
import type { PdfImage, PdfUnread } from './pdf-image.ts';

/** What a page shows, in the order in which it is drawn; points are those of the page, y upwards. */
export interface PageMarks {
  readonly glyphs: readonly PlacedGlyph[];
  /** Areas and images: what comes later covers what comes before. */
  readonly marks: readonly (PlacedShape | PlacedImage)[];
  readonly unread: ReadonlySet<PdfUnread>;
  /** False when text was met that is not seen, or not known. */
  readonly textComplete: boolean;
}

export interface PlacedGlyph {
  readonly text: string;
  readonly from: Point;
  /** Where the next glyph starts if nothing moves it. */
  readonly to: Point;
  /** Height of the text on the page. */
  readonly size: number;
  /** False when the advance is a guess. */
  readonly measured: boolean;
  /** True when the page gives it a place of its own, and does not only go on with the string. */
  readonly moved: boolean;
}

/** A filled area: closed subpaths, and the level of its ink from 0, black, to 255, white. */
export interface PlacedShape {
  readonly kind: 'shape';
  readonly paths: readonly (readonly Point[])[];
  readonly evenOdd: boolean;
  readonly level: number;
}

export interface PlacedImage {
  readonly kind: 'image';
  readonly image: PdfImage;
  /** The corners of the image: its lower left, lower right and upper left on the page. */
  readonly corners: readonly [Point, Point, Point];
}
