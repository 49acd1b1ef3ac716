import { InputError } from '../../../domain/segur-error.ts';
import type { RunningService, ServiceContext } from '../../../domain/service.ts';
import type { WireReply, WireRequest } from '../../../wire/http-exchange.ts';
import { startHttpServer } from '../../../wire/start-http-server.ts';
import { answerCall } from './answer-call.ts';
import { outcomeOf, fhirJson, refuse } from './operation-outcome.ts';
import { FhirClient } from './fhir-client.ts';
import { isObject, PatientStore } from './patient-store.ts';
import { basePath, routeOf } from './route-call.ts';
import { readFromSoftware, sendPatient, type Sender } from './send-patient.ts';

/** A Patient is small; a bundle of a hundred fits. */
const bodyBytes = 2 * 1024 * 1024;

/** Starts the FHIR server; over TLS it asks for a client certificate and refuses none. */
export async function startFhir(context: ServiceContext): Promise<RunningService> {
  const { options, pki, host } = context;
  const port = options['port'];
  const store = new PatientStore();
  const pair = await pki.server({ names: ['localhost', '127.0.0.1', '::1'] });
  const server = await startHttpServer({
    host,
    port: typeof port === 'number' ? port : 0,
    ...(options['tls'] === false ? {} : { tls: { ...pair, clientCaPem: pki.clientCaPem } }),
    limits: { bodyBytes },
    recorder: context.recorder,
    unhandledKind: 'fhir/unknown-request',
    handler: (request) => answer(request, context, store),
  });
  const sender = senderOf(context);
  const url = `${server.origin}${basePath}`;
  return {
    endpoints: { url, origin: server.origin },
    settings: [
      { label: { fr: 'Adresse de base du serveur FHIR', en: 'Base address of the FHIR server' }, value: url },
    ],
    prepare: () => undefined,
    operate: (operation, input) => {
      if (operation === 'envoyer') return sendPatient(input, sender);
      if (operation === 'lire' || operation === 'capacites')
        return readFromSoftware(operation, input, sender);
      throw new InputError('FHIR_OPERATION', `fhir has no bench operation ${operation}`, {
        hint: 'It has: envoyer, lire, capacites.',
      });
    },
    close: async () => {
      await sender.client?.close();
      await server.close();
    },
  };
}

function senderOf(context: ServiceContext): Sender {
  const given = context.options['destinataire'];
  if (!isObject(given) || typeof given['url'] !== 'string') return { context, client: undefined, url: '' };
  const url = given['url'].replace(/\/$/, '');
  const { autorisation } = given;
  const destination = { url, ...(typeof autorisation === 'string' ? { authorization: autorisation } : {}) };
  return { context, client: new FhirClient(destination, context.pki, context.signal), url };
}

function answer(request: WireRequest, context: ServiceContext, store: PatientStore): WireReply {
  const route = routeOf(request.method, request.path);
  if (route.kind === 'none') {
    const resource = outcomeOf(refuse([route.status, 'not-supported'], 'route', route.text));
    return {
      status: route.status,
      headers: [['Content-Type', fhirJson]],
      body: JSON.stringify(resource),
      kind: 'fhir/unknown-request',
    };
  }
  const before = store.snapshot();
  const base = `${request.origin}${basePath}`;
  const answered = answerCall(request, route, { store, base, now: new Date(context.clock.now()) });
  const deviated = context.armory.apply('fhir/reply', answered.reply, { interaction: answered.interaction });
  const reply = deviated.artefact;
  if (reply.effect === 'discarded') store.restore(before);
  const contentType = request.header('content-type');
  const body = reply.body ?? (reply.resource === undefined ? '' : JSON.stringify(reply.resource));
  return {
    status: reply.status,
    headers: [...(body === '' ? [] : [['Content-Type', reply.contentType] as const]), ...reply.headers],
    body,
    kind: answered.write === undefined ? 'fhir/query' : 'fhir/write',
    view: {
      interaction: answered.interaction,
      ...(contentType === undefined ? {} : { contentType }),
      ...(answered.problem === undefined ? {} : { problem: answered.problem }),
      ...answered.write,
      ...(answered.write !== undefined && reply.effect === 'discarded' ? { ecrits: [] } : {}),
      faults: deviated.faults,
    },
    ...(answered.write === undefined ? {} : { raw: { resource: request.body } }),
    deviations: [{ deviated }],
    ...(reply.delayMs === undefined ? {} : { delayMs: reply.delayMs }),
    ...(reply.delivery === undefined ? {} : { delivery: reply.delivery }),
  };
}
