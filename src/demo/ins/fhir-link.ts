import {
  isOperationOutcome,
  MedplumClient,
  normalizeErrorString,
  operationOutcomeToString,
} from '@medplum/core';
import type { Patient } from '@medplum/fhirtypes';
import { members, text } from '../settings.ts';
import { openTransport, type FetchInit, type Transport } from '../psc/transport.ts';
import type { FhirConduct } from './fhir-conduct.ts';
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
  readonly #conduct: FhirConduct;
  /** Words of the last refusal: the library hides those of a 401. */
  #refusal: string | undefined;
  #failed = false;
  #client: MedplumClient | undefined;
  #transport: Transport | undefined;

  constructor(identities: Identities, journal: InsJournal, conduct: FhirConduct) {
    this.#identities = identities;
    this.#journal = journal;
    this.#conduct = conduct;
  }

  /** Takes the server of `banc.configurer`, when there is one. */
  async configure(input: Readonly<Record<string, unknown>>): Promise<void> {
    const url = text(members(members(input['services'])['fhir']), 'url');
    await this.close();
    if (url === undefined) return;
    const certificate = members(members(members(input['clients'])['fhir'])['certificat']);
    const [certPem, keyPem] = [text(certificate, 'certPem'), text(certificate, 'keyPem')];
    const pair = certPem === undefined || keyPem === undefined ? undefined : { certPem, keyPem };
    const transport = openTransport({ ca: text(input, 'ca') ?? '', certificate: pair }, true);
    this.#transport = transport;
    const base = new URL(url);
    this.#client = new MedplumClient({
      baseUrl: `${base.origin}/`,
      fhirUrlPath: base.pathname.slice(1),
      fetch: async (address: string, init: FetchInit) => {
        const answer = await transport.fetch(address, init);
        this.#refusal = answer.ok ? undefined : await wordsOf(answer.clone());
        return answer;
      },
      extendedMode: false,
      cacheTime: 0,
    });
  }

  /** Tells the server of every identity that was created or changed since. */
  async propagate(before: ReadonlyMap<string, Photograph>): Promise<void> {
    if (this.#client === undefined || this.#conduct.neverPropagates === true) return;
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
    if (client === undefined || this.#failed) return { issue: 'erreur', message: 'Aucun serveur FHIR.' };
    const patient = fhirPatient(identity, this.#conduct);
    try {
      await this.#write(client, patient, identity.id, fresh);
      this.#trace(identity.id, 'accepté');
      return { issue: 'reussie' };
    } catch (error) {
      const { ignoresErrors, hidesOutcome, insists } = this.#conduct;
      const message = this.#refusal ?? normalizeErrorString(error);
      this.#refusal = undefined;
      this.#failed = this.#conduct.stopsAfterError === true;
      if (insists === true) await this.#insist(client, patient, identity.id);
      if (this.#conduct.tracesNoError !== true) this.#trace(identity.id, `erreur : ${message}`);
      if (ignoresErrors === true) return { issue: 'reussie' };
      const said = hidesOutcome === true ? '' : ` : ${message}`;
      return { issue: 'erreur', message: `Le serveur FHIR n’a pas accepté l’identité${said}` };
    }
  }

  /** Safe to repeat: the server finds the patient number before it creates anything. */
  async #write(client: MedplumClient, patient: Patient, id: string, fresh: boolean): Promise<void> {
    const { createsBlindly, plainJson } = this.#conduct;
    const query = `identifier=${ippSystem}|${id}`;
    const options = plainJson === true ? { headers: { 'Content-Type': 'application/json' } } : {};
    if (createsBlindly === true) await client.createResource(patient, options);
    else if (fresh) await client.createResourceIfNoneExist(patient, query, options);
    else await client.upsertResource(patient, query, options);
  }

  async #insist(client: MedplumClient, patient: Patient, id: string): Promise<void> {
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await this.#write(client, patient, id, false).catch(() => undefined);
    }
  }

  #trace(id: string, resultat: string): void {
    const destinataire = this.#conduct.tracesNoRecipient === true ? '' : 'SERVEUR FHIR';
    this.#journal.note('echange', id, { destinataire, resultat });
  }
}

/** What an OperationOutcome says; undefined for any other body. */
async function wordsOf(answer: Response): Promise<string | undefined> {
  try {
    const outcome: unknown = await answer.json();
    return isOperationOutcome(outcome) ? operationOutcomeToString(outcome) : undefined;
  } catch {
    return undefined;
  }
}
