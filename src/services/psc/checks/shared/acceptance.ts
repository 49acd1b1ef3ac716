import type { Bilingual } from '../../../../domain/bilingual.ts';
import type { Check, CheckInput, CheckResult } from '../../../../domain/check.ts';
import type { Clause } from '../../../../domain/clause.ts';
import { found, isConnected, sessionProbes } from './exchanges.ts';

export interface AcceptanceTexts {
  readonly title: Bilingual;
  readonly assertion: string;
  readonly clauses: readonly Clause[];
  readonly says: Bilingual;
  readonly fix: Bilingual;
}

/** The fact that the session is open once the login is over: what conforms must be accepted too. */
export function acceptance(texts: AcceptanceTexts): Check {
  return {
    title: texts.title,
    assertions: [texts.assertion],
    clauses: texts.clauses,
    reads: ['pilote/probe'],
    findings: { 'login-refused': { says: texts.says, fix: texts.fix } },
    judge: judgeAcceptance,
  };
}

function judgeAcceptance({ preuves }: CheckInput): CheckResult {
  const probes = sessionProbes(preuves);
  return {
    examined: probes.length,
    findings: probes
      .filter((probe) => !isConnected(probe))
      .map((probe) =>
        found('login-refused', probe, { path: 'output.connecte', expected: true, actual: false }),
      ),
  };
}
