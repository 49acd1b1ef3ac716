import type { Preuve } from '../../../../domain/preuve.ts';
import type { InsiAssertionView } from '../../preuves/views.ts';
import { insiCalls, type InsiCall } from './insi-calls.ts';

/** A call that authenticates by the assertion of a card. */
export interface CpxCall extends InsiCall {
  readonly assertion: InsiAssertionView;
}

/** Calls that carry an assertion of a card, signed or not; that of a Pro Santé Connect session is none. */
export function cpxCalls(preuves: readonly Preuve[]): readonly CpxCall[] {
  return insiCalls(preuves).flatMap((call) => {
    const { assertion, modes } = call.view.authentication;
    return assertion !== undefined && modes.includes('cpx') ? [{ ...call, assertion }] : [];
  });
}

/** Where the assertion is in its call. */
export const assertionPath = 'Header/Security/Assertion';
