import { describe, expect, it } from 'vitest';
import { buildCda } from '../../tests/builders/build-cda.ts';
import { InputError } from '../domain/segur-error.ts';
import { readBundle } from '../formats/bundle/read-bundle.ts';
import type { Kit } from '../formats/schematron/open-kit.ts';
import type { RuleFinding, RuleSetResult } from '../formats/schematron/rule-set-result.ts';
import { judgeByKit } from './judge-by-kit.ts';

const found = (more: Partial<RuleFinding>): RuleFinding => ({
  kind: 'failed-assert',
  index: [0, 0, 0],
  pattern: 'p',
  rule: 'r',
  assertion: '',
  test: 'a = b',
  path: '/ClinicalDocument[1]',
  line: 2,
  column: 1,
  message: 'dit',
  role: '',
  flag: '',
  see: '',
  ...more,
});

function kitOf(
  findings: readonly RuleFinding[],
  more: Partial<RuleSetResult> = {},
  xsd?: Kit['validateXsd'],
): Kit {
  const result: RuleSetResult = {
    ruleSet: 'S',
    file: 's.sch',
    title: 'S',
    status: 'judged',
    fired: 3,
    patterns: [
      { id: 'p', fired: 3, rules: [3] },
      { id: 'q', fired: 0, rules: [0] },
    ],
    findings,
    unjudged: [],
    missing: [],
    rebuilt: [],
    absentDocuments: [],
    ...more,
  };
  return {
    version: 'kit-1',
    directory: '/kit',
    ruleSets: [],
    missing: () => [],
    validateXsd: xsd ?? (() => Promise.resolve([])),
    ruleSetsFor: () => [],
    judgeBy: () => result,
    judge: () => [result],
  };
}

const [cda] = readBundle(Buffer.from(buildCda())).cdas;
if (cda === undefined) throw new Error('the builder made no CDA');

describe('judgeByKit', () => {
  it.each<[string, Partial<RuleFinding>, string]>([
    ['a failed assert', {}, 'error'],
    ['a warning by role', { role: 'warning' }, 'warning'],
    ['a warning by flag', { flag: 'WARN' }, 'warning'],
    ['an information', { role: 'information' }, 'note'],
    ['a report', { kind: 'successful-report' }, 'note'],
    ['a report of an error', { kind: 'successful-report', role: 'error' }, 'error'],
  ])('%s', async (_, more, severity) => {
    const { findings } = await judgeByKit(kitOf([found(more)]), cda);
    expect(findings).toMatchObject([{ rule: 'kit/S', code: 'p', severity, line: 2, column: 1 }]);
  });

  it('counts the patterns that fired and says all that a rule set lacks', async () => {
    const { ruleSets } = await judgeByKit(
      kitOf([], {
        status: 'partial',
        missing: [{ kind: 'include', name: 'x.sch', askedBy: 's.sch' }],
        rebuilt: [{ path: 'a.xml', from: 'b.xml' }],
        absentDocuments: ['c.rdf'],
        unjudged: [
          {
            index: [0, 0, 0],
            pattern: 'p',
            rule: 'r',
            test: 't',
            code: 'XPST0017',
            reason: 'unknown function',
          },
        ],
      }),
      cda,
    );
    expect(ruleSets[1]).toEqual({
      id: 'S',
      document: '',
      status: 'partial',
      fired: 3,
      patterns: [{ id: 'p', fired: 3 }],
      unjudged: ['p: r [XPST0017] unknown function'],
      missing: ['include x.sch (s.sch)'],
      rebuilt: ['a.xml <- b.xml'],
      absent: ['c.rdf'],
    });
  });

  it('tells the deviations from the schema', async () => {
    const kit = kitOf([], {}, () => Promise.resolve([{ message: 'not expected', line: 9, path: '/a' }]));
    const { findings } = await judgeByKit(kit, cda);
    expect(findings).toMatchObject([{ rule: 'kit/xsd', severity: 'error', line: 9, path: '/a' }]);
  });

  it('says that the schema was not exercised when the kit has none, and hides no other failure', async () => {
    const failing = (code: string): Kit =>
      kitOf([], {}, () => Promise.reject(new InputError(code, 'of the kit')));
    expect((await judgeByKit(failing('kit-without-xsd'), cda)).ruleSets[0]).toMatchObject({
      status: 'unexercised',
      missing: ['CDA_extended.xsd'],
    });
    await expect(judgeByKit(failing('xsd-invalid'), cda)).rejects.toThrow('of the kit');
  });
});
