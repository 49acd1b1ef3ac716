import type { ReportFile } from '../../src/domain/report.gen.ts';
import { buildReport } from '../../src/verdict/build-report.ts';
import {
  attendue,
  check,
  ended,
  exigence,
  parts,
  planned,
  remScenario,
  row,
  scenario,
  sealedRun,
  seen,
  type RunDraft,
} from './build-sealed-run.ts';

/** What a hostile software may send, or a hostile dossier hold: markup, attribute ends, control and direction marks. */
export const hostile =
  '</pre></script><script>alert(1)</script><img src=x onerror=alert(2)>"\'&\u0000\u001b[31m\u202egpj.exe\ud800 ]]> javascript:alert(3)';

const text = (fr: string, en = fr): { readonly fr: string; readonly en: string } => ({ fr, en });

const told = check((input) => ({
  examined: input.preuves.length,
  findings: [
    {
      code: 'not-so',
      expected: 'eidas1',
      actual: hostile,
      where: { preuve: input.preuves[0]?.id ?? '', path: `header.${hostile}`, line: 3 },
    },
  ],
  notes: [{ code: 'odd', actual: hostile }],
}));

const exigences = [
  planned('PSC.01', { title: text('Connexion par PSC', 'Login by PSC') }),
  planned('PSC.02', { clauses: [{ source: 'Norme d’essai', trust: '2', url: 'javascript:alert(1)' }] }),
  planned('PSC.03'),
  planned('PSC.04', { nature: 'preconisee' }),
  planned('PSC.05', {
    scenarios: [remScenario('PSC.05.01', [attendue('PSC.05.01.01', { automation: 'atteste' })])],
  }),
  {
    exigence: exigence('PSC.06', { vague: 1 }),
    excluded: { code: 'hors-vague', text: text('Vague 1') } as const,
  },
  { ...planned('PSC.07'), conditionUnanswered: true },
];

const base: RunDraft = {
  exigences,
  scenarios: [
    scenario([
      row(['PSC.01.01.01', 'PSC.07.01.01']),
      row(['PSC.02.01.01'], { check: 'test/told', id: 'test/essai/told' }),
      row(['PSC.03.01.01'], { check: 'test/sees-nothing' }),
      row(['PSC.04.01.01'], { check: 'test/finds' }),
      row(['HX-01'], {
        check: 'test/told',
        id: 'test/essai/told~2',
        gravite: 'avertissement',
        confirmerait: text('Une réponse de l’agence', 'An answer of the agency'),
      }),
      row(['HX-02'], { check: 'test/asks' }),
      row(['HX-03'], { check: 'test/finds-nothing', id: 'test/essai/faulty', faults: ['test/rotated'] }),
    ]),
  ],
  recorded: [
    seen({
      view: { method: 'GET', path: `/authorize?code=SplxlOBeZQQYbYS6WxSbIA&x=${hostile}`, status: 302 },
      raw: {
        request: `GET /authorize?code=SplxlOBeZQQYbYS6WxSbIA HTTP/1.1\r\nAuthorization: Bearer s3cr3t-t0k3n\r\n\r\n${hostile}`,
        response: `HTTP/1.1 302 Found\r\nset-cookie: sid=abcdef\r\n\r\n${hostile}`,
      },
    }),
    {
      kind: 'fault/delivered',
      view: { fault: 'test/rotated', target: 'test/reply' },
      scenario: 'test/essai',
      step: 'faire',
    },
    ended(),
    {
      kind: 'test/stray',
      view: { method: 'POST', path: '/nobody', status: 404 },
      raw: { request: 'POST /nobody HTTP/1.1' },
    },
  ],
  plan: {
    solution: { nom: `MonLGC ${hostile}`, version: '4.2', editeur: `ACME ${hostile}`, reference: 'NIL-1' },
    skipped: [
      {
        id: 'test/autre',
        title: text('Autre'),
        excluded: { code: 'hors-dispositif', text: text(`Pas ici ${hostile}`) },
      },
    ],
    attestations: [
      { preuve: 'PSC.05.01.01', valeur: 'a-verifier', par: hostile, le: '2026-11-01', motif: hostile },
    ],
  },
};

/** A report with every outcome, hostile values wherever the software or the dossier can put some. */
export function sampleReport(more: RunDraft = {}): ReportFile {
  return buildReport(sealedRun({ ...base, ...more }), parts({ 'test/told': told }));
}
