import { initialState, type GraphicsState } from './graphics-state.ts';
import { identity, type Matrix } from './matrix.ts';
import type { PlacedGlyph, PlacedImage, PlacedShape } from './page-marks.ts';
import { pathBuilder, type PathBuilder } from './path-builder.ts';
import { readFont, standardFont, type PdfFont } from './pdf-font.ts';
import type { PdfImage, PdfUnread } from './pdf-image.ts';
import type { PdfFile } from './pdf-file.ts';
import { emptyDictionary, type PdfDictionary, type PdfStreamObject } from './pdf-value.ts';

/** What all pages of a file may cost together. */
export interface SceneBudget {
  /** Of content, each time it is carried out. */
  bytes: number;
  glyphs: number;
  shapes: number;
  /** Of images, all together. */
  pixels: number;
  forms: number;
}

/** A report of hundreds of pages stays below; a hostile file stops here. */
export function sceneBudget(): SceneBudget {
  return { bytes: 24_000_000, glyphs: 500_000, shapes: 100_000, pixels: 60_000_000, forms: 2_000 };
}

/** A page while its operators are carried out. */
export interface PageScene {
  readonly file: PdfFile;
  readonly budget: SceneBudget;
  readonly glyphs: PlacedGlyph[];
  readonly marks: (PlacedShape | PlacedImage)[];
  readonly unread: Set<PdfUnread>;
  readonly path: PathBuilder;
  readonly stack: GraphicsState[];
  state: GraphicsState;
  textMatrix: Matrix;
  lineMatrix: Matrix;
  /** True until a glyph is shown at the place that an operator gave. */
  moved: boolean;
  resources: PdfDictionary;
  textComplete: boolean;
  /** Glyphs of fonts that draw: enough of them may be the modules of a symbol. */
  drawnGlyphs: number;
  /** Fonts and images by their dictionary or stream: pages share them. */
  readonly fonts: Map<PdfDictionary, PdfFont>;
  readonly decoded: Map<PdfStreamObject, PdfImage | undefined>;
}

/** Shared by the pages of a file. */
export type SceneCaches = Pick<PageScene, 'fonts' | 'decoded'>;

export function openScene(
  file: PdfFile,
  resources: PdfDictionary,
  shared: SceneCaches & { readonly budget: SceneBudget },
): PageScene {
  const scene: PageScene = {
    file,
    ...shared,
    glyphs: [],
    marks: [],
    unread: new Set(),
    path: pathBuilder(() => scene.state.matrix),
    stack: [],
    state: initialState(),
    textMatrix: identity,
    lineMatrix: identity,
    moved: true,
    resources,
    textComplete: true,
    drawnGlyphs: 0,
  };
  return scene;
}

/** A resource of the page or form, by category and name (7.8.3). */
export function resourceOf(
  scene: PageScene,
  category: string,
  name: string,
): PdfDictionary['entries'] extends ReadonlyMap<string, infer V> ? V | undefined : never {
  return scene.file.dictionary(scene.resources.entries.get(category)).entries.get(name);
}

/** The font of this name, read once. */
export function fontOf(scene: PageScene, name: string): PdfFont {
  const dictionary = scene.file.dictionary(resourceOf(scene, 'Font', name));
  if (dictionary === emptyDictionary) return standardFont;
  const known = scene.fonts.get(dictionary) ?? readFont(scene.file, dictionary);
  scene.fonts.set(dictionary, known);
  return known;
}
