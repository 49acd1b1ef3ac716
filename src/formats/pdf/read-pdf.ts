import { findDrawings, type Drawing } from './find-drawings.ts';
import { matrixOf, product, type Matrix, type Point } from './matrix.ts';
import { openPdf } from './open-pdf.ts';
import type { PdfFile } from './pdf-file.ts';
import type { PdfImage, PdfUnread } from './pdf-image.ts';
import { pagesOf, type PdfPage } from './pdf-pages.ts';
import { defaultPdfLimits, type PdfLimits } from './pdf-streams.ts';
import { openScene, sceneBudget, type PageScene, type SceneBudget, type SceneCaches } from './page-scene.ts';
import { drawForm, runContent } from './run-content.ts';
import { textOfGlyphs } from './text-lines.ts';

/** What the pages of a PDF show. */
export interface ReadPdf {
  /** Text in the order in which it is drawn. */
  readonly text: string;
  /** False when the pages may show text that is not in `text`. */
  readonly textComplete: boolean;
  readonly images: readonly PdfImage[];
  /** Parts of pages where areas or strips could make a symbol. */
  readonly drawings: readonly Drawing[];
  /** Why something that a page shows could not be read. */
  readonly unread: readonly PdfUnread[];
}

/** Images that are looked at one by one. */
const maxImages = 64;
/** A datamatrix has 10 modules to a side at least, and a symbol of identity 30. */
const leastPixels = 20;
const maxText = 1_000_000;
/** Parts of pages that are drawn, all together. */
const maxDrawings = 60;
const maxAnnotations = 2_000;
/** So many glyphs of a font that draws, and whose meaning is not known, may be the modules of a symbol. */
const symbolGlyphs = 40;

/**
 * Carries out the pages of a PDF (ISO 32000-1, 8 and 9): text of simple and composite fonts, images, and areas that
 * may be a symbol. What it cannot do is told by `unread`: shadings, patterns, some filters. Bounded; never throws.
 */
export function readPdf(bytes: Uint8Array, limits: PdfLimits = defaultPdfLimits): ReadPdf {
  const file = openPdf(bytes, limits);
  const { pages, cut } = pagesOf(file);
  const unread = new Set<PdfUnread>();
  if (cut) unread.add('limit');
  if (pages.length === 0) unread.add('damaged');
  const shared = { budget: sceneBudget(), fonts: new Map(), decoded: new Map() };
  const texts: string[] = [];
  const images = new Set<PdfImage>();
  const drawings: Drawing[] = [];
  let [textComplete, length] = [unread.size === 0, 0];
  for (const page of pages) {
    const scene = runPage(file, page, shared);
    const seen = scene.glyphs.filter(({ from }) => isOn(from, page.box));
    const text = textOfGlyphs(seen).slice(0, Math.max(0, maxText - length));
    if (length + text.length >= maxText) unread.add('limit');
    texts.push(text);
    length += text.length;
    for (const mark of scene.marks)
      if (mark.kind === 'image' && mayHoldSymbol(mark.image)) images.add(mark.image);
    for (const reason of scene.unread) unread.add(reason);
    if (scene.drawnGlyphs >= symbolGlyphs) unread.add('vector-drawing');
    drawings.push(...findDrawings(scene).slice(0, maxDrawings - drawings.length));
    if (drawings.length >= maxDrawings) unread.add('limit');
    if (images.size > maxImages) unread.add('limit');
    textComplete &&= scene.textComplete && !isScattered(text);
  }
  if (file.partial()) unread.add('limit');
  const lost = unread.has('limit') || unread.has('stream-encoding') || unread.has('damaged');
  return {
    text: texts.join('\n').trim(),
    textComplete: textComplete && !lost,
    images: [...images].slice(0, maxImages),
    drawings,
    unread: [...unread].sort(),
  };
}

function runPage(
  file: PdfFile,
  page: PdfPage,
  shared: SceneCaches & { readonly budget: SceneBudget },
): PageScene {
  const scene = openScene(file, page.resources, shared);
  const contents = page.contents.map((stream) => file.data(stream));
  if (contents.includes(undefined)) scene.unread.add(file.partial() ? 'limit' : 'stream-encoding');
  runContent(scene, contents.map((data) => data?.toString('latin1') ?? '').join('\n'));
  runAppearances(scene, page);
  return scene;
}

/** Annotations show their appearance (12.5.5): fields of forms are filled that way. */
function runAppearances(scene: PageScene, page: PdfPage): void {
  const { file } = scene;
  for (const one of file.array(page.dictionary.entries.get('Annots')).slice(0, maxAnnotations)) {
    const { entries } = file.dictionary(one);
    const hidden = ((file.number(entries.get('F')) ?? 0) & 2) !== 0;
    const normal = file.dictionary(entries.get('AP')).entries.get('N');
    const state = file.name(entries.get('AS'));
    const form = file.stream(normal) ?? file.stream(file.dictionary(normal).entries.get(state ?? ''));
    if (hidden || form === undefined) continue;
    scene.stack.length = 0;
    scene.state.matrix = appearancePlace(file, entries.get('Rect'), form.dictionary.entries.get('BBox'));
    drawForm(scene, form, 0);
  }
}

/** Moves the corner of the box of the form to that of the annotation; it is not stretched, which moves no text. */
function appearancePlace(
  file: PdfFile,
  rect: Parameters<PdfFile['array']>[0],
  box: Parameters<PdfFile['array']>[0],
): Matrix {
  const corner = (value: typeof rect): Matrix => {
    const [x, y] = file.array(value).map((one) => file.number(one) ?? 0);
    return matrixOf([1, 0, 0, 1, x ?? 0, y ?? 0]) ?? [1, 0, 0, 1, 0, 0];
  };
  const [, , , , x, y] = corner(box);
  return product([1, 0, 0, 1, -x, -y], corner(rect));
}

/** Smaller images are strips or tiles, of which only the page makes a symbol. */
function mayHoldSymbol(image: PdfImage): boolean {
  return image.kind === 'jpeg' || (image.width >= leastPixels && image.height >= leastPixels);
}

/** What lies beyond the edge of the page is not printed. */
function isOn([x, y]: Point, [left, bottom, right, top]: PdfPage['box']): boolean {
  return x >= left && x <= right && y >= bottom && y <= top;
}

/** Some writers place each letter by itself, and no width says where words end. */
function isScattered(text: string): boolean {
  const words = text.split(/\s+/);
  return words.length >= 20 && words.filter((word) => word.length === 1).length > words.length / 2;
}
