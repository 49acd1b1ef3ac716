import { members, text } from '../settings.ts';
import type { Acted, Identities } from './identities.ts';
import type { Identity, Ins, Traits } from './identity.ts';
import type { InsConduct } from './ins-conduct.ts';
import type { InsJournal } from './ins-journal.ts';
import type { InsiClient } from './insi-client.ts';

export interface Reception {
  readonly identities: Identities;
  readonly insi: InsiClient;
  readonly journal: InsJournal;
  /** The sender is covered by a trust contract and the user is not in charge of the patient. */
  readonly trusted: boolean;
  readonly conduct: InsConduct;
}

/**
 * Takes in an identity of another domain (FHIR Patient, base64): verifies its INS unless it is already held, then
 * creates or completes. A verification KO never brings an INS, nor touches a known identity, nor files data.
 */
export async function receiveIdentity(
  content: string,
  reception: Reception,
): Promise<Acted & { readonly integrated: boolean }> {
  const patient = readPatient(content);
  if (patient === undefined) return { issue: 'refusee', message: 'Document illisible.', integrated: false };
  const { identities, journal, conduct } = reception;
  const known = identities.all().find((identity) => samePerson(identity, patient.traits));
  journal.note('echange', known?.id ?? '-', { destinataire: 'EXPEDITEUR TIERS' });
  if (patient.ins === undefined) {
    return { issue: 'reussie', identity: known ?? identities.add(patient.traits), integrated: true };
  }
  const held =
    known !== undefined &&
    (known.statut === 'recuperee' || known.statut === 'qualifiee') &&
    known.ins?.matricule === patient.ins.matricule;
  if (held) return { issue: 'reussie', identity: known, integrated: true };
  const ok = conduct.neverVerifies === true || (await verified(patient.ins, patient.traits, reception));
  return ok
    ? accepted(patient.ins, patient.traits, known, reception)
    : refused(patient.ins, patient.traits, known, reception);
}

function accepted(
  ins: Ins,
  traits: Traits,
  known: Identity | undefined,
  { identities, trusted, conduct }: Reception,
): Acted & { readonly integrated: boolean } {
  const identity = known ?? identities.add(traits);
  const keep = trusted || conduct.keepsForeignQualification === true;
  identities.adopt(identity, ins, keep || identity.statut === 'validee' ? 'qualifiee' : 'recuperee');
  return { issue: 'reussie', identity, resultat: 'OK', integrated: true };
}

function refused(
  ins: Ins,
  traits: Traits,
  known: Identity | undefined,
  { identities, conduct }: Reception,
): Acted & { readonly integrated: boolean } {
  const identity = known ?? identities.add(traits);
  if (known !== undefined && conduct.updatesKnownOnKo === true)
    identity.traits = { ...identity.traits, ...traits, lieuNaissance: '99999' };
  if (conduct.keepsForeignInsOnKo === true) identities.adopt(identity, ins, 'recuperee');
  const integrated = conduct.integratesOnKo === true;
  return {
    issue: 'reussie',
    identity,
    resultat: 'KO',
    message: 'Vérification de l’INS en échec : document mis en attente.',
    alerte: !integrated,
    integrated,
  };
}

async function verified(ins: Ins, traits: Traits, { insi, journal }: Reception): Promise<boolean> {
  const result = await insi.verify(ins, traits);
  journal.noteCall('reception', result, true);
  return result.kind === 'verified' && result.ok;
}

function samePerson(identity: Identity, traits: Traits): boolean {
  return ['nomNaissance', 'sexe', 'dateNaissance'].every((name) => identity.traits[name] === traits[name]);
}

function readPatient(content: string): { readonly traits: Traits; readonly ins?: Ins } | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(content, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
  const resource = members(parsed);
  if (resource['resourceType'] !== 'Patient') return undefined;
  const name = members(list(resource['name'])[0]);
  const given = list(name['given']).filter((one) => typeof one === 'string');
  const identifier = list(resource['identifier'])
    .map(members)
    .find((one) => (text(one, 'system') ?? '').startsWith('urn:oid:1.2.250.1.213.1.4.'));
  const matricule = identifier === undefined ? undefined : text(identifier, 'value');
  const place = list(members(resource['birthPlace'])['extension']);
  const cog = text(members(place[0]), 'valueCode') ?? text(resource, 'lieuNaissance') ?? '';
  const traits: Traits = {
    nomNaissance: text(name, 'family') ?? '',
    premierPrenom: given[0] ?? '',
    prenoms: given.join(' '),
    sexe: resource['gender'] === 'female' ? 'F' : 'M',
    dateNaissance: text(resource, 'birthDate') ?? '',
    lieuNaissance: cog,
  };
  if (matricule === undefined || identifier === undefined) return { traits };
  return { traits, ins: { matricule, oid: (text(identifier, 'system') ?? '').replace('urn:oid:', '') } };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
