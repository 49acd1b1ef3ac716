import { decodeImage } from './decode-image.ts';
import { applied, matrixOf, product } from './matrix.ts';
import { resourceOf, type PageScene } from './page-scene.ts';
import { pathOperators } from './path-operators.ts';
import { pdfReader, type PdfReader } from './pdf-reader.ts';
import { ofKind, type PdfStreamObject, type PdfValue } from './pdf-value.ts';
import { stateOperators } from './state-operators.ts';
import { textOperators, type Operator } from './text-operators.ts';

const operators: Readonly<Record<string, Operator>> = {
  ...textOperators,
  ...pathOperators,
  ...stateOperators,
};

/** Forms within forms: real writers nest two or three. */
const maxDepth = 20;
/** Operands kept before an operator: no operator has more. */
const maxOperands = 64;

/** Carries out the operators of a content stream on the page. Bounded by its budget; never throws. */
export function runContent(scene: PageScene, content: string, depth = 0): void {
  scene.budget.bytes -= content.length;
  if (scene.budget.bytes < 0) {
    scene.unread.add('limit');
    return;
  }
  const reader = pdfReader(content);
  let operands: PdfValue[] = [];
  for (let token = reader.next(); token !== undefined; token = reader.next()) {
    if (token.kind === 'value') {
      if (operands.length < maxOperands) operands.push(token.value);
      continue;
    }
    const { word } = token;
    if (word === 'Do') drawObject(scene, ofKind(operands.at(-1), 'name')?.name ?? '', depth);
    else if (word === 'BI') drawInlineImage(scene, content, reader);
    else if (word === 'sh') scene.unread.add('vector-drawing');
    else if (Object.hasOwn(operators, word)) operators[word]?.(scene, operands);
    operands = [];
  }
}

function drawObject(scene: PageScene, name: string, depth: number): void {
  const { file } = scene;
  const stream = file.stream(resourceOf(scene, 'XObject', name));
  const kind = file.name(stream?.dictionary.entries.get('Subtype'));
  if (stream === undefined || (kind !== 'Image' && kind !== 'Form')) scene.unread.add('damaged');
  else if (kind === 'Image') drawImage(scene, stream);
  else drawForm(scene, stream, depth);
}

/** Draws a form in its own space and with its own resources (ISO 32000-1, 8.10). */
export function drawForm(scene: PageScene, form: PdfStreamObject, depth: number): void {
  const { file, budget } = scene;
  budget.forms -= 1;
  const content = depth > maxDepth || budget.forms < 0 ? undefined : file.data(form);
  if (content === undefined) {
    scene.unread.add(depth > maxDepth || budget.forms < 0 || file.partial() ? 'limit' : 'stream-encoding');
    scene.textComplete = false;
    return;
  }
  const { entries } = form.dictionary;
  const { state, resources, stack, textMatrix, lineMatrix } = scene;
  const saved = { ...state };
  const matrix = matrixOf(file.array(entries.get('Matrix')).map((one) => file.resolve(one)));
  if (matrix !== undefined) state.matrix = product(matrix, state.matrix);
  // Forms of old writers take the resources of their page.
  if (entries.has('Resources')) scene.resources = file.dictionary(entries.get('Resources'));
  const level = stack.length;
  runContent(scene, content.toString('latin1'), depth + 1);
  stack.length = Math.min(stack.length, level);
  Object.assign(scene, { state: saved, resources, textMatrix, lineMatrix });
}

function drawImage(scene: PageScene, stream: PdfStreamObject): void {
  const { file, budget, decoded } = scene;
  if (!decoded.has(stream)) {
    const image =
      budget.pixels > 0
        ? decodeImage(file, stream, (name) => resourceOf(scene, 'ColorSpace', name))
        : undefined;
    budget.pixels -= image?.kind === 'pixels' ? image.gray.length : 1_000;
    decoded.set(stream, image);
  }
  const image = decoded.get(stream);
  if (image === undefined) {
    scene.unread.add(budget.pixels <= 0 || file.partial() ? 'limit' : 'image-encoding');
    return;
  }
  const { matrix } = scene.state;
  const corners = [applied(matrix, 0, 0), applied(matrix, 1, 0), applied(matrix, 0, 1)] as const;
  scene.marks.push({ kind: 'image', image, corners });
}

/** An inline image (8.9.7): its dictionary, `ID`, one white space, samples, and `EI` that stands alone. */
function drawInlineImage(scene: PageScene, content: string, reader: PdfReader): void {
  const entries = new Map<string, PdfValue>();
  let key: string | undefined;
  for (let token = reader.next(); token !== undefined; token = reader.next()) {
    if (token.kind === 'word') {
      if (token.word === 'ID') break;
      continue;
    }
    const name = ofKind(token.value, 'name')?.name;
    if (key === undefined) key = name;
    else {
      entries.set(key, token.value);
      key = undefined;
    }
  }
  const start = reader.at + 1;
  const end = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g;
  end.lastIndex = Math.max(0, start - 1 + leastLength(entries));
  const found = end.exec(content);
  const data = Buffer.from(content.slice(start, found === null ? content.length : found.index), 'latin1');
  reader.moveTo(found === null ? content.length : end.lastIndex);
  drawImage(scene, { dictionary: { kind: 'dictionary', entries }, data });
}

/** Samples without filter have a length that their dictionary gives: `EI` is not looked for among them. */
function leastLength(entries: ReadonlyMap<string, PdfValue>): number {
  const number = (long: string, short: string): number => {
    const value = entries.get(long) ?? entries.get(short);
    return typeof value === 'number' ? value : 0;
  };
  if (entries.has('F') || entries.has('Filter')) return 0;
  const bits =
    (entries.get('IM') ?? entries.get('ImageMask')) === true ? 1 : number('BitsPerComponent', 'BPC');
  const space = ofKind(entries.get('CS') ?? entries.get('ColorSpace'), 'name')?.name ?? 'G';
  const components = /RGB/.test(space) ? 3 : /CMYK/.test(space) ? 4 : 1;
  return Math.ceil((number('Width', 'W') * components * bits) / 8) * number('Height', 'H');
}
