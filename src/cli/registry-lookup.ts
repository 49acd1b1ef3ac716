import type { Check } from '../domain/check.ts';
import type { Fault } from '../domain/fault.ts';
import type { Action } from '../domain/pilote.ts';
import type { Registry } from '../domain/registry.ts';
import { BenchError } from '../domain/segur-error.ts';
import type { Service } from '../domain/service.ts';

/** Lookups that throw BenchError: after the cross-check of the scenarios, an unknown id is ours. */
export interface RegistryLookup {
  readonly check: (id: string) => Check;
  readonly fault: (id: string) => Fault;
  readonly service: (name: string) => Service;
  readonly action: (id: string) => Action;
}

export function registryLookup(registry: Registry): RegistryLookup {
  return {
    // Options were validated against the check's own schema when the scenarios loaded.
    check: (id) => found(registry.checks, id, 'check'),
    fault: (id) => found(registry.faults, id, 'fault'),
    service: (name) => found(registry.services, name, 'service'),
    action: (id) => found(registry.actions, id, 'action'),
  };
}

function found<T>(map: ReadonlyMap<string, T>, id: string, what: string): T {
  const value = map.get(id);
  if (value === undefined) throw new BenchError('UNKNOWN_PART', `no ${what} ${id}`);
  return value;
}
