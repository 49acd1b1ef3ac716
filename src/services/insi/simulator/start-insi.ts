import type { X509Certificate } from 'node:crypto';
import type { JsonObject } from '../../../domain/json.ts';
import type { HttpExchangeView } from '../../../domain/preuve.ts';
import { InputError } from '../../../domain/segur-error.ts';
import type { RunningService, ServiceContext } from '../../../domain/service.ts';
import type { WireReply, WireRequest } from '../../../wire/http-exchange.ts';
import { readPemCertificates } from '../../../formats/x509/certificate-facts.ts';
import { startHttpServer } from '../../../wire/start-http-server.ts';
import type { InsiAnswer, InsiReply } from '../preuves/answer.ts';
import type { InsiCallView } from '../preuves/views.ts';
import { deckIndividus, findByTraits, findByVitale, verify, type KnownIndividu } from './find-individu.ts';
import { libelles } from './insi-names.ts';
import { patientDocument } from './patient-document.ts';
import { publishedIndividus } from './published-individus.ts';
import { readAuthentication } from './read-authentication.ts';
import { readCall, type InsiOperation, type ReadCall } from './read-call.ts';
import { offeredCertificate, serverCertificates } from './server-certificates.ts';
import { writeAnswer, writeFault } from './write-soap.ts';

interface InsiState {
  /** Forces the code of every answer. */
  readonly reponse?: string;
  /** Forces the result of every verification. */
  readonly verification?: 'OK' | 'KO';
  readonly prefixes: InsiReply['prefixes'];
}

const path = '/lps';
const faithful: InsiState = { prefixes: 'default' };

const kinds: Readonly<Record<InsiOperation, string>> = {
  traits: 'insi/traits-request',
  vitale: 'insi/vitale-request',
  verification: 'insi/verification-request',
  'bulk-deposit': 'insi/bulk-deposit',
  'bulk-result': 'insi/bulk-result',
};

/** Starts INSi on one TLS port; asks for a client certificate and refuses none: checks judge what was presented. */
export async function startInsi(context: ServiceContext): Promise<RunningService> {
  let state = faithful;
  const known: readonly KnownIndividu[] = [...deckIndividus(context.deck), ...publishedIndividus];
  const world = { context, known, authorities: cardAuthorities(context) };
  const certificates = await serverCertificates(context.pki);
  const port = context.options['port'];
  const server = await startHttpServer({
    host: context.host,
    port: typeof port === 'number' ? port : 0,
    tls: { ...certificates.valid, clientCaPem: context.pki.clientCaPem },
    offer: () => offeredCertificate(certificates, context.armory),
    recorder: context.recorder,
    unhandledKind: 'insi/unknown-request',
    handler: (request) => answerCall(request, world, state),
  });
  // A connection kept open would carry the next call under the certificate of before.
  context.armory.onChange('insi/certificate', () => {
    server.closeIdle();
  });
  const url = `${server.origin}${path}`;
  return {
    endpoints: { url, origin: server.origin },
    settings: [
      { label: { fr: 'Adresse du téléservice INSi', en: 'Address of the INSi teleservice' }, value: url },
    ],
    prepare: (wanted) => {
      state = stateOf(wanted);
    },
    operate: (operation, input) => {
      if (operation === 'patient-fhir')
        return Promise.resolve({ contenu: patientDocument(context.deck, input['role']) });
      throw new InputError('INSI_OPERATION', `INSi has no bench operation ${operation}`, {
        hint: 'It has: patient-fhir.',
      });
    },
    close: () => server.close(),
  };
}

/** The test authority of the run, and those of real test cards that the dossier gives. */
function cardAuthorities({ options, pki }: ServiceContext): readonly X509Certificate[] {
  const given = options['autoritesCartes'];
  const pems = Array.isArray(given) ? given.filter((one): one is string => typeof one === 'string') : [];
  try {
    return readPemCertificates([pki.clientCaPem, ...pems]);
  } catch (cause) {
    throw new InputError('INSI_AUTORITES', 'services.insi.autoritesCartes holds what is no certificate', {
      cause,
      hint: 'Give each authority as PEM text, from BEGIN CERTIFICATE to END CERTIFICATE.',
    });
  }
}

function stateOf(wanted: JsonObject): InsiState {
  const { reponse, verification, prefixes } = wanted;
  return {
    prefixes: prefixes === 'ns2' ? 'ns2' : 'default',
    ...(typeof reponse === 'string' ? { reponse } : {}),
    ...(verification === 'OK' || verification === 'KO' ? { verification } : {}),
  };
}

interface World {
  readonly context: ServiceContext;
  readonly known: readonly KnownIndividu[];
  /** Authorities of the cards that may sign assertions. */
  readonly authorities: readonly X509Certificate[];
}

function answerCall(
  request: WireRequest,
  { context, known, authorities }: World,
  state: InsiState,
): WireReply {
  if (request.path !== path || request.method !== 'POST') {
    return { status: request.path === path ? 405 : 404, kind: 'insi/unknown-request', body: '' };
  }
  const call = readCall(request);
  const receivedAt = {
    real: new Date(request.receivedAt).toISOString(),
    bench: new Date(context.clock.now()).toISOString(),
  };
  const authentication = readAuthentication(request, call.envelope, authorities);
  const deviatedAnswer = context.armory.apply('insi/answer', faithfulAnswer(call, known, state), {
    call: call.kind ?? '',
  });
  const faithfulReply: InsiReply = {
    ...(call.kind === undefined
      ? {
          status: 500,
          soapFault: {
            role: 'Sender',
            subcode: 'siram_100',
            code: 'soap_001',
            severite: 'fatal',
            text: 'Requete non conforme',
            lang: 'fr',
          },
        }
      : { status: 200 }),
    prefixes: state.prefixes,
    contentType: 'application/soap+xml; charset=utf-8',
  };
  const deviatedReply = context.armory.apply('insi/reply', faithfulReply, {});
  const reply = deviatedReply.artefact;
  const answer = deviatedAnswer.artefact;
  const body =
    reply.body ??
    (reply.soapFault === undefined
      ? writeAnswer(answer, call.kind ?? 'traits', reply.prefixes)
      : writeFault(reply.soapFault, reply.prefixes));
  const view = {
    ...callView(call, answer, reply),
    authentication,
    receivedAt,
    faults: [...deviatedAnswer.faults, ...deviatedReply.faults],
  };
  return {
    status: reply.status,
    headers: [['Content-Type', reply.contentType], ...(reply.headers ?? [])],
    body,
    kind: call.kind === undefined ? 'insi/unknown-request' : kinds[call.kind],
    view,
    deviations: [{ deviated: deviatedAnswer }, { deviated: deviatedReply }],
    ...(reply.delayMs === undefined ? {} : { delayMs: reply.delayMs }),
    ...(reply.delivery === undefined ? {} : { delivery: reply.delivery }),
  };
}

function faithfulAnswer(call: ReadCall, known: readonly KnownIndividu[], state: InsiState): InsiAnswer {
  if (call.kind === 'verification') {
    if (state.verification !== undefined)
      return { codeCR: '00', libelleCR: 'OK', verification: state.verification };
    return verify(call, known);
  }
  if (state.reponse === '01' || state.reponse === '02') {
    return { codeCR: state.reponse, libelleCR: libelles[state.reponse] ?? '' };
  }
  if (call.kind === 'traits') return findByTraits(call.traits, known);
  if (call.kind === 'vitale') return findByVitale(call.vitale, known);
  return { codeCR: '00', libelleCR: 'OK' };
}

function callView(
  call: ReadCall,
  answer: InsiAnswer,
  reply: InsiReply,
): Omit<InsiCallView, keyof HttpExchangeView | 'authentication' | 'receivedAt' | 'faults'> {
  const { envelope, kind, ...read } = call;
  const lost =
    envelope === undefined ||
    kind === undefined ||
    reply.body !== undefined ||
    (reply.delivery !== undefined && reply.delivery !== 'whole');
  return {
    ...read,
    answer:
      reply.soapFault === undefined
        ? lost
          ? {}
          : answerView(answer)
        : { fault: { subcode: reply.soapFault.subcode, code: reply.soapFault.code } },
  };
}

function answerView(answer: InsiAnswer): InsiCallView['answer'] {
  const { individu } = answer;
  return {
    codeCR: answer.codeCR,
    ...(answer.verification === undefined ? {} : { verification: answer.verification }),
    ...(individu === undefined
      ? {}
      : {
          individu: {
            matricule: `${individu.actif.numIdentifiant}${individu.actif.cle}`,
            oid: individu.actif.oid,
            historique: individu.historique.map((old) => ({
              matricule: `${old.numIdentifiant}${old.cle}`,
              oid: old.oid,
            })),
            nomNaissance: individu.nomNaissance,
            listePrenom: individu.listePrenom,
            sexe: individu.sexe,
            dateNaissance: individu.dateNaissance,
            lieuNaissance: individu.lieuNaissance,
          },
        }),
  };
}
