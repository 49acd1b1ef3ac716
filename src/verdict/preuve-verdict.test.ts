import { describe, expect, it } from 'vitest';
import type { Exigence, Plan, PreuveAttendue } from '../domain/plan.ts';
import { attendue, remScenario } from '../../tests/builders/build-sealed-run.ts';
import { attested, expectVerdicts, proving, verdictOf } from '../../tests/builders/exigence-cases.ts';

const { ok, failing, silent } = proving;

function withPreuve(more: Partial<PreuveAttendue>): Partial<Exigence> {
  return { scenarios: [remScenario('X.01', [attendue('X.01.01', more)])] };
}

function certified(
  etat: 'obtenu' | 'en-cours' | 'absent',
  more: { readonly produit?: string; readonly version?: string } = {},
): Pick<Plan, 'certificats'> {
  return { certificats: [{ nom: 'cnda-insi', etat, ...more }] };
}

describe('R8, R9: certificates', () => {
  const cnda = withPreuve({ automation: 'certificat', certificat: 'cnda-insi' });
  expectVerdicts([
    { name: 'obtained', exigence: cnda, plan: certified('obtenu'), verdict: 'conforme' },
    {
      name: 'obtained for this product and version',
      exigence: cnda,
      plan: certified('obtenu', { produit: 'MonLGC', version: '4.2' }),
      verdict: 'conforme',
    },
    {
      name: 'obtained for a minor version of the same major one',
      exigence: cnda,
      plan: certified('obtenu', { version: '4.0' }),
      verdict: 'conforme',
    },
    {
      name: 'obtained for another major version',
      exigence: cnda,
      plan: certified('obtenu', { version: '3.9' }),
      verdict: 'a-verifier',
      reason: 'autre',
    },
    {
      name: 'obtained for another product',
      exigence: cnda,
      plan: certified('obtenu', { produit: 'AutreLGC' }),
      verdict: 'a-verifier',
    },
    {
      name: 'under way',
      exigence: cnda,
      plan: certified('en-cours'),
      verdict: 'a-verifier',
      reason: 'en cours',
    },
    { name: 'absent', exigence: cnda, plan: certified('absent'), verdict: 'incomplet' },
    { name: 'not in the dossier', exigence: cnda, verdict: 'incomplet', reason: 'cnda-insi' },
    {
      name: 'a success on the bench does not replace it',
      exigence: cnda,
      rows: [ok],
      verdict: 'incomplet',
    },
    {
      name: 'a failure on the bench is not hidden by it',
      exigence: cnda,
      rows: [failing],
      plan: certified('obtenu'),
      verdict: 'non-conforme',
    },
  ]);
});

describe('preuves that a human declares', () => {
  const human = withPreuve({ automation: 'atteste' });
  const assisted = withPreuve({ automation: 'assiste' });
  const none = withPreuve({ automation: 'aucune' });
  expectVerdicts([
    { name: 'declared', exigence: human, plan: attested('conforme'), verdict: 'conforme' },
    { name: 'not declared', exigence: human, verdict: 'incomplet', reason: 'attestation' },
    {
      name: 'declared not conforming',
      exigence: human,
      plan: attested('non-conforme'),
      verdict: 'non-conforme',
    },
    { name: 'declared to be verified', exigence: human, plan: attested('a-verifier'), verdict: 'a-verifier' },
    { name: 'assisted, shown, nobody decided', exigence: assisted, rows: [ok], verdict: 'a-verifier' },
    {
      name: 'assisted, shown, decided',
      exigence: assisted,
      rows: [ok],
      plan: attested('conforme'),
      verdict: 'conforme',
    },
    { name: 'assisted, not shown', exigence: assisted, rows: [silent], verdict: 'incomplet' },
    {
      name: 'assisted, failed whatever was declared',
      exigence: assisted,
      rows: [failing],
      plan: attested('conforme'),
      verdict: 'non-conforme',
    },
    { name: 'not automated, not declared', exigence: none, verdict: 'incomplet' },
  ]);
  it('takes the declaration made during the run over that of the dossier', () => {
    const judged = verdictOf({
      exigence: human,
      plan: attested('conforme'),
      recorded: [
        {
          kind: 'attestation/declared',
          view: { preuve: 'SC.X.01.01', valeur: 'non-conforme', par: 'operateur', le: '2026-11-25' },
          scenario: 'test/essai',
          step: 'faire',
        },
      ],
    });
    expect(judged.verdict).toBe('non-conforme');
    expect(judged.preuves[0]?.attestation?.par).toBe('operateur');
  });
});
