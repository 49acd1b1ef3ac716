import type { CheckInput, CheckResult } from '../../../../domain/check.ts';
import type { Finding } from '../../../../domain/finding.ts';
import { toFinding, type Observation } from './judge-found.ts';

/** A JWT taken apart; nothing is verified. */
export interface ReadJwt {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly signature: string;
}

/** Longest token looked at, in bytes. */
const longest = 64 * 1024;

/** Judges each preuve whose file is a JWT in compact form (RFC 7515, 7.1); others are left unexamined. */
export function judgeJwts(
  input: Pick<CheckInput, 'preuves' | 'bytes'>,
  look: (token: ReadJwt) => readonly Observation[],
): CheckResult {
  let examined = 0;
  const findings: Finding[] = [];
  for (const preuve of input.preuves) {
    const ref = preuve.raw['file'];
    const token = ref === undefined || ref.size > longest ? undefined : readJwt(input.bytes(ref));
    if (token === undefined) continue;
    examined += 1;
    findings.push(...look(token).map((seen) => toFinding(seen, preuve.id, '')));
  }
  return { examined, findings };
}

function readJwt(bytes: Uint8Array): ReadJwt | undefined {
  const parts = Buffer.from(bytes).toString('latin1').trim().split('.');
  const [header, claims] = [objectOf(parts[0]), objectOf(parts[1])];
  return parts.length === 3 && header !== undefined && claims !== undefined
    ? { header, claims, signature: parts[2] ?? '' }
    : undefined;
}

function objectOf(part: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    // Not a JWT: the caller leaves it unexamined.
    return undefined;
  }
}
