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
 * decoded, `stream-encoding` the same of a content stream; `inline-image` and `vector-drawing` what only rendering shows; `encrypted`; `limit` a ceiling was met;
 * `not-pdf` the bytes are no PDF.
 */
export type PdfUnread =
  | 'image-encoding'
  | 'stream-encoding'
  | 'inline-image'
  | 'vector-drawing'
  | 'encrypted'
  | 'limit'
  | 'not-pdf';
