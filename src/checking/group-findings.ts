import type { CheckFinding } from '../domain/check-result.gen.ts';

/**
 * Findings of one rule, code and severity together, in order of first appearance. A rule of the kit has one code for
 * many assertions: its sentence tells them apart.
 */
export function groupFindings(findings: readonly CheckFinding[]): readonly (readonly CheckFinding[])[] {
  const groups = new Map<string, CheckFinding[]>();
  for (const finding of findings) {
    const sentence = finding.rule.startsWith('kit/') ? finding.says.fr : '';
    const key = JSON.stringify([finding.rule, finding.code, finding.severity, sentence]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [finding]);
    else known.push(finding);
  }
  return [...groups.values()];
}
