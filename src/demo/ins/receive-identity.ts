import { members } from '../settings.ts';
import type { Acted, Identities } from './identities.ts';
import type { Identity, Ins, Traits } from './identity.ts';
import type { InsConduct } from './ins-conduct.ts';
import type { InsJournal } from './ins-journal.ts';
import type { InsiClient } from './insi-client.ts';
import { readPatient, type ReceivedPatient } from './read-patient.ts';

export interface Reception {
  readonly identities: Identities;
  /** Absent when INSi is not configured: nothing can then be verified. */
  readonly insi: InsiClient | undefined;
  readonly journal: InsJournal;
  /** The sender is covered by a trust contract and the user is not in charge of the patient. */
  readonly trusted: boolean;
  readonly conduct: InsConduct;
  /** The identity that the sender's own number designates. */
  readonly known?: Identity;
  /** The patient is taken for a new one, whatever its traits. */
  readonly unknown?: boolean;
}

type Received = Acted & { readonly integrated: boolean };

/** Takes in an identity of another domain handed in as a file (FHIR Patient, base64). */
export async function receiveIdentity(content: string, reception: Reception): Promise<Received> {
  let resource: unknown;
  try {
    resource = JSON.parse(Buffer.from(content, 'base64').toString('utf8'));
  } catch {
    resource = undefined;
  }
  if (members(resource)['resourceType'] !== 'Patient')
    return { issue: 'refusee', message: 'Document illisible.', integrated: false };
  return takeIdentity(readPatient(members(resource)), reception);
}

/**
 * Takes in an identity of another domain: verifies its INS unless it is already held, then creates or completes. A
 * verification KO never brings an INS, nor touches a known identity, nor files data; INSi is not called for an identity
 * that its sender calls douteuse or fictive.
 */
export async function takeIdentity(patient: ReceivedPatient, reception: Reception): Promise<Received> {
  const { identities, journal, conduct } = reception;
  const known = reception.unknown === true ? undefined : (reception.known ?? personOf(patient, identities));
  journal.note('echange', known?.id ?? '-', { destinataire: 'EXPEDITEUR TIERS' });
  if (patient.attributs.length > 0) {
    const identity = known ?? identities.add(patient.traits);
    for (const attribut of patient.attributs) identities.attribute(identity, attribut, true);
    return { issue: 'reussie', identity, integrated: true };
  }
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
    ? accepted(patient.ins, patient, known, reception)
    : refused(patient.ins, patient.traits, known, reception);
}

function accepted(
  ins: Ins,
  { traits, former }: ReceivedPatient,
  known: Identity | undefined,
  { identities, trusted, conduct }: Reception,
): Received {
  const identity = known ?? identities.add(traits);
  if (former.length > 0) identity.insHistorique = former;
  const keep = trusted || conduct.keepsForeignQualification === true;
  identities.adopt(identity, ins, keep || identity.statut === 'validee' ? 'qualifiee' : 'recuperee');
  return { issue: 'reussie', identity, resultat: 'OK', integrated: true };
}

function refused(
  ins: Ins,
  traits: Traits,
  known: Identity | undefined,
  { identities, conduct }: Reception,
): Received {
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
  if (insi === undefined) return false;
  const result = await insi.verify(ins, traits);
  journal.noteCall('reception', result, true);
  return result.kind === 'verified' && result.ok;
}

function personOf({ traits }: ReceivedPatient, identities: Identities): Identity | undefined {
  return identities.all().find((identity) => samePerson(identity, traits));
}

function samePerson(identity: Identity, traits: Traits): boolean {
  return ['nomNaissance', 'sexe', 'dateNaissance'].every((name) => identity.traits[name] === traits[name]);
}
