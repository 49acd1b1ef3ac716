import { members, text } from '../settings.ts';
import { FhirLink } from './fhir-link.ts';
import { FhirServer } from './fhir-server.ts';
import { Identities, type Acted } from './identities.ts';
import { strictTraits, type Attribut, type Identity, type Traits } from './identity.ts';
import type { InsConduct } from './ins-conduct.ts';
import { InsJournal } from './ins-journal.ts';
import { InsiAuthentication } from './insi-authentication.ts';
import { InsiClient, type InsiSettings } from './insi-client.ts';
import { link, mergeIdentities, separate } from './link-identities.ts';
import { PamLink } from './pam-link.ts';
import { photograph } from './photograph.ts';
import { printIdentity } from './print-identity.ts';
import type { Card } from './ps-assertion.ts';
import { receiveIdentity } from './receive-identity.ts';
import { writePatient } from './write-patient.ts';

type Input = Readonly<Record<string, unknown>>;
type Output = Readonly<Record<string, unknown>>;

const user = 'DR DEMONSTRATION';

/** The identity verbs of the pilotage contract over the product's identities. */
export class InsPilotage {
  readonly #conduct: InsConduct;
  readonly #journal: InsJournal;
  readonly #identities: Identities;
  #client: InsiClient | undefined;
  #settings: InsiSettings | undefined;
  readonly #authentication: InsiAuthentication;
  readonly #pam: PamLink;
  readonly #fhir: FhirLink;
  /** What answers under `/fhir`. */
  readonly fhirServer: FhirServer;

  constructor(conduct: InsConduct) {
    this.#conduct = conduct;
    this.#journal = new InsJournal(conduct, user);
    this.#authentication = new InsiAuthentication(conduct);
    this.#identities = new Identities(conduct, this.#journal, () => this.#insi(), user);
    this.#pam = new PamLink(this.#identities, conduct);
    this.#fhir = new FhirLink(this.#identities, this.#journal, conduct.fhir ?? {});
    this.fhirServer = new FhirServer({
      identities: this.#identities,
      journal: this.#journal,
      conduct,
      insi: () => (this.#client === undefined ? undefined : this.#insi()),
    });
  }

  /** Opens the MLLP receiver of the product on loopback; gives its port. */
  listen(): Promise<number> {
    return this.#pam.listen();
  }

  /** Takes the INSi settings of `banc.configurer`, when there are any. */
  async configure(input: Input): Promise<void> {
    this.#pam.configure(members(members(input['services'])['pam']));
    await this.#fhir.configure(input);
    const endpoints = members(members(input['services'])['insi']);
    const options = members(members(input['clients'])['insi']);
    const url = text(endpoints, 'url');
    if (url === undefined) return;
    const certificate = members(options['certificat']);
    const certPem = text(certificate, 'certPem');
    const keyPem = text(certificate, 'keyPem');
    await this.#client?.close();
    this.#settings = {
      url,
      ca: text(input, 'ca') ?? '',
      certificate: certPem === undefined || keyPem === undefined ? undefined : { certPem, keyPem },
      emetteur: text(certificate, 'organizationalUnit') ?? '',
      idam: text(options, 'idam') ?? 'LSN17NF23FW0',
    };
    this.#client = new InsiClient(this.#settings, this.#conduct);
    await this.#authentication.configure(cardsOf(options['cartes']));
  }

  /** Answers an identity verb, or undefined for one the product does not have; `pscUser` is who logged in by PSC. */
  async act(action: string, input: Input, pscUser?: string): Promise<Output | undefined> {
    this.#authentication.pscUser = this.#conduct.ignoresPscUser === true ? undefined : pscUser;
    const before = photograph(this.#identities);
    const output = await this.#act(action, input);
    await this.#pam.propagate(before);
    await this.#fhir.propagate(before);
    return output;
  }

  async #act(action: string, input: Input): Promise<Output | undefined> {
    switch (action) {
      case 'ins.choisir-authentification':
        return this.#authentication.choose(text(input, 'mode'), text(input, 'identifiantNational'));
      case 'ins.creer':
        return this.#shown(this.#identities.create(traitsOf(input['traits'])));
      case 'ins.rechercher':
        return this.#search(input);
      case 'ins.recevoir':
        return this.#receive(input);
      case 'ins.exporter-traces':
        return { traces: this.#journal.export() };
      case 'ins.recuperer-par-carte-vitale':
        return this.#byCard(input);
      case 'ins.fusionner':
      case 'ins.rapprocher':
      case 'ins.separer':
        return this.#together(action, input);
      default:
        return this.#onIdentity(action, input);
    }
  }

  async close(): Promise<void> {
    await this.#fhir.close();
    await this.#client?.close();
    await this.#authentication.close();
  }

  /** Merges, links or separates two identities, and tells consumers. */
  async #together(action: 'ins.fusionner' | 'ins.rapprocher' | 'ins.separer', input: Input): Promise<Output> {
    const names = action === 'ins.fusionner' ? ['survivante', 'doublon'] : ['id', 'autre'];
    const [identity, other] = names.map((name) => this.#known(text(input, name) ?? ''));
    if (identity === undefined || other === undefined || identity === other)
      return { issue: 'refusee', message: 'Deux identités connues sont nécessaires.' };
    if (action === 'ins.fusionner') {
      mergeIdentities({ survivor: identity, duplicate: other }, this.#identities, this.#conduct);
      await this.#pam.tell('A40', identity, other);
    } else if (action === 'ins.rapprocher') {
      link(identity, other);
      await this.#pam.tell('A24', identity, other);
    } else {
      separate(identity, other);
      await this.#pam.tell('A37', identity, other);
    }
    return this.#shown({ issue: 'reussie', identity });
  }

  #known(id: string): Identity | undefined {
    return this.#identities.get(id) ?? this.#pam.received(id);
  }

  async #onIdentity(action: string, input: Input): Promise<Output | undefined> {
    const known = [
      'ins.lire',
      'ins.modifier',
      'ins.recuperer-par-traits',
      'ins.verifier',
      'ins.qualifier',
      'ins.attribuer',
      'ins.exporter-document',
      'ins.imprimer',
      'ins.emettre-hl7v2',
      'ins.emettre-fhir',
    ];
    if (!known.includes(action)) return undefined;
    const identity = this.#known(text(input, 'id') ?? '');
    if (identity === undefined) return { issue: 'refusee', message: 'Identité inconnue.', trouvee: false };
    switch (action) {
      case 'ins.lire':
        this.#journal.note('acces-identite', identity.id);
        if (identity.ins !== undefined) this.#journal.note('acces-ins', identity.id);
        return { trouvee: true, identite: this.#view(identity) };
      case 'ins.modifier':
        return this.#shown(
          this.#identities.edit(identity, traitsOf(input['traits']), input['habilite'] === true),
        );
      case 'ins.recuperer-par-traits':
        return this.#shown(await this.#identities.retrieveByTraits(identity, input['accepter'] !== false));
      case 'ins.verifier':
        return this.#shown(await this.#identities.verify(identity));
      case 'ins.qualifier':
        return this.#shown(this.#identities.prove(identity, text(input, 'justificatif') ?? ''));
      case 'ins.emettre-hl7v2':
        this.#journal.note('echange', identity.id, { destinataire: 'HL7V2' });
        return this.#pam.emit(identity, text(input, 'evenement') ?? '');
      case 'ins.emettre-fhir':
        return this.#fhir.emit(identity);
      case 'ins.exporter-document':
        if (text(input, 'format') !== 'fhir') return undefined;
        this.#journal.note('echange', identity.id, { destinataire: 'CORRESPONDANT DEMO' });
        return { issue: 'reussie', contenu: writePatient(identity) };
      case 'ins.imprimer':
        this.#journal.note('acces-identite', identity.id);
        if (identity.ins !== undefined) this.#journal.note('acces-ins', identity.id);
        return { pdf: printIdentity(identity, this.#conduct).toString('base64') };
      default:
        return this.#shown(
          this.#identities.attribute(identity, text(input, 'attribut') as Attribut, input['valeur'] === true),
        );
    }
  }

  #search(input: Input): Output {
    const criterion = (name: string): Readonly<Record<string, string>> => {
      const value = text(input, name);
      return value === undefined ? {} : { [name]: value };
    };
    const acted = this.#identities.search({
      ...criterion('dateNaissance'),
      ...criterion('nom'),
      ...criterion('prenom'),
      ...criterion('matricule'),
    });
    return { ...this.#shown(acted), resultats: acted.found.map((identity) => this.#view(identity)) };
  }

  async #byCard(input: Input): Promise<Output> {
    const card = members(input['carte']);
    const date = text(card, 'dateNaissance');
    const read = {
      nir: text(card, 'nir') ?? '',
      cle: text(card, 'cle') ?? '',
      ...(date === undefined ? {} : { dateNaissance: date }),
    };
    const id = text(input, 'id');
    const known = id === undefined ? undefined : this.#identities.get(id);
    return this.#shown(await this.#identities.retrieveByCard(known, read, input['accepter'] !== false));
  }

  async #receive(input: Input): Promise<Output | undefined> {
    if (text(input, 'format') !== 'fhir') return undefined;
    const received = await receiveIdentity(text(input, 'contenu') ?? '', {
      identities: this.#identities,
      insi: this.#insi(),
      journal: this.#journal,
      trusted: input['contratDeConfiance'] === true,
      conduct: this.#conduct,
    });
    return { ...this.#shown(received), donneesIntegrees: received.integrated };
  }

  #insi(): InsiClient {
    if (this.#client === undefined || this.#settings === undefined) throw new Error('INSi is not configured');
    return this.#authentication.clientFor(this.#settings) ?? this.#client;
  }

  #shown(acted: Acted): Output {
    const { identity, ...rest } = acted;
    return { ...rest, ...(identity === undefined ? {} : { identite: this.#view(identity) }) };
  }

  #view(identity: Identity): Output {
    const locked = identity.statut === 'recuperee' || identity.statut === 'qualifiee';
    const { ins, justificatif, ...rest } = identity;
    return {
      ...rest,
      ...(ins === undefined ? {} : { ins }),
      ...(justificatif === undefined ? {} : { justificatif }),
      verrouilles:
        locked && this.#conduct.showsNothingLocked !== true ? [...strictTraits, 'matricule', 'oid'] : [],
    };
  }
}

function cardsOf(value: unknown): readonly Card[] {
  return (Array.isArray(value) ? value : []).map(members).flatMap((card): readonly Card[] => {
    const [identifiantNational, certPem, keyPem] = ['identifiantNational', 'certPem', 'keyPem'].map((name) =>
      text(card, name),
    );
    return identifiantNational === undefined || certPem === undefined || keyPem === undefined
      ? []
      : [{ identifiantNational, certPem, keyPem }];
  });
}

function traitsOf(value: unknown): Traits {
  return Object.fromEntries(
    Object.entries(members(value)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
