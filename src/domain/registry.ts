import type { AnyCheck } from './check.ts';
import type { Fault } from './fault.ts';
import type { Action } from './pilote.ts';
import type { Service } from './service.ts';

/** Every part that can be named by its path id; who needs one asks here and never imports a service. */
export interface Registry {
  readonly checks: ReadonlyMap<string, AnyCheck>;
  readonly faults: ReadonlyMap<string, Fault>;
  readonly services: ReadonlyMap<string, Service>;
  /** Verbs of the pilotage contract and the bench's own. */
  readonly actions: ReadonlyMap<string, Action>;
}
