import type { PdfFile } from './pdf-file.ts';
import { emptyDictionary, type PdfDictionary, type PdfStreamObject, type PdfValue } from './pdf-value.ts';

export interface PdfPage {
  readonly dictionary: PdfDictionary;
  readonly resources: PdfDictionary;
  readonly contents: readonly PdfStreamObject[];
  /** The edges of what is printed, in points. */
  readonly box: readonly [left: number, bottom: number, right: number, top: number];
}

interface Inherited {
  readonly resources: PdfDictionary;
  readonly box: PdfPage['box'] | undefined;
}

/** A page without box is not cut. */
const endless: PdfPage['box'] = [-Infinity, -Infinity, Infinity, Infinity];

/** A document handed to a patient has a few; more are told as not read. */
const maxPages = 500;
/** Nodes of the tree, and objects that may be pages. */
const maxNodes = 20_000;

/**
 * The pages of a file in the order of their tree (ISO 32000-1, 7.7.3), each once whatever loops; when the tree leads
 * to none, every object that says it is a page. `cut` when there are more than are read.
 */
export function pagesOf(file: PdfFile): { readonly pages: readonly PdfPage[]; readonly cut: boolean } {
  const seen = new Set<PdfDictionary>();
  const pages: PdfPage[] = [];
  let cut = false;
  const root = file.dictionary(file.trailer.entries.get('Root'));
  const waiting: (readonly [PdfValue | undefined, Inherited])[] = [
    [root.entries.get('Pages'), { resources: emptyDictionary, box: undefined }],
  ];
  let visited = 0;
  for (let next = waiting.pop(); next !== undefined && visited < maxNodes; next = waiting.pop()) {
    visited += 1;
    const dictionary = file.dictionary(next[0]);
    if (dictionary === emptyDictionary || seen.has(dictionary)) continue;
    seen.add(dictionary);
    const inherited = inheritedBy(file, dictionary, next[1]);
    const kids = file.array(dictionary.entries.get('Kids'));
    if (kids.length > 0) {
      for (const kid of kids.slice(0, maxNodes).reverse()) waiting.push([kid, inherited]);
      continue;
    }
    if (pages.length >= maxPages) {
      cut = true;
      break;
    }
    pages.push(pageOf(file, dictionary, inherited));
  }
  return pages.length > 0 ? { pages, cut } : { pages: strayPages(file), cut: false };
}

/** Resources and boxes pass from a node of the tree to those below (7.7.3.4). */
function inheritedBy(file: PdfFile, { entries }: PdfDictionary, above: Inherited): Inherited {
  const own = file.dictionary(entries.get('Resources'));
  const edges = (name: string): PdfPage['box'] | undefined => {
    const [x0, y0, x1, y1] = file.array(entries.get(name)).map((one) => file.number(one));
    if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return undefined;
    return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
  };
  return {
    resources: own === emptyDictionary ? above.resources : own,
    box: edges('CropBox') ?? edges('MediaBox') ?? above.box,
  };
}

function pageOf(file: PdfFile, dictionary: PdfDictionary, { resources, box }: Inherited): PdfPage {
  const contents = dictionary.entries.get('Contents');
  const list = file.stream(contents) === undefined ? file.array(contents) : [contents];
  return {
    dictionary,
    resources,
    box: box ?? endless,
    contents: list.flatMap((one) => file.stream(one) ?? []),
  };
}

function strayPages(file: PdfFile): readonly PdfPage[] {
  return file.numbers
    .slice(0, maxNodes)
    .map((object) => file.dictionary({ kind: 'reference', object }))
    .filter(({ entries }) => file.name(entries.get('Type')) === 'Page')
    .slice(0, maxPages)
    .map((page) =>
      pageOf(file, page, inheritedBy(file, page, { resources: emptyDictionary, box: undefined })),
    );
}
