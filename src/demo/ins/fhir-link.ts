import { MedplumClient, normalizeErrorString } from '@medplum/core';
import { members, text } from '../settings.ts';
import { openTransport, type Transport } from '../psc/transport.ts';
import { fhirPatient, ippSystem } from './fhir-patient.ts';
import type { Identities } from './identities.ts';
import type { Identity } from './identity.ts';
import type { InsJournal } from './ins-journal.ts';
import type { Photograph } from './photograph.ts';

type Issue = { readonly issue: 'reussie' | 'erreur'; readonly message?: string };

/** The product's FHIR client: tells a FHIR server of each change of identity, with the library of medplum. */
export class FhirLink {
  readonly #identities: Identities;
  readonly #journal: InsJournal;
  #client: MedplumClient | undefined;
  #transport: Transport | undefined;

  constructor(identities: Identities, journal: InsJournal) {
    this.#identities = identities;
    this.#journal = journal;
  }

  /** Takes the server of `banc.configurer`, when there is one. */
  async configure(input: Readonly<Record<string, unknown>>): Promise<void> {
    const url = text(members(members(input['services'])['fhir']), 'url');
    await this.close();
    if (url === undefined) return;
    const certificate = members(members(members(input['clients'])['fhir'])['certificat']);
    const [certPem, keyPem] = [text(certificate, 'certPem'), text(certificate, 'keyPem')];
    const pair = certPem === undefined || keyPem === undefined ? undefined : { certPem, keyPem };
    this.#transport = openTransport({ ca: text(input, 'ca') ?? '', certificate: pair }, true);
    const base = new URL(url);
    this.#client = new MedplumClient({
      baseUrl: `${base.origin}/`,
      fhirUrlPath: base.pathname.slice(1),
      fetch: this.#transport.fetch,
      extendedMode: false,
      cacheTime: 0,
    });
  }

  /** Tells the server of every identity that was created or changed since. */
  async propagate(before: ReadonlyMap<string, Photograph>): Promise<void> {
    if (this.#client === undefined) return;
    for (const identity of this.#identities.all()) {
      const known = before.get(identity.id);
      if (known === undefined) await this.#send(identity, true);
      else if (
        known.statut !== identity.statut ||
        known.traits !== identity.traits ||
        known.ins !== identity.ins
      )
        await this.#send(identity, false);
    }
  }

  /** Sends the identity as it is; what the server says against it is told to the user, and traced. */
  emit(identity: Identity): Promise<Issue> {
    return this.#send(identity, false);
  }

  async close(): Promise<void> {
    this.#client = undefined;
    await this.#transport?.close();
  }

  async #send(identity: Identity, fresh: boolean): Promise<Issue> {
    const client = this.#client;
    if (client === undefined) return { issue: 'erreur', message: 'Aucun serveur FHIR.' };
    const patient = fhirPatient(identity);
    const query = `identifier=${ippSystem}|${identity.id}`;
    try {
      // Both are safe to repeat: the server finds the patient number before it creates anything.
      if (fresh) await client.createResourceIfNoneExist(patient, query);
      else await client.upsertResource(patient, query);
      this.#journal.note('echange', identity.id, { destinataire: 'SERVEUR FHIR', resultat: 'accepté' });
      return { issue: 'reussie' };
    } catch (error) {
      const message = normalizeErrorString(error);
      this.#journal.note('echange', identity.id, {
        destinataire: 'SERVEUR FHIR',
        resultat: `erreur : ${message}`,
      });
      return { issue: 'erreur', message: `Le serveur FHIR a refusé l’identité : ${message}` };
    }
  }
}
