import { Hl7Message } from '@medplum/core';
import type { Identities } from './identities.ts';
import type { Identity, Ins, Statut, Traits } from './identity.ts';
import type { InsConduct } from './ins-conduct.ts';
import { link, mergeIdentities, separate } from './link-identities.ts';
import { documentProblem } from './document-problem.ts';

export interface Consumer {
  readonly identities: Identities;
  /** Identities by their local number in the sender's domain. */
  readonly byIpp: Map<string, Identity>;
  readonly conduct: InsConduct;
}

/**
 * Takes in one message of the identity domain and gives its acknowledgement, undefined to keep silent: creation and
 * update, taking away of the INS, documents refused by their error code.
 */
export function consumeMessage(message: Hl7Message, consumer: Consumer): Hl7Message | undefined {
  const { conduct } = consumer;
  if (conduct.answersNothing === true) return undefined;
  const type = message.header.getComponent(9, 1);
  const pid = message.getSegment('PID');
  if (pid === undefined) return ack(message, 'AE', 'ERR|||101^PID manquant^HL70357|E');
  if (conduct.refusesMessages === true) return ack(message, 'AR', 'ERR|||200^Non géré^HL70357|E');
  if (type === 'MDM') {
    const problem = documentProblem(message, consumer.byIpp.get(readPid(message).ipp));
    return problem === undefined || conduct.acceptsAnyDocument === true
      ? ack(message, 'AA')
      : ack(message, 'AE', `ERR|||207^Document non intégré^HL70357|E|${problem}`);
  }
  const event = message.header.getComponent(9, 2);
  if (event === 'A24' || event === 'A37') return linked(message, event, consumer);
  const read = readPid(message);
  const status = read.statuts.includes('VALI') ? 'VALI' : 'PROV';
  const trusted = status === 'VALI' || conduct.storesInsOfProv === true;
  const ins = trusted && conduct.storesNoReceivedIns !== true ? read.ins : undefined;
  const statut: Statut = status === 'PROV' ? 'provisoire' : ins === undefined ? 'validee' : 'qualifiee';
  const known = consumer.byIpp.get(read.ipp);
  const identity = known ?? consumer.identities.add(read.traits);
  consumer.byIpp.set(read.ipp, identity);
  const kept = conduct.ignoresDeletion === true ? (ins ?? identity.ins) : ins;
  consumer.identities.align(identity, read.traits, kept, statut);
  if (event === 'A40') merged(message, identity, consumer);
  return ack(message, 'AA');
}

/** Applies a merge: the number of MRG-1 is that of the identity that goes. */
function merged(message: Hl7Message, identity: Identity, { byIpp, identities, conduct }: Consumer): void {
  const ipp = message.getSegment('MRG')?.getComponent(1, 1) ?? '';
  const other = byIpp.get(ipp);
  if (other === undefined || other === identity || conduct.ignoresMerges === true) return;
  const wrong = conduct.mergesTheOtherWay === true;
  mergeIdentities(
    { survivor: wrong ? other : identity, duplicate: wrong ? identity : other },
    identities,
    conduct,
  );
  byIpp.delete(ipp);
}

/** Applies a link of two patients, or its end; neither changes what each holds. */
function linked(
  message: Hl7Message,
  event: 'A24' | 'A37',
  { byIpp, identities, conduct }: Consumer,
): Hl7Message {
  const numbers = message.getAllSegments('PID').map((pid) => pid.getComponent(3, 1));
  const [one, other] = numbers.map((ipp) => byIpp.get(ipp));
  if (one === undefined || other === undefined)
    return ack(message, 'AE', 'ERR|||204^Patient inconnu^HL70357|E');
  if (conduct.mergesOnLink === true)
    mergeIdentities({ survivor: one, duplicate: other }, identities, conduct);
  else if (event === 'A24') link(one, other);
  else if (conduct.ignoresUnlink !== true) separate(one, other);
  return ack(message, 'AA');
}

interface ReadPid {
  readonly ipp: string;
  readonly ins: Ins | undefined;
  readonly traits: Traits;
  readonly statuts: readonly string[];
}

function readPid(message: Hl7Message): ReadPid {
  const at = (field: number, component: number, repetition = 0): string =>
    message.getSegment('PID')?.getComponent(field, component, undefined, repetition) ?? '';
  const repetitions = (field: number): readonly number[] =>
    Array.from(
      { length: message.getSegment('PID')?.getField(field).components.length ?? 0 },
      (_, index) => index,
    );
  const ipp = repetitions(3).find((index) => at(3, 5, index) === 'PI') ?? 0;
  const ins = repetitions(3).find((index) => at(3, 5, index) === 'INS' && at(3, 8, index) === '');
  const place = repetitions(11).find((index) => at(11, 7, index) === 'BDL') ?? 0;
  const birth = at(7, 1);
  return {
    ipp: at(3, 1, ipp),
    ins: ins === undefined ? undefined : { matricule: at(3, 1, ins), oid: at(3, 4, ins).split('&')[1] ?? '' },
    traits: {
      nomNaissance: at(5, 1),
      premierPrenom: at(5, 2),
      prenoms: at(5, 3),
      sexe: at(8, 1),
      dateNaissance: `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6, 8)}`,
      lieuNaissance: at(11, 9, place),
    },
    statuts: repetitions(32).map((index) => at(32, 1, index)),
  };
}

function ack(message: Hl7Message, code: string, error?: string): Hl7Message {
  const id = message.header.getComponent(10, 1);
  const time = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const version = message.header.getField(12).toString();
  const event = message.header.getComponent(9, 2);
  return Hl7Message.parse(
    [
      `MSH|^~\\&|LPS|DEMO|SEGUR|BANC|${time}||ACK^${event}^ACK|R${id}|T|${version}|||||FRA|UNICODE UTF-8`,
      `MSA|${code}|${id}`,
      ...(error === undefined ? [] : [error]),
    ].join('\r'),
  );
}
