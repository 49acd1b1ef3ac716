import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parseXml } from '../xml/parse-xml.ts';
import { openKit, type Kit, type KitOptions } from './open-kit.ts';
import type { RuleSetResult } from './rule-set-result.ts';

const directories: string[] = [];
afterEach(() => {
  for (const one of directories.splice(0)) rmSync(one, { recursive: true, force: true });
});

function kitOf(files: Readonly<Record<string, string>>, options: KitOptions = { cache: null }): Kit {
  const directory = mkdtempSync(join(tmpdir(), 'segur-kit-'));
  directories.push(directory);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  return openKit(directory, options);
}

const main = 'schematrons/profils/x.sch';
const schema = (body: string, attributes = ''): string =>
  `<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2" ${attributes}><ns prefix="h" uri="urn:hl7-org:v3"/>${body}</schema>`;
const cda = (body: string): string =>
  `<ClinicalDocument xmlns="urn:hl7-org:v3">\n${body}\n</ClinicalDocument>`;

function judge(files: Readonly<Record<string, string>>, document: string): RuleSetResult {
  const [result] = kitOf(files).judge(parseXml(Buffer.from(document), { file: 'doc.xml' }));
  return result!;
}

describe('a rule set', () => {
  it('tells a context that is no pattern even where nothing could match', () => {
    const result = judge(
      { [main]: schema(`<pattern><rule context="h:absent[("><assert test="false()"/></rule></pattern>`) },
      cda('<id/>'),
    );
    expect(result.unjudged).toMatchObject([{ index: [0, 0, -1] }]);
  });

  it.each([
    ['h:ClinicalDocument/h:component//h:id', 1],
    ['//h:ClinicalDocument/h:section/h:id', 0],
    ['h:id | h:absent/h:id | h:title', 3],
    ['h:component/*', 1],
    ['h:absent//@root', 0],
    ['h:component//@root', 2],
    ['*[h:templateId/@root = "1"]', 1],
    ['*[h:templateId/@root = "2"]', 0],
    ['h:title/text()', 1],
    ['/', 1],
  ])('%s fires %d times', (context, fired) => {
    const result = judge(
      { [main]: schema(`<pattern><rule context='${context}'><assert test="true()"/></rule></pattern>`) },
      cda('<id root="a"/><title>t</title><component><id root="b"><templateId root="1"/></id></component>'),
    );
    expect(result).toMatchObject({ fired, unjudged: [] });
  });

  it('tells failed asserts and successful reports with places and values', () => {
    const result = judge(
      {
        [main]: schema(`<pattern id="p"><rule context="h:id" id="r"><let name="v" value="@root"/>
          <assert id="a1" role="error" test="matches($v, '^[0-9.]+$')">Bad <value-of select="$v"/> in <name/></assert>
          <report test="@extension" flag="seen">has  extension</report></rule></pattern>`),
      },
      cda('<id root="1.2"/>\n  <id root="x" extension="e"/>'),
    );
    expect(result.fired).toBe(2);
    expect(result.patterns).toEqual([{ id: 'p', fired: 2, rules: [2] }]);
    expect(result.findings).toEqual([
      expect.objectContaining({
        kind: 'failed-assert',
        assertion: 'a1',
        role: 'error',
        rule: 'r',
        message: 'Bad x in id',
        path: '/ClinicalDocument[1]/id[2]',
        line: 3,
        column: 3,
      }),
      expect.objectContaining({ kind: 'successful-report', flag: 'seen', message: 'has extension' }),
    ]);
  });

  it('gives a node to the first rule of a pattern that matches it, and to each pattern', () => {
    const rule = (context: string): string =>
      `<rule context="${context}"><assert test="false()">${context}</assert></rule>`;
    const result = judge(
      {
        [main]: schema(
          `<pattern>${rule('h:a[@x]')}${rule('h:a')}${rule('*')}</pattern><pattern>${rule('h:a')}</pattern>`,
        ),
      },
      cda('<a/><a x=""/><b/>'),
    );
    expect(result.patterns.map((one) => one.rules)).toEqual([[1, 1, 2], [2]]);
  });

  it.each([
    ['h:b', 2],
    ['h:a/h:b', 1],
    ['h:ClinicalDocument//h:b', 2],
    ['/h:ClinicalDocument/h:a', 2],
    ['/h:a', 0],
    ['h:a[2]', 1],
    ['h:a[last()]/h:b', 0],
    ['h:a | h:b', 4],
    ['@k', 3],
    ['h:a/@k', 2],
    ['/', 1],
    ['*[h:b/@k = "1"]', 1],
    ['*[h:b/@k = "1" and @k]', 1],
    ['h:c/h:b[../../h:a]', 1],
    ['text()[. = "t"]', 1],
    ['h:a/*', 1],
  ])('matches %s as a pattern of XSLT', (context, fired) => {
    const result = judge(
      { [main]: schema(`<pattern><rule context='${context}'><assert test="true()"/></rule></pattern>`) },
      cda('<a k="0"><b k="1">t</b></a><a k="2"/><c><b/></c>').replaceAll('\n', ''),
    );
    expect(result.fired).toBe(fired);
    expect(result.status).toBe(fired === 0 ? 'unexercised' : 'judged');
  });

  it('expands abstract patterns, abstract rules, includes in any letter case, and phases', () => {
    const ns = 'xmlns="http://purl.oclc.org/dsdl/schematron"';
    const result = judge(
      {
        [main]: schema(
          `<include href="../Abstract/In.sch"/><include href="../abstract/gone.sch"/>
           <phase id="ph"><active pattern="one"/><active pattern="lost"/></phase>
           <pattern id="one" is-a="model"><param name="ctx" value="h:a"/><param name="ctx2" value="@k = $limit"/></pattern>
           <pattern id="off"><let name="limit" value="'7'"/><rule context="h:a"><assert test="false()"/></rule></pattern>`,
          'defaultPhase="ph"',
        ),
        'schematrons/abstract/in.sch': `<pattern ${ns} id="model" abstract="true"><rule abstract="true" id="base"><assert test="$ctx2">k</assert></rule><rule context="$ctx"><extends rule="base"/></rule></pattern>`,
      },
      cda('<a k="7"/><a k="8"/>'),
    );
    expect(result.patterns).toEqual([{ id: 'one', fired: 2, rules: [2] }]);
    expect(result.findings.map((one) => one.path)).toEqual(['/ClinicalDocument[1]/a[2]']);
    expect(result.status).toBe('partial');
    expect(result.missing).toEqual([
      { kind: 'include', name: '../abstract/gone.sch', askedBy: main },
      { kind: 'pattern', name: 'lost', askedBy: main },
    ]);
  });

  it('never passes what it cannot evaluate', () => {
    const result = judge(
      {
        [main]: schema(`<pattern><rule context="h:a[frob()]"><assert test="true()"/></rule></pattern>
          <pattern><rule context="h:a"><assert test="number(@k | @l) = 1"/><assert test="frob()"/><assert test="doc('none.xml')"/></rule></pattern>`),
      },
      cda('<a k="1" l="2"/>'),
    );
    expect(result.findings).toEqual([]);
    expect(result.unjudged.map((one) => one.code)).toEqual(['XPST0017', 'XPTY0004', 'XPST0017', 'FODC0002']);
    expect(result.status).toBe('partial');
    expect(result.absentDocuments).toEqual(['none.xml']);
  });

  it('reads value sets of the kit only, and rebuilds a vocabulary from its value set', () => {
    const set =
      '<RetrieveValueSetResponse xmlns="urn:ihe:iti:svs:2008"><ValueSet id="1.2.3"><ConceptList><Concept code="A" codeSystem="9"/></ConceptList></ValueSet></RetrieveValueSetResponse>';
    const result = judge(
      {
        [main]: schema(`<pattern><rule context="h:a">
          <assert id="in" test="@k = doc('include/voc-1.2.3-DYNAMIC.xml')/*/valueSet/conceptList/concept/@code"/>
          <assert id="document" test="document('../../jeuxdevaleurs/JDV.xml')//*:Concept[@code = current()/@k]"/>
          <assert id="out" test="not(doc-available('../../../../../../../../etc/hosts')) and not(doc-available('http://localhost/x'))"/></rule></pattern>`),
        'jeuxDeValeurs/JDV.xml': set,
      },
      cda('<a k="A"/><a k="B"/>'),
    );
    expect(result.findings.map((one) => [one.assertion, one.path])).toEqual([
      ['in', '/ClinicalDocument[1]/a[2]'],
      ['document', '/ClinicalDocument[1]/a[2]'],
    ]);
    expect(result.rebuilt).toEqual([
      { path: 'include/voc-1.2.3-DYNAMIC.xml', from: 'jeuxDeValeurs/JDV.xml' },
    ]);
  });
});

describe('a kit', () => {
  const rule = (test: string): string =>
    schema(`<pattern><rule context="h:ClinicalDocument"><assert test="${test}"/></rule></pattern>`);
  const volets = {
    [main]: rule('true()'),
    'schematrons/CI-SIS_V_2022.01.sch': rule(
      "h:templateId[@root='1.2.250.1.213.1.1.1.5'] and h:templateId[@root='1.2.250.1.213.1.1.1.5.3']",
    ),
    'schematrons/CI-SIS_V_2024.01.sch': rule("h:templateId[@root='1.2.250.1.213.1.1.1.5.3']"),
    'schematrons/CI-SIS_W_2024.01.sch': rule("h:templateId[@root='1.2.250.1.213.1.1.1.5.2']"),
  };
  const body = (ids: readonly string[], kind: string): string =>
    cda(`${ids.map((id) => `<templateId root="${id}"/>`).join('')}<component><${kind}/></component>`);
  const claimed = ['1.2.250.1.213.1.1.1.1', '1.2.250.1.213.1.1.1.5', '1.2.250.1.213.1.1.1.5.3'];

  it.each<[string, string, KitOptions, readonly string[]]>([
    ['the newest volet of the template', body(claimed, 'structuredBody'), {}, ['x', 'CI-SIS_V_2024.01']],
    [
      'the volet that is pinned',
      body(claimed, 'structuredBody'),
      { volet: 'CI-SIS_V_2022.01' },
      ['x', 'CI-SIS_V_2022.01'],
    ],
    ['no volet for level 1', body(claimed, 'nonXMLBody'), {}, ['x']],
    ['no volet when none is claimed', body(['1.2.250.1.213.1.1.1.5'], 'structuredBody'), {}, ['x']],
    ['nothing when it is no CDA', '<a/>', {}, []],
  ])('chooses %s', (_, text, options, ids) => {
    const kit = kitOf(volets, { cache: null, ...options });
    expect(kit.ruleSetsFor(parseXml(Buffer.from(text))).map((set) => set.id)).toEqual(ids);
  });

  it('names what it lacks', () => {
    const kit = kitOf({ [main]: schema('<include href="../gone.sch"/>') });
    const ruleSet = kit.ruleSets[0]?.id;
    expect(kit.missing()).toEqual([{ kind: 'include', name: '../gone.sch', askedBy: main, ruleSet }]);
  });

  it('refuses a directory that is none', () => {
    expect(() => openKit('/nonexistent')).toThrow(
      expect.objectContaining({ code: 'kit-unreadable' }) as Error,
    );
    expect(() => kitOf({ 'a.txt': '' })).toThrow(expect.objectContaining({ code: 'kit-empty' }) as Error);
  });
});
