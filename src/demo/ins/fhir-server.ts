import type { IncomingMessage } from 'node:http';
import { badRequest, businessRule, notFound } from '@medplum/core';
import type { OperationOutcome } from '@medplum/fhirtypes';
import { members } from '../settings.ts';
import { bodyText, type Reply } from '../web/reply.ts';
import type { FhirConduct } from './fhir-conduct.ts';
import { fhirPatient } from './fhir-patient.ts';
import type { Identities } from './identities.ts';
import type { Identity } from './identity.ts';
import type { InsConduct } from './ins-conduct.ts';
import type { InsJournal } from './ins-journal.ts';
import type { InsiClient } from './insi-client.ts';
import { patientProblem, readPatient, type ReceivedPatient } from './read-patient.ts';
import { takeIdentity } from './receive-identity.ts';

export interface FhirServerParts {
  readonly identities: Identities;
  readonly journal: InsJournal;
  readonly conduct: InsConduct;
  /** Undefined while INSi is not configured. */
  readonly insi: () => InsiClient | undefined;
}

/** The product's FHIR server: takes in Patients of other domains, and gives back its own. */
export class FhirServer {
  readonly #parts: FhirServerParts;
  readonly #conduct: FhirConduct;
  /** Identities by the numbers of their senders: `system|value`. */
  readonly #byLocal = new Map<string, Identity>();
  readonly #versions = new Map<string, number>();

  constructor(parts: FhirServerParts) {
    this.#parts = parts;
    this.#conduct = parts.conduct.fhir ?? {};
  }

  /** Answers a request under `/fhir`; `base` is the address of that base. */
  async answer(request: IncomingMessage, url: URL, base: string): Promise<Reply> {
    const [type = '', id] = url.pathname.split('/').slice(2);
    const { withoutCapabilities, refusesAll } = this.#conduct;
    if (request.method === 'GET' && type === 'metadata' && withoutCapabilities !== true)
      return fhir(200, capabilities());
    if (type !== 'Patient') return this.#refusal(404, notFound);
    if (refusesAll === true) return this.#refusal(422, businessRule('identite', 'Identité refusée'));
    if (request.method === 'GET' && id !== undefined) return this.#read(id);
    if (request.method === 'POST' && id === undefined) {
      return this.#write(request, conditionOf(String(request.headers['if-none-exist'] ?? '')), base, true);
    }
    if (request.method === 'PUT' && id === undefined) {
      return this.#write(request, conditionOf(url.search.slice(1)), base, false);
    }
    return this.#refusal(405, badRequest('Interaction non gérée'));
  }

  #read(id: string): Reply {
    const identity = this.#parts.identities.get(id);
    return identity === undefined ? this.#refusal(404, notFound) : this.#shown(200, identity);
  }

  async #write(
    request: IncomingMessage,
    condition: string | undefined,
    base: string,
    creates: boolean,
  ): Promise<Reply> {
    const resource = parsed(await bodyText(request));
    const problem = this.#refused(request, resource);
    if (problem !== undefined) return problem;
    const known = condition === undefined ? undefined : this.#byLocal.get(condition);
    // What a condition finds was created by the same request before: it is repeated, not asked for again.
    if (known !== undefined && creates) return this.#shown(200, known, base);
    return this.#take(readPatient(members(resource), this.#conduct), known, base);
  }

  /** Why what was sent cannot be taken in, as an answer. */
  #refused(request: IncomingMessage, resource: Resource | undefined): Reply | undefined {
    const { acceptsAnything } = this.#conduct;
    const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
    const json = type === 'application/fhir+json' || type === 'application/json';
    if (!json || resource?.['resourceType'] !== 'Patient') {
      if (acceptsAnything === true) return { status: 201, body: '' };
      return json
        ? this.#refusal(400, badRequest('Un Patient FHIR est attendu'))
        : this.#refusal(415, badRequest('Content-Type : application/fhir+json est attendu'));
    }
    const problem = patientProblem(resource, this.#conduct);
    return problem === undefined ? undefined : this.#refusal(422, businessRule('identite', problem));
  }

  async #take(patient: ReceivedPatient, known: Identity | undefined, base: string): Promise<Reply> {
    const { identities } = this.#parts;
    const before = new Set(identities.all());
    const identity = known !== undefined && patient.merged ? known : await this.#received(patient, known);
    if (identity === undefined) return this.#refusal(422, businessRule('identite', 'Identité refusée'));
    if (patient.merged && this.#conduct.keepsMergedIns !== true)
      identities.align(identity, {}, undefined, 'provisoire');
    if (this.#conduct.forgetsSenderNumbers !== true)
      for (const local of patient.locals) this.#byLocal.set(local, identity);
    this.#versions.set(identity.id, (this.#versions.get(identity.id) ?? 0) + 1);
    return this.#shown(before.has(identity) ? 200 : 201, identity, base);
  }

  async #received(patient: ReceivedPatient, known: Identity | undefined): Promise<Identity | undefined> {
    const { identities, journal, conduct, insi } = this.#parts;
    const { qualifiesReceived, storesUnverified, readsInsByType, forgetsSenderNumbers } = this.#conduct;
    const unverified = storesUnverified === true || readsInsByType === true;
    const reception = {
      ...{ identities, journal, insi: insi(), trusted: qualifiesReceived === true },
      conduct: unverified ? { ...conduct, neverVerifies: true } : conduct,
      unknown: forgetsSenderNumbers === true,
    };
    const acted = await takeIdentity(patient, { ...reception, ...(known === undefined ? {} : { known }) });
    return acted.identity;
  }

  #refusal(status: number, outcome: OperationOutcome): Reply {
    return this.#conduct.htmlErrors === true ? { status, html: '<h1>Erreur</h1>' } : fhir(status, outcome);
  }

  /** The INS leaves here as by any other way: once qualifiée only. */
  #shown(status: number, identity: Identity, base?: string): Reply {
    const version = String(this.#versions.get(identity.id) ?? 1);
    const { showsUnqualifiedIns, withoutLocation } = this.#conduct;
    const shown = fhirPatient(identity, showsUnqualifiedIns === true ? { sendsUnqualifiedIns: true } : {});
    const patient = { ...shown, id: identity.id };
    const location =
      base === undefined || withoutLocation === true
        ? {}
        : { location: `${base}/Patient/${identity.id}/_history/${version}` };
    return fhir(status, patient, { etag: `W/"${version}"`, ...location });
  }
}

type Resource = Readonly<Record<string, unknown>>;

function fhir(status: number, resource: object, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    status,
    headers: { ...headers, 'content-type': 'application/fhir+json; charset=utf-8' },
    body: JSON.stringify(resource),
  };
}

/** `system|value` of a condition on an identifier. */
function conditionOf(query: string): string | undefined {
  return new URLSearchParams(query).get('identifier') ?? undefined;
}

function parsed(body: string): Resource | undefined {
  try {
    return members(JSON.parse(body));
  } catch {
    return undefined;
  }
}

function capabilities(): object {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: new Date().toISOString(),
    kind: 'instance',
    fhirVersion: '4.0.1',
    format: ['application/fhir+json'],
    rest: [
      {
        mode: 'server',
        resource: [
          {
            type: 'Patient',
            interaction: [{ code: 'create' }, { code: 'update' }, { code: 'read' }],
            conditionalCreate: true,
            conditionalUpdate: true,
          },
        ],
      },
    ],
  };
}
