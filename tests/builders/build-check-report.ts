import { checkReport } from '../../src/checking/check-report.ts';
import { outcomeOf, unjudgedFile } from '../../src/checking/checked-file.ts';
import type { CheckedFile, CheckFinding, CheckReport } from '../../src/domain/check-result.gen.ts';

/** An error of a check, or what `more` makes of it. */
export function checkFinding(more: Partial<CheckFinding> = {}): CheckFinding {
  return {
    rule: 'document/x',
    code: 'wrong',
    severity: 'error',
    says: { fr: 'faux', en: 'wrong' },
    fix: { fr: 'corriger', en: 'correct' },
    path: '/a',
    line: 3,
    column: 5,
    clauses: [{ source: 'N', section: '1', trust: 'V' }],
    ...more,
  };
}

/** A file judged by three checks. */
export function checkedFile(
  file: string,
  findings: readonly CheckFinding[],
  more: Partial<CheckedFile> = {},
): CheckedFile {
  const judged = {
    checks: { exercised: ['document/x'], unexercised: ['document/y'], needContext: ['document/z'] },
    findings: [...findings],
    ruleSets: [],
  };
  return {
    file,
    kind: 'cda-n1',
    recognised: { fr: 'balise ClinicalDocument', en: 'element ClinicalDocument' },
    outcome: outcomeOf(judged),
    ...judged,
    ...more,
  };
}

const kitSays = 'La valeur de l’élément [0..1] doit être {non nulle} & « fermée »';

/** A report with every outcome, findings of every severity, sentences of the kit, and a kit that lacks parts. */
export function sampleCheckReport(files: readonly CheckedFile[] = sampleFiles()): CheckReport {
  return checkReport(
    {
      asOf: '2026-06-11',
      pack: {
        id: 'p',
        title: { fr: 'jeu', en: 'pack' },
        from: '2020-01-01',
        kit: 'K-2',
        checks: ['document/*'],
        changes: [],
      },
      kit: 'K-1',
    },
    files,
    [{ ruleSet: 'CI-SIS_VOLET', kind: 'include', name: 'include/gone.sch', askedBy: 'volet.sch' }],
  );
}

function sampleFiles(): readonly CheckedFile[] {
  const sha256 = 'a'.repeat(64);
  return [
    checkedFile('bon.xml', [], { sha256 }),
    checkedFile('a & b.xml', [
      checkFinding(),
      checkFinding({ line: 9 }),
      checkFinding({ severity: 'warning', code: 'odd', document: 'D!E.XML' }),
      checkFinding({ severity: 'note', code: 'told', says: { fr: 'su', en: 'known' } }),
    ]),
    checkedFile('lot/kit.xml', [kitFinding(), kitFinding({ path: undefined })], {
      ruleSets: [
        {
          id: 'CI-SIS_VOLET',
          document: 'IHE_XDM/DOC.XML',
          status: 'partial',
          fired: 3,
          patterns: [{ id: 'P', fired: 3 }],
          unjudged: ['P: rule [XPST0017] no such function'],
          missing: ['include include/gone.sch (volet.sch)'],
          rebuilt: ['include/voc-1.2-DYNAMIC.xml <- jeuxDeValeurs/JDV.xml'],
          absent: ['../terminologie/2.16.840.1.113883.6.1.rdf', '../terminologie/.rdf'],
        },
      ],
    }),
    checkedFile('odd.xml', [checkFinding({ severity: 'warning' })]),
    checkedFile('rien.jwt', [], {
      kind: 'jwt',
      outcome: 'unexercised',
      checks: { exercised: [], unexercised: [], needContext: [] },
    }),
    unjudgedFile('absent.xml', 'unusable', {
      problem: {
        code: 'FILE_MISSING',
        says: { fr: 'introuvable', en: 'not found' },
        hint: { fr: 'vérifiez le chemin', en: 'check the path' },
        line: 2,
        column: 7,
      },
    }),
    unjudgedFile('panne.xml', 'broken', {
      problem: { code: 'BROKEN', says: { fr: 'panne', en: 'failure' } },
    }),
    unjudgedFile('notes.txt', 'ignored', {
      problem: { code: 'NOT_RECOGNISED', says: { fr: 'autre', en: 'other' } },
    }),
  ];
}

function kitFinding({
  path = '/ClinicalDocument[1]',
}: { readonly path?: string | undefined } = {}): CheckFinding {
  return checkFinding({
    rule: 'kit/CI-SIS_VOLET',
    code: 'P',
    says: { fr: `Règle du kit : ${kitSays}`, en: `Rule of the kit, in French: ${kitSays}` },
    quote: { lang: 'fr', text: kitSays },
    path,
  });
}
