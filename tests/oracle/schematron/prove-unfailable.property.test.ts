import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileRuleSet } from '../../../src/formats/schematron/compile-rule-set.ts';
import { judgeDocument } from '../../../src/formats/schematron/judge-document.ts';
import { parseXml } from '../../../src/formats/xml/parse-xml.ts';
import { earlierRules, whyUnfailable } from './prove-unfailable.ts';
import { readRulesOf } from './read-rule.ts';
import { noDocuments, smallSchema } from './small-schema.ts';

const name = fc.constantFrom('a:x', 'a:y', 'a:z', '*');
const attribute = fc.constantFrom('@b', '@c', '@*');
const value = fc.constantFrom("'v'", "'w'", "('v', 'w')", "''");
const axis = fc.constantFrom('', 'self::', 'parent::', './/', '../', 'ancestor::', 'descendant::');

/** Paths of the kind that rules are made of, over few names so that they meet. */
function pathOf(depth: number): fc.Arbitrary<string> {
  const plain = fc.oneof(
    attribute,
    fc.tuple(axis, name).map(([where, what]) => where + what),
    fc.tuple(axis, name, attribute).map(([where, what, of]) => `${where}${what}/${of}`),
  );
  if (depth === 0) return plain;
  const that = conditionOf(depth - 1);
  return fc.oneof(
    plain,
    fc.tuple(name, that).map(([what, one]) => `${what}[${one}]`),
    fc.tuple(name, that, attribute).map(([what, one, of]) => `${what}[${one}]/${of}`),
  );
}

function conditionOf(depth: number): fc.Arbitrary<string> {
  const path = pathOf(depth);
  const compared = fc.oneof(
    path,
    fc.tuple(path, fc.constantFrom('=', '!='), value).map((parts) => parts.join(' ')),
    fc
      .tuple(path, fc.constantFrom('=', '!=', '<', '>', '<=', '>='), fc.constantFrom(0, 1, 2))
      .map(([one, op, number]) => `count(${one}) ${op} ${number}`),
    fc.tuple(fc.constantFrom('not', 'exists', 'empty'), path).map(([call, one]) => `${call}(${one})`),
    fc.constantFrom("string(@b) = 'v'", "@b eq 'v'", 'count(a:y) > 0', 'count(a:y) = 1', 'not(@b)'),
  );
  if (depth === 0) return compared;
  const one = conditionOf(depth - 1);
  return fc.oneof(
    compared,
    one.map((part) => `not(${part})`),
    fc.tuple(one, fc.constantFrom('and', 'or'), one).map((parts) => `(${parts.join(' ')})`),
    fc.tuple(one, one).map(([a, b]) => `(if (${a}) then ${b} else not(${a}))`),
  );
}

const condition = conditionOf(2);
const asked = fc.oneof(condition, fc.constantFrom("@b = 'v'", "@b = ''", 'count(a:y) > 0', 'not(@c)'));
const context = fc
  .tuple(fc.constantFrom('', 'a:w/', 'a:x/', 'a:x[@b]//'), name, fc.option(asked))
  .map(([above, what, that]) => `${above}${what}${that === null ? '' : `[${that}]`}`);

function elementOf(depth: number): fc.Arbitrary<string> {
  const children =
    depth === 0
      ? fc.constant('')
      : fc.array(elementOf(depth - 1), { maxLength: 3 }).map((all) => all.join(''));
  return fc
    .tuple(
      fc.constantFrom('a:x', 'a:y', 'a:z'),
      fc.constantFrom('', ' b="v"', ' b="w"', ' c="v"', ' b="v" c="w"', ' b=""'),
      children,
    )
    .map(([tag, given, inner]) => `<${tag}${given}>${inner}</${tag}>`);
}

const documents = fc
  .sample(fc.array(elementOf(3), { maxLength: 4 }), { seed: 1, numRuns: 150 })
  .map((children) =>
    parseXml(Buffer.from(`<a:w xmlns:a="urn:a" b="v">${children.join('')}<a:x/><a:y b="v"/></a:w>`)),
  );

it('what is proved never to fail never does', () => {
  let proved = 0;
  const property = fc.property(context, context, condition, (earlier, own, test) => {
    const source = smallSchema([earlier, 'true()'], [own, `$n := ${test}`, test, '$n or @b']);
    const read = readRulesOf(source, noDocuments);
    const [pattern] = source.patterns;
    const rule = read(0, 1);
    if (pattern === undefined || rule === undefined) throw new Error('no rule');
    const never = rule.assertions
      .filter((assertion) =>
        whyUnfailable({ rule, assertion, earlier: earlierRules(pattern, 1, (at) => read(0, at)) }),
      )
      .map((assertion) => assertion.item);
    if (never.length === 0) return;
    proved += never.length;
    const set = compileRuleSet(source, noDocuments);
    const failed = documents
      .flatMap((document) => judgeDocument(set, document).findings)
      .map((one) => one.index[2])
      .filter((item) => never.includes(item));
    expect(failed).toEqual([]);
  });
  fc.assert(property, { seed: 20260101, numRuns: 2000 });

  expect(proved).toBeGreaterThan(300);
});
