import type { JsonObject } from '../../../domain/json.ts';

/** The answer of the server that faults of target `fhir/reply` may deviate, before it is written. */
export interface FhirReply {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  /** The resource of the body; absent for an answer without body. */
  readonly resource?: JsonObject;
  /** Replaces the body altogether. */
  readonly body?: string;
  readonly contentType: string;
  /** `discarded`: what the request asked to write is forgotten, as by a server that refuses. */
  readonly effect: 'kept' | 'discarded';
  /** Real milliseconds before it leaves. */
  readonly delayMs?: number;
  readonly delivery?: 'whole' | 'drop' | { readonly truncateAt: number };
}
