/** An image of a PDF, as pixels or as the JPEG file that it is. */
export type PdfImage =
  | {
      readonly kind: 'pixels';
      readonly width: number;
      readonly height: number;
      /** One byte a pixel, row by row, 0 is black. */
      readonly gray: Uint8Array;
    }
  | { readonly kind: 'jpeg'; readonly data: Uint8Array };

/**
 * Why something that a page draws could not be read: `image-encoding` a filter, depth or colour space that is not
 * decoded, `stream-encoding` the same of a content stream; `vector-drawing` ink that is not followed (a pattern, a
 * shading, glyphs that are drawings) or modules that make no symbol; `damaged` something that the page names lacks;
 * `encrypted`; `limit` a ceiling was met; `not-pdf` the bytes are no PDF.
 */
export type PdfUnread =
  'image-encoding' | 'stream-encoding' | 'vector-drawing' | 'damaged' | 'encrypted' | 'limit' | 'not-pdf';
