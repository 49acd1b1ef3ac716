import type { JsonObject } from '../../../domain/json.ts';
import type { WireRequest } from '../../../wire/http-exchange.ts';
import type { FhirReply } from '../preuves/reply.ts';
import type { FhirInteraction, FhirPatientFacts, FhirWriteView, FhirWritten } from '../preuves/views.ts';
import { playBundle } from './answer-bundle.ts';
import { readPatient, searchPatients } from './answer-query.ts';
import { createPatient, updatePatient, versionHeaders, type WriteDone } from './answer-write.ts';
import { capabilityStatement } from './capability-statement.ts';
import { fhirJson, refusalReply, refuse, type Refusal } from './operation-outcome.ts';
import { patientFacts } from './patient-facts.ts';
import { isObject, type PatientStore } from './patient-store.ts';
import { acceptProblem, readBody } from './read-body.ts';
import type { Route } from './route-call.ts';
import { queryText } from './search-criteria.ts';

/** The faithful answer to a call, and what is told of it beside the exchange. */
export interface Answered {
  readonly interaction: FhirInteraction;
  readonly reply: FhirReply;
  readonly problem?: string;
  /** Only for writes. */
  readonly write?: Pick<FhirWriteView, 'patients' | 'condition' | 'ifMatch'> & {
    readonly ecrits: readonly FhirWritten[];
  };
}

export interface ServerMoment {
  readonly store: PatientStore;
  /** Absolute address of the base, as the client called it. */
  readonly base: string;
  readonly now: Date;
}

/** Answers a call of a known interaction; writes reach the store at once. */
export function answerCall(
  request: WireRequest,
  route: Route & { readonly kind: 'call' },
  moment: ServerMoment,
): Answered {
  switch (route.interaction) {
    case 'capabilities':
    case 'read':
    case 'search': {
      const reply = acceptProblem(request) ?? query(request, route, moment);
      return { interaction: route.interaction, ...told(reply) };
    }
    case 'create':
    case 'update':
    case 'transaction':
    case 'batch':
    case 'bundle':
      return answerWrite(request, route, moment);
  }
}

function query(
  request: WireRequest,
  { interaction, id = '', form }: Route & { readonly kind: 'call' },
  { store, base, now }: ServerMoment,
): FhirReply | Refusal {
  if (interaction === 'capabilities') {
    const resource = capabilityStatement(base, now);
    return { status: 200, headers: [], resource, contentType: fhirJson, effect: 'kept' };
  }
  if (interaction === 'read') return readPatient(id, request.header('if-none-match'), store, base);
  if (form === true && request.form === undefined) {
    return refuse([415, 'not-supported'], 'content-type', '_search takes application/x-www-form-urlencoded');
  }
  const parameters = [...request.query, ...(request.form ?? [])];
  return searchPatients(parameters, { prefer: request.header('prefer') ?? '', base, store });
}

function answerWrite(
  request: WireRequest,
  route: Route & { readonly kind: 'call' },
  moment: ServerMoment,
): Answered {
  const read = readBody(request);
  const resource = read.kind === 'resource' ? read.resource : undefined;
  const interaction = interactionOf(route, resource);
  const condition = conditionOf(request, route);
  const ifMatch = request.header('if-match');
  const facts = {
    patients: resource === undefined ? [] : patientsOf(resource),
    ...(condition === undefined ? {} : { condition }),
    ...(ifMatch === undefined ? {} : { ifMatch }),
  };
  const done =
    acceptProblem(request) ??
    (read.kind === 'refusal' ? read : play(interaction, read.resource, { request, route, moment }));
  if (done.kind === 'refusal') return { interaction, ...told(done), write: { ...facts, ecrits: [] } };
  return { interaction, reply: done.reply, write: { ...facts, ecrits: done.written } };
}

interface Played {
  readonly kind: 'done';
  readonly reply: FhirReply;
  readonly written: readonly FhirWritten[];
}

function play(
  interaction: FhirInteraction,
  resource: JsonObject,
  {
    request,
    route,
    moment,
  }: {
    readonly request: WireRequest;
    readonly route: Route & { readonly kind: 'call' };
    readonly moment: ServerMoment;
  },
): Played | Refusal {
  const { store, base, now } = moment;
  if (route.interaction === 'bundle') {
    return resource['resourceType'] === 'Bundle'
      ? playBundle(resource, store, base, now)
      : refuse([400, 'invalid'], 'not-bundle', 'POST on the base takes a Bundle', 'Bundle');
  }
  const ifNoneExist = request.header('if-none-exist');
  const ifMatch = request.header('if-match');
  const asked = {
    resource,
    ...(ifNoneExist === undefined ? {} : { ifNoneExist }),
    ...(ifMatch === undefined ? {} : { ifMatch }),
    ...(route.id === undefined ? { condition: conditionOf(request, route) ?? '' } : { id: route.id }),
  };
  const done = interaction === 'create' ? createPatient(asked, store, now) : updatePatient(asked, store, now);
  return done.kind === 'refusal'
    ? done
    : { kind: 'done', reply: writeReply(done, request, base), written: [done.written] };
}

/** The answer to a create or an update, as the client prefers it (FHIR R4 §3.1.0.1.9). */
function writeReply({ status, stored }: WriteDone, request: WireRequest, base: string): FhirReply {
  const preferred = /return=(minimal|OperationOutcome)/.exec(request.header('prefer') ?? '')?.[1];
  const headers = versionHeaders(stored, base);
  const common = { status, headers, contentType: fhirJson, effect: 'kept' } as const;
  if (preferred === 'minimal') return common;
  if (preferred === undefined) return { ...common, resource: stored.resource };
  const issue = [{ severity: 'information', code: 'informational', diagnostics: `Patient/${stored.id}` }];
  return { ...common, resource: { resourceType: 'OperationOutcome', issue } };
}

function interactionOf(
  route: Route & { readonly kind: 'call' },
  resource: JsonObject | undefined,
): FhirInteraction {
  if (route.interaction !== 'bundle') return route.interaction;
  return resource?.['type'] === 'batch' ? 'batch' : 'transaction';
}

function conditionOf(request: WireRequest, route: Route & { readonly kind: 'call' }): string | undefined {
  if (route.interaction === 'create') return request.header('if-none-exist');
  if (route.interaction !== 'update' || route.id !== undefined) return undefined;
  return queryText(request.query);
}

function patientsOf(resource: JsonObject): readonly FhirPatientFacts[] {
  const entries = Array.isArray(resource['entry']) ? (resource['entry'] as readonly JsonObject[]) : [];
  const inside =
    resource['resourceType'] === 'Bundle'
      ? entries.map(
          (entry, index) =>
            [
              isObject(entry) ? entry['resource'] : undefined,
              `Bundle.entry[${String(index)}].resource`,
            ] as const,
        )
      : [[resource, 'Patient'] as const];
  return inside.flatMap(([one, path]) => {
    const facts = isObject(one) ? patientFacts(one, path) : undefined;
    return facts === undefined ? [] : [facts];
  });
}

function told(result: FhirReply | Refusal): Pick<Answered, 'reply' | 'problem'> {
  return 'kind' in result ? { reply: refusalReply(result), problem: result.problem } : { reply: result };
}
