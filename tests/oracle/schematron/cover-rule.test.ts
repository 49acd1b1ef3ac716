import { describe, expect, it } from 'vitest';
import { compileRuleSet } from '../../../src/formats/schematron/compile-rule-set.ts';
import { judgeDocument } from '../../../src/formats/schematron/judge-document.ts';
import { parseXml } from '../../../src/formats/xml/parse-xml.ts';
import { xpathRegex } from '../../../src/formats/xpath/xpath-regex.ts';
import { sampleText } from './sample-text.ts';
import { named, noDocuments, smallSchema } from './small-schema.ts';
import { solveMutants } from './solve-mutants.ts';

const document = parseXml(
  Buffer.from(
    `<?xml version="1.0" encoding="ISO-8859-1"?><!-- c --><a:w xmlns:a="urn:a" b="1">
      <a:x b="v" c="20240131"> <a:y b="1"/><a:y b="2">deux</a:y><a:t root="1.2"/></a:x>
      <a:x b="w"><a:y b="3"/></a:x></a:w>`,
    'latin1',
  ),
  { file: 'small.xml' },
);

describe('a document is found that makes an assertion fail', () => {
  it.each(
    named(
      ['a:x', 'a:y'],
      ['a:x', 'not(a:z)'],
      ['a:x', "not(a:z[@b = 'v' and not(@n)]/a:y[. = 'q'])"],
      ['a:x', 'count(a:y) >= 1'],
      ['a:x', 'count(a:y) <= 2'],
      ['a:x', 'count(a:y) < 5 or @c'],
      ['a:x', '$n := count(a:y)', '$m := count(a:t)', '$n + $m <= 3'],
      ['a:x', 'count(a:y) = count(distinct-values(a:y/@b))'],
      ['a:x', "@b = ('v', 'w')"],
      ['a:x', 'string-length(@b) <= 64'],
      ['a:x', "not(matches(@b, '[\\r\\n\\t]'))"],
      ['a:x', "matches(@b, '^[a-z]{1,2}$')"],
      ['a:x', "not(matches(@b, '^[A-F\\d]{8}-[A-F\\d]{4}$'))"],
      ['a:x', 'not(number(@b) > 7)'],
      ['a:x', 'xs:dateTime(@c) or true() and not(@n)'],
      ['*[a:t/@root = "1.2"]', 'self::a:x'],
      ['*[a:t/@root = "1.2"]', '../a:x'],
      ['a:w/a:x[a:y]', 'parent::a:w[@b = "1"]'],
      ['a:x', 'every $y in a:y satisfies $y/@b'],
      ['a:x', 'not(some $y in a:y satisfies $y[@n][@m])'],
      ['a:x', 'if (@c) then a:t else a:y'],
      ['a:x[@b = "v"]', 'a:t/@root = "1.2" or a:y/@b = "1" or @c'],
      ['a:y', '$o := preceding-sibling::a:y | following-sibling::a:y', '$b := @b', 'not($o[@b = $b])'],
      ['a:y', '$v := @u', 'not(../a:y[@u = $v][@q])'],
      ['a:y/@b', 'string-length(.) = 1'],
      ['a:y', 'text() or not(@b = "2")'],
      ['a:x', 'report a:y/following-sibling::a:y/@n'],
      ['/', 'count(//a:y) = 3'],
    ),
  )('$name', ({ rule }) => {
    const set = compileRuleSet(smallSchema(rule), noDocuments);
    const { mutants, reached, failed, unfailable } = solveMutants(set, noDocuments, [document]);
    expect([...unfailable]).toEqual([]);
    expect([...reached].filter((key) => !failed.has(key))).toEqual([]);
    for (const { text, breaks } of mutants) {
      const findings = judgeDocument(set, parseXml(Buffer.from(text))).findings;
      expect(findings.map((one) => one.index.join(' '))).toEqual(expect.arrayContaining([...breaks]));
    }
  });

  it('where the edit that breaks it has an earlier rule take the node, by another', () => {
    const set = compileRuleSet(
      smallSchema(['a:x[not(a:y)]', 'true()'], ['a:x', 'a:y[@b][not(@n)]']),
      noDocuments,
    );
    expect(solveMutants(set, noDocuments, [document]).failed).toContain('0 1 0');
  });

  it('and the same each time', () => {
    const set = compileRuleSet(smallSchema(['a:x', 'a:y', 'not(@n)', 'count(a:t) < 3']), noDocuments);
    expect(solveMutants(set, noDocuments, [document])).toEqual(solveMutants(set, noDocuments, [document]));
  });
});

describe('a sample of a regular expression matches it', () => {
  it.each([
    '^[0-2](\\.(0|[1-9]\\d*))*$',
    '^[A-Fa-f\\d]{8}-[A-Fa-f\\d]{4}-[A-Fa-f\\d]{12}$',
    'a|b+c?',
    '^(?:tel|fax):\\+?\\d+$',
    '[^a-z]\\s\\.',
    '^.{3,5}$',
  ])('%s', (pattern) => {
    expect(sampleText(pattern)).toMatch(xpathRegex(pattern, ''));
  });
});
