import { describe, expect, it } from 'vitest';
import { earlierRules, whyUnfailable, type Unfailable } from './prove-unfailable.ts';
import { readRulesOf } from './read-rule.ts';
import { named, noDocuments, smallSchema, type SmallRule } from './small-schema.ts';

/** What is found of the last item of the last rule. */
function found(...rules: readonly SmallRule[]): Unfailable | undefined {
  const source = smallSchema(...rules);
  const read = readRulesOf(source, noDocuments);
  const at = rules.length - 1;
  const rule = read(0, at);
  const pattern = source.patterns[0];
  const assertion = rule?.assertions.at(-1);
  if (rule === undefined || pattern === undefined || assertion === undefined) throw new Error('no rule');
  return whyUnfailable({ rule, assertion, earlier: earlierRules(pattern, at, (one) => read(0, one)) });
}

describe('an assertion that cannot fail is proved so', () => {
  it.each(
    named(
      ['a:x', 'not(@b) or 1'],
      ['a:x', 'count(a:y) >= 0'],
      ['a:x', '$n := count(a:y)', '$n >= 1 or $n = 0'],
      ['a:x', '$n := count(a:y)', 'count($n) = 1'],
      ['a:x', "count(a:y/@b = 'v') <= 1"],
      ['a:x', 'not(@b) or string(@b castable as xs:date)'],
      ['a:x', 'not(a:y[a:z]) or a:y/a:z'],
      ['a:x', 'report a:y and not(a:y)'],
      ['a:x', 'if (@b) then @b else not(@b)'],
    ),
  )('its test is true of any node: $name', ({ rule }) => {
    expect(found(rule)).toBe('always-true');
  });

  it.each(
    named(
      ['a:x[not(@n)]', 'not(@n and @b)'],
      ["a:x[@b = 'v']", "@b = 'v'"],
      ["a:x[@b = 'v']", "string(@b) = ('v')"],
      ["a:x[@b = 'v']", 'not(@b) or string-length(@b) < 5'],
      ["a:x[@b = 'v']", '$r := @b', "$p := '^[a-z]$'", 'matches($r, $p)'],
      ["*[a:t/@root = '1.2']", "a:t[@root = '1.2']"],
      ["*[a:t[@root = '1.2']]", "count(a:t[@root = '1.2']) >= 1"],
      ['a:x[a:y]', '@n or *'],
      ['a:x[a:y]', './/a:y'],
      ['a:x', 'not(self::a:y[@b])'],
      ['a:w/a:x', '../a:x'],
      ["a:w[@b = '1']/a:x", "../@b = '1'"],
      ['a:x[@b] | a:y[@b]', '@b'],
    ),
  )('its context demands it: $name', ({ rule }) => {
    expect(found(rule)).toBe('implied-by-context');
  });

  it('when an earlier rule takes every node of which it would be false', () => {
    expect(found(['a:x[@b]', 'true()'], ['a:x', 'not(@b)'])).toBe('taken-by-earlier-rule');
  });
});

describe('nothing is proved of one that can', () => {
  it.each(
    named(
      ['a:x', 'a:y'],
      ['a:x', 'count(a:y) >= 1 or @b'],
      ['a:x[a:y]', "a:y[@b = 'v']"],
      ["a:x[@b = 'v' or @c]", "@b = 'v'"],
      // Two templates may stand side by side.
      ["*[a:t/@root = '1']", "not(a:t/@root = '2')"],
      ["*[a:t/@root = '1']", 'count(a:t) = 1'],
      ['*[a:y]', 'not(self::a:z)'],
      // A child of any name is no child of one name.
      ['a:x[*]', 'a:y'],
      ['a:x[a:y]', 'not(a:z)'],
      // An empty attribute is there, yet its text is false.
      ["a:x[@b = '']", 'string(@b)'],
      ["a:x[@b = '']", 'not(@b)'],
      // More than none may be just one.
      ['a:x[count(a:y) > 0]', 'count(a:y) != 1'],
      ['a:x[count(a:y) >= 1]', 'count(a:y) > 1'],
      ['a:x[not(count(a:y) < 2)]', 'count(a:y) != 2'],
      ['a:x[count(a:y) <= 2]', 'not(count(a:y) = 2)'],
      // Of several, one fits the context and another fails the test.
      ["a:x[a:y/@b = 'v']", "every $y in a:y satisfies $y/@b = 'v'"],
      ['a:x[a:y[1][@b]]', 'a:y[2]/@b'],
      // A let keeps the meaning it had where it was made.
      ["a:x[@b = 'v']", '$r := @c', '$s := $r', '$r := @b', "$s = 'v'"],
      // In a predicate the focus is another node.
      ["a:x[@b = 'v']", "not(a:y[@b = 'w'])"],
      ['a:x[@b] | a:y', '@b'],
      ['a:w[@b]/a:x', '@b'],
      ['a:x[not(a:y)]', 'not(.//a:y)'],
      ['a:x', 'string(@b)'],
      ['a:x', "@b eq 'v' or not(@b)"],
    ),
  )('$name', ({ rule }) => {
    expect(found(rule)).toBeUndefined();
  });

  it('when the earlier rule leaves some of its nodes, or may be an error', () => {
    expect(found(["a:x[@b = 'v']", 'true()'], ['a:x', 'not(@b)'])).toBeUndefined();
    expect(found(['a:w/a:x[@b]', 'true()'], ['a:x', 'not(@b)'])).toBeUndefined();
    expect(found(['a:x[xs:integer(@b) >= 0 or true()]', 'true()'], ['a:x', 'false()'])).toBeUndefined();
  });
});
