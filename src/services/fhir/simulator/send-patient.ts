import type { Patient } from '../../../domain/deck.ts';
import type { Json, JsonObject } from '../../../domain/json.ts';
import { InputError } from '../../../domain/segur-error.ts';
import type { ServiceContext } from '../../../domain/service.ts';
import { readFhir } from '../../../formats/fhir/read-fhir.ts';
import type { FhirSentView } from '../preuves/views.ts';
import type { Exchanged, FhirClient } from './fhir-client.ts';
import { benchSystem, bodyOf, variantNames } from './patient-variants.ts';

/** The client of the software's server, when the dossier gives its address. */
export interface Sender {
  readonly context: ServiceContext;
  readonly client: FhirClient | undefined;
  readonly url: string;
}

/** How a Patient is sent: both are safe to repeat, for a server that keeps conditions. */
const methods = { creer: 'POST', 'mettre-a-jour': 'PUT' } as const;

/**
 * Bench operation `envoyer`: sends a deck patient to the software as a third party would, and records what came back.
 * Input: `role`, `variante`, `methode` (creer when absent), `remplacePar` (id of the Patient that replaces this one).
 * Throws InputError for an input that makes no request; a software that does not answer is a fact, not an error.
 */
export async function sendPatient(input: JsonObject, sender: Sender): Promise<JsonObject> {
  const { context, client } = sender;
  const patient = patientOf(context, text(input, 'role') ?? '');
  const variante = text(input, 'variante') ?? '';
  const methode = text(input, 'methode') ?? 'creer';
  if (!isMethod(methode)) throw wrong(`methode ${JSON.stringify(methode)}`, Object.keys(methods));
  const replacedBy = text(input, 'remplacePar');
  const ipp = `SEGUR-${patient.role}`;
  const sent = bodyOf(variante, { patient, ipp, ...(replacedBy === undefined ? {} : { replacedBy }) });
  if (sent === undefined) throw wrong(`variante ${JSON.stringify(variante)}`, variantNames);
  const { nomNaissance, dateNaissance } = patient;
  const shown = { ipp, nomNaissance, dateNaissance };
  if (client === undefined) return { ...shown, issue: 'sans-destinataire' };
  const condition = `identifier=${encodeURIComponent(`${benchSystem}|${ipp}`)}`;
  const method = methods[methode];
  const path = method === 'PUT' ? `/Patient?${condition}` : '/Patient';
  const headers = {
    'content-type': sent.contentType,
    ...(method === 'POST' ? { 'if-none-exist': condition } : {}),
  };
  const exchanged = await client.call(path, { method, headers, body: sent.bytes });
  const told = { variante, role: patient.role, nomNaissance, dateNaissance, ins: sent.ins };
  record(sender, { method, path, told, exchanged, sent: sent.bytes });
  const id = createdId(exchanged);
  return {
    ...shown,
    issue: exchanged.issue,
    statut: exchanged.status,
    ...(id === undefined ? {} : { id }),
  };
}

/** Bench operations `lire` (a Patient by the id that the software gave) and `capacites`. */
export async function readFromSoftware(
  operation: 'lire' | 'capacites',
  input: JsonObject,
  sender: Sender,
): Promise<JsonObject> {
  if (sender.client === undefined) return { issue: 'sans-destinataire' };
  const id = text(input, 'id') ?? '';
  const path = operation === 'lire' ? `/Patient/${encodeURIComponent(id)}` : '/metadata';
  const exchanged = await sender.client.call(path, { method: 'GET', headers: {} });
  const told = { variante: operation, role: '', nomNaissance: '', dateNaissance: '', ins: false };
  record(sender, { method: 'GET', path, told, exchanged });
  return { issue: exchanged.issue, statut: exchanged.status };
}

interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly told: Pick<FhirSentView, 'variante' | 'role' | 'nomNaissance' | 'dateNaissance' | 'ins'>;
  readonly exchanged: Exchanged;
  readonly sent?: Uint8Array;
}

function record({ context, url }: Sender, { method, path, told, exchanged, sent }: Recorded): void {
  const reading = readFhir(exchanged.body);
  const reponse = reading.kind === 'resource' ? reading.resource.resourceType : '';
  const { issue, status, responseHeaders } = exchanged;
  const view: FhirSentView = {
    method,
    url: `${url}${path}`,
    ...told,
    issue,
    status,
    responseHeaders,
    reponse,
  };
  context.recorder.record({
    kind: 'fhir/sent',
    view,
    raw: {
      ...(sent === undefined ? {} : { sent }),
      response: exchanged.body,
      ...(reponse === '' ? {} : { resource: exchanged.body }),
    },
  });
}

/** Id of the Patient that the software has: that of Location, else that of the body. */
function createdId({ responseHeaders, body }: Exchanged): string | undefined {
  const location = responseHeaders.find(([name]) => name.toLowerCase() === 'location')?.[1];
  const named = /Patient\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/[^/]*)?$/.exec(location ?? '')?.[1];
  if (named !== undefined) return named;
  const reading = readFhir(body);
  if (reading.kind === 'problem' || reading.resource.resourceType !== 'Patient') return undefined;
  const { id } = reading.resource;
  return typeof id === 'string' ? id : undefined;
}

function isMethod(name: string): name is keyof typeof methods {
  return name in methods;
}

function patientOf({ deck }: ServiceContext, role: string): Patient {
  const found = deck.patients.find((patient) => patient.role === role);
  const roles = deck.patients.map((patient) => patient.role);
  if (found === undefined) throw wrong(`role ${JSON.stringify(role)}`, roles);
  return found;
}

function text(input: JsonObject, name: string): string | undefined {
  const value: Json | undefined = input[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function wrong(what: string, known: readonly string[]): InputError {
  return new InputError('FHIR_ENVOYER', `fhir cannot send: ${what} is not known`, {
    hint: `Known: ${known.join(', ')}.`,
  });
}
