import type { X509Certificate } from 'node:crypto';
import type { HttpExchangeView } from '../../../domain/preuve.ts';
import type { ServiceContext } from '../../../domain/service.ts';
import type { WireReply, WireRequest } from '../../../wire/http-exchange.ts';
import type { InsiAnswer, InsiReply } from '../preuves/answer.ts';
import type { InsiCallView } from '../preuves/views.ts';
import type { BulkDeposits } from './bulk-deposits.ts';
import { findByTraits, findByVitale, verify, type KnownIndividu } from './find-individu.ts';
import { libelles } from './insi-names.ts';
import type { InsiState } from './insi-state.ts';
import { readAuthentication } from './read-authentication.ts';
import { readCall, type InsiOperation, type ReadCall } from './read-call.ts';
import { writeAnswer, writeFault } from './write-soap.ts';

/** Path of the teleservice. */
export const insiPath = '/lps';

const kinds: Readonly<Record<InsiOperation, string>> = {
  traits: 'insi/traits-request',
  vitale: 'insi/vitale-request',
  verification: 'insi/verification-request',
  'bulk-deposit': 'insi/bulk-deposit',
  'bulk-result': 'insi/bulk-result',
};

/** What answers calls beside the state of the step. */
export interface InsiWorld {
  readonly context: ServiceContext;
  readonly known: readonly KnownIndividu[];
  /** Authorities of the cards that may sign assertions. */
  readonly authorities: readonly X509Certificate[];
  readonly deposits: BulkDeposits;
}

/** Reads, answers and describes one call; faults of the three targets deviate what leaves. */
export function answerCall(request: WireRequest, world: InsiWorld, state: InsiState): WireReply {
  const { context, authorities } = world;
  if (request.path !== insiPath || request.method !== 'POST') {
    return { status: request.path === insiPath ? 405 : 404, kind: 'insi/unknown-request', body: '' };
  }
  const call = readCall(request);
  const receivedAt = {
    real: new Date(request.receivedAt).toISOString(),
    bench: new Date(context.clock.now()).toISOString(),
  };
  const authentication = readAuthentication(request, call.envelope, authorities);
  const deviatedAnswer = context.armory.apply('insi/answer', faithfulAnswer(call, world, state), {
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

function faithfulAnswer(
  call: ReadCall,
  { known, deposits }: InsiWorld,
  { reponse, verification }: InsiState,
): InsiAnswer {
  const ok = { codeCR: '00', libelleCR: 'OK' };
  const { kind } = call;
  if (kind === undefined) return ok;
  switch (kind) {
    case 'verification':
      return { ...ok, verification: verification ?? verify(call, known) };
    case 'bulk-deposit':
      return { ...ok, lot: deposits.add(call.individus ?? [], known) };
    case 'bulk-result': {
      const results = deposits.results(call.lot);
      if (results === undefined) return { codeCR: '01', libelleCR: libelles['01'] ?? '' };
      const forced = results.map((one) => ({ ...one, resultat: verification ?? one.resultat }));
      return { ...ok, ...(call.lot === undefined ? {} : { lot: call.lot }), verifications: forced };
    }
    case 'traits':
    case 'vitale':
      if (reponse !== undefined) return { codeCR: reponse, libelleCR: libelles[reponse] ?? '' };
      return kind === 'traits' ? findByTraits(call.traits, known) : findByVitale(call.vitale, known);
  }
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
    ...(answer.lot === undefined ? {} : { lot: answer.lot }),
    ...(answer.verifications === undefined
      ? {}
      : {
          verifications: answer.verifications.map(({ numIdentifiant, cle, resultat }) => ({
            matricule: numIdentifiant + cle,
            resultat,
          })),
        }),
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
