import type { JsonObject } from '../../../domain/json.ts';
import type { FhirReply } from '../preuves/reply.ts';

/** Media type of every body of the server (FHIR R4 §2.6.1). */
export const fhirJson = 'application/fhir+json; charset=utf-8';

/** Why the server refuses: HTTP status, issue type of FHIR R4, and a sentence. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly status: number;
  /** Code of the value set `issue-type`. */
  readonly issue: string;
  readonly text: string;
  /** Short name for the record. */
  readonly problem: string;
  /** FHIRPath of the element. */
  readonly expression?: string;
}

export function refuse(
  [status, issue]: readonly [number, string],
  problem: string,
  text: string,
  expression?: string,
): Refusal {
  return {
    kind: 'refusal',
    ...{ status, issue, problem, text },
    ...(expression === undefined ? {} : { expression }),
  };
}

/** The answer that carries a refusal. */
export function refusalReply(refusal: Refusal): FhirReply {
  return {
    status: refusal.status,
    headers: [],
    resource: outcomeOf(refusal),
    contentType: fhirJson,
    effect: 'kept',
  };
}

/** OperationOutcome of a refusal. */
export function outcomeOf({ issue, text, expression }: Refusal): JsonObject {
  return {
    resourceType: 'OperationOutcome',
    issue: [
      {
        severity: 'error',
        code: issue,
        diagnostics: text,
        ...(expression === undefined ? {} : { expression: [expression] }),
      },
    ],
  };
}
