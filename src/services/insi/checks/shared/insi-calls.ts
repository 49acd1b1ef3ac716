import type { Preuve } from '../../../../domain/preuve.ts';
import type { Finding } from '../../../../domain/finding.ts';
import type { InsiCallView } from '../../preuves/views.ts';

export interface InsiCall {
  readonly preuve: Preuve;
  readonly view: InsiCallView;
}

/** Calls that reached INSi and could be read as SOAP. */
export function insiCalls(preuves: readonly Preuve[]): readonly InsiCall[] {
  return preuves
    .filter((preuve) => preuve.kind.startsWith('insi/'))
    .map((preuve) => ({ preuve, view: preuve.view as InsiCallView }))
    .filter(({ view }) => view.soapVersion !== undefined);
}

/** The calls that search by traits. */
export function traitsCalls(preuves: readonly Preuve[]): readonly InsiCall[] {
  return insiCalls(preuves).filter(({ preuve }) => preuve.kind === 'insi/traits-request');
}

/** A finding placed in its call. */
export function inCall(call: InsiCall, path: string, finding: Omit<Finding, 'where'>): Finding {
  return { ...finding, where: { preuve: call.preuve.id, path } };
}
