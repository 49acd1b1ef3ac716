import type { Json, JsonObject } from '../../../domain/json.ts';

/** A Patient as the server keeps it: `resource` has the id and meta that the server gave. */
export interface StoredPatient {
  readonly id: string;
  readonly version: number;
  readonly lastUpdated: string;
  readonly resource: JsonObject;
}

/** One value of a token search: `system|value`, `|value`, `system|`, `value`. */
export interface Token {
  /** Absent: any; empty: identifiers without system. */
  readonly system?: string;
  readonly value?: string;
}

/** Criteria that are all to be met; values of one criterion are alternatives. */
export interface Criteria {
  readonly identifiers: readonly (readonly Token[])[];
  readonly ids: readonly (readonly string[])[];
}

/** Most Patients kept; a software that goes on and on is refused, not the bench exhausted. */
export const maxPatients = 10_000;

/** The Patients of the server, in memory. */
export class PatientStore {
  #byId: ReadonlyMap<string, StoredPatient> = new Map();
  #count = 0;

  get(id: string): StoredPatient | undefined {
    return this.#byId.get(id);
  }

  get size(): number {
    return this.#byId.size;
  }

  /** The Patients as they are now; `restore` goes back to them. */
  snapshot(): ReadonlyMap<string, StoredPatient> {
    return this.#byId;
  }

  restore(snapshot: ReadonlyMap<string, StoredPatient>): void {
    this.#byId = snapshot;
  }

  matching({ identifiers, ids }: Criteria): readonly StoredPatient[] {
    return [...this.#byId.values()].filter(
      ({ id, resource }) =>
        ids.every((wanted) => wanted.includes(id)) &&
        identifiers.every((tokens) => tokens.some((token) => hasIdentifier(resource, token))),
    );
  }

  /** Creates under an id of the server's, whatever id the resource has. */
  create(resource: JsonObject, now: Date): StoredPatient {
    let id: string;
    do {
      this.#count += 1;
      id = `segur-${String(this.#count)}`;
    } while (this.#byId.has(id));
    return this.put(id, resource, now);
  }

  /** Creates or replaces under this id; the version goes up by one. */
  put(id: string, resource: JsonObject, now: Date): StoredPatient {
    const version = (this.#byId.get(id)?.version ?? 0) + 1;
    const lastUpdated = now.toISOString();
    const { meta } = resource;
    const stored: StoredPatient = {
      ...{ id, version, lastUpdated },
      resource: {
        ...resource,
        id,
        meta: { ...(isObject(meta) ? meta : {}), versionId: String(version), lastUpdated },
      },
    };
    this.#byId = new Map(this.#byId).set(id, stored);
    return stored;
  }

  /** Changes the resource of a version that was just written. */
  amend(id: string, resource: JsonObject): void {
    const stored = this.#byId.get(id);
    if (stored !== undefined) this.#byId = new Map(this.#byId).set(id, { ...stored, resource });
  }
}

/** Identifiers of a Patient that have a value, as they are written. */
export function identifiersOf(
  resource: JsonObject,
): readonly { readonly system: string; readonly value: string }[] {
  const { identifier } = resource;
  return (Array.isArray(identifier) ? (identifier as readonly Json[]) : []).flatMap((one) => {
    if (!isObject(one) || typeof one['value'] !== 'string') return [];
    return [{ system: typeof one['system'] === 'string' ? one['system'] : '', value: one['value'] }];
  });
}

function hasIdentifier(resource: JsonObject, { system, value }: Token): boolean {
  return identifiersOf(resource).some(
    (one) => (system === undefined || one.system === system) && (value === undefined || one.value === value),
  );
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
