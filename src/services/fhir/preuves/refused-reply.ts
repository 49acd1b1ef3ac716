import type { FhirReply } from './reply.ts';

export interface Refused {
  readonly status: number;
  /** Code of the value set `issue-type`. */
  readonly issue: string;
  readonly text: string;
  readonly headers?: FhirReply['headers'];
}

/** The answer of a server that refuses, and keeps nothing of what was asked. */
export function refused(reply: FhirReply, { status, issue, text, headers = [] }: Refused): FhirReply {
  return {
    ...reply,
    status,
    headers,
    resource: {
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'error', code: issue, details: { text }, diagnostics: text }],
    },
    effect: 'discarded',
  };
}
