import type { XmlNode } from '../xml/xml-node.ts';
import { comparableTexts } from './compare-values.ts';
import { lookupKeyOf, valuesOfKey, type LookupKey } from './document-index.ts';
import { withFocus } from './focus.ts';
import type { CompiledXPath, DocumentLibrary, XPathContext } from './xpath-context.ts';
import type { XPathExpr, XPathStep } from './xpath-syntax.ts';
import { isNode, stringOf } from './xpath-value.ts';

type Path = Extract<XPathExpr, { k: 'path' }>;
type Compile = (expr: XPathExpr) => CompiledXPath;

/** What a last step compares with values from outside: rows of the table are the keys' values, joined. */
interface Condition {
  readonly key: LookupKey;
  readonly value: XPathExpr;
}

const separator = '\u0000';

/**
 * The effective boolean value of `doc(address)/steps[key = value]...` by a table of the values that keys have in that
 * document, so that its tree need not be kept. Gives undefined where only the tree can tell (no such document, a
 * value that does not compare as text); is undefined itself for any other path.
 */
export function tableTest(
  expr: Path,
  compile: Compile,
  library: DocumentLibrary,
): ((c: XPathContext) => boolean | undefined) | undefined {
  const address = addressOf(expr);
  if (address === undefined) return undefined;
  const split = splitConditions(expr.steps, compile);
  if (split === undefined) return undefined;
  const { steps, conditions } = split;
  const name = tableName({ steps, keys: conditions.map((one) => one.key) });
  if (name === undefined) return undefined;
  const rows = rooted(steps, compile);
  const from = compile(address);
  const values = conditions.map((one) => compile(one.value));
  const keys = conditions.map((one) => one.key);
  return (c) => {
    const [file, ...others] = from.sequence(c);
    if (file === undefined || others.length > 0) return undefined;
    const table = library.table(stringOf(file), name, (document) =>
      withFocus(c, document, 1, 1, rows.sequence).flatMap((node) => (isNode(node) ? rowsOf(node, keys) : [])),
    );
    if (table === undefined || table === null) return undefined;
    return table.size === 0 ? false : holdsRow(table, values, c);
  };
}

/**
 * The texts of a constant sequence, those of documents by tables; null when some item does not compare as text.
 */
export function constantTexts(
  expr: XPathExpr,
  compile: Compile,
  library: DocumentLibrary,
): (c: XPathContext) => readonly string[] | null {
  if (expr.k === 'sequence') {
    const parts = expr.items.map((item) => constantTexts(item, compile, library));
    return (c) => {
      const texts = parts.map((part) => part(c));
      return texts.includes(null) ? null : texts.flatMap((one) => one ?? []);
    };
  }
  const whole = compile(expr);
  const plain = (c: XPathContext): readonly string[] | null => comparableTexts(whole.sequence(c)) ?? null;
  const address = expr.k === 'path' ? addressOf(expr) : undefined;
  if (expr.k !== 'path' || address === undefined) return plain;
  const name = tableName({ steps: expr.steps, keys: [] });
  if (name === undefined) return plain;
  const [from, items] = [compile(address), rooted(expr.steps, compile)];
  return (c) => {
    const [file, ...others] = from.sequence(c);
    if (file === undefined || others.length > 0) return plain(c);
    const table = library.table(
      stringOf(file),
      name,
      (document) => comparableTexts(withFocus(c, document, 1, 1, items.sequence)) ?? null,
    );
    return table === undefined ? plain(c) : table === null ? null : [...table];
  };
}

function addressOf({ start, steps }: Path): XPathExpr | undefined {
  if (start?.k !== 'call' || (start.name !== 'doc' && start.name !== 'document')) return undefined;
  return start.args.length === 1 && steps.length > 0 ? start.args[0] : undefined;
}

/** The same steps from the root of whatever document has the focus. */
function rooted(steps: readonly XPathStep[], compile: Compile): CompiledXPath {
  return compile({ k: 'path', start: undefined, root: true, steps });
}

/** A table is kept under what it is made by, which must therefore say all: no variable, rule node or other document. */
function tableName(content: {
  readonly steps: readonly XPathStep[];
  readonly keys: readonly LookupKey[];
}): string | undefined {
  const name = JSON.stringify(content);
  return /"k":"var"|"name":"(?:current|doc|document|doc-available)"/.test(name) ? undefined : name;
}

/**
 * Takes the conditions off the end of a path that is only tested. A last predicate that is a path goes on as steps:
 * `a[b[@c = $d]]` exists where `a/b[@c = $d]` does.
 */
function splitConditions(
  steps: readonly XPathStep[],
  compile: Compile,
): { readonly steps: readonly XPathStep[]; readonly conditions: readonly Condition[] } | undefined {
  const last = steps.at(-1);
  if (last?.k !== 'axis') return undefined;
  const predicates = [...last.predicates];
  const conditions: Condition[] = [];
  for (let one = predicates.at(-1); one !== undefined; one = predicates.at(-1)) {
    const found = conditionsOf(one, compile);
    if (found === undefined) break;
    conditions.unshift(...found);
    predicates.pop();
  }
  const bare = [...steps.slice(0, -1), { ...last, predicates }];
  if (conditions.length > 0)
    return conditions.length > 1 && conditions.some(({ key }) => key.k === 'text')
      ? undefined
      : { steps: bare, conditions };
  const inner = predicates.at(-1);
  if (inner?.k !== 'path' || inner.start !== undefined || inner.root) return undefined;
  if (inner.steps.some((step) => step.k !== 'axis')) return undefined;
  return splitConditions(
    [...steps.slice(0, -1), { ...last, predicates: predicates.slice(0, -1) }, ...inner.steps],
    compile,
  );
}

function conditionsOf(expr: XPathExpr, compile: Compile): readonly Condition[] | undefined {
  if (expr.k === 'and') {
    const [left, right] = [conditionsOf(expr.left, compile), conditionsOf(expr.right, compile)];
    return left === undefined || right === undefined ? undefined : [...left, ...right];
  }
  if (expr.k !== 'general' || expr.op !== '=') return undefined;
  const key = lookupKeyOf(expr.left);
  return key === undefined || compile(expr.right).focus ? undefined : [{ key, value: expr.right }];
}

function rowsOf(node: XmlNode, keys: readonly LookupKey[]): readonly string[] {
  if (node.kind !== 'element') return [];
  const [first, ...others] = keys.map((key) => valuesOfKey(node, key));
  return others.reduce<readonly string[]>(
    (rows, values) => rows.flatMap((row) => values.map((value) => row + separator + value)),
    first ?? [],
  );
}

function holdsRow(
  table: ReadonlySet<string>,
  values: readonly CompiledXPath[],
  c: XPathContext,
): boolean | undefined {
  let rows: readonly string[] | undefined;
  for (const value of values) {
    const texts = comparableTexts(value.sequence(c));
    if (texts === undefined) return undefined;
    rows = rows === undefined ? texts : rows.flatMap((row) => texts.map((text) => row + separator + text));
    if (rows.length === 0) return false;
  }
  return rows?.some((row) => table.has(row)) === true;
}
