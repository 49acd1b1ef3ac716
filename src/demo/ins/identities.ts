import {
  folded,
  formProblem,
  isRealDate,
  matriculeKey,
  startsList,
  strictTraits,
  traitsProblem,
  type Attribut,
  type Identity,
  type Ins,
  type Statut,
  type Traits,
} from './identity.ts';
import type { InsConduct } from './ins-conduct.ts';
import type { InsJournal } from './ins-journal.ts';
import type { InsiClient, InsiResult } from './insi-client.ts';

/** What an act on an identity left. */
export interface Acted {
  readonly issue: 'reussie' | 'refusee' | 'erreur';
  readonly message?: string;
  readonly identity?: Identity;
  readonly codeCR?: string;
  readonly alerte?: boolean;
  readonly resultat?: 'OK' | 'KO';
}

const nirOid = '1.2.250.1.213.1.4.8';
const maxShort = 20;

/** The identities of the product and the status machine of the RNIV over them. */
export class Identities {
  readonly #all = new Map<string, Identity>();
  #count = 0;
  readonly #conduct: InsConduct;
  readonly #journal: InsJournal;
  readonly #insi: () => InsiClient;
  readonly #user: string;

  constructor(conduct: InsConduct, journal: InsJournal, insi: () => InsiClient, user: string) {
    this.#conduct = conduct;
    this.#journal = journal;
    this.#insi = insi;
    this.#user = user;
  }

  get(id: string): Identity | undefined {
    return this.#all.get(id);
  }

  all(): readonly Identity[] {
    return [...this.#all.values()];
  }

  create(given: Traits): Acted {
    const problem = this.#entryProblem(given, traitsProblem(given));
    if (problem !== undefined) return { issue: 'refusee', message: problem };
    if (this.#conduct.extraMandatoryField === true && (given['adresse'] ?? '') === '')
      return { issue: 'refusee', message: 'L’adresse est obligatoire.' };
    const traits =
      this.#conduct.truncatesNames === true
        ? { ...given, nomNaissance: (given['nomNaissance'] ?? '').slice(0, maxShort) }
        : given;
    return { issue: 'reussie', identity: this.add(traits) };
  }

  /** Adds an identity as provisoire. */
  add(traits: Traits): Identity {
    this.#count += 1;
    const identity: Identity = {
      id: `ipp-${this.#count}`,
      statut: 'provisoire',
      attributs: [],
      traits,
      ins: undefined,
      insHistorique: [],
      rapprochees: [],
      justificatif: undefined,
      historique: [],
    };
    this.#all.set(identity.id, identity);
    this.#moveTo(identity, 'provisoire');
    this.#journal.note('modification-identite', identity.id);
    return identity;
  }

  search(criteria: {
    readonly dateNaissance?: string;
    readonly nom?: string;
    readonly prenom?: string;
    readonly matricule?: string;
  }): Acted & { readonly found: readonly Identity[] } {
    const { matricule } = criteria;
    if (matricule !== undefined && this.#conduct.searchesAnyMatricule !== true) {
      if (matricule.length !== 15)
        return { issue: 'refusee', message: 'Le matricule a quinze caractères, clé comprise.', found: [] };
      if (matriculeKey(matricule.slice(0, 13)) !== matricule.slice(13))
        return { issue: 'refusee', message: 'La clé du matricule est fausse.', found: [] };
    }
    const found = this.all().filter((identity) => this.#matches(identity, criteria));
    for (const identity of found) this.#journal.note('acces-identite', identity.id);
    return { issue: 'reussie', found };
  }

  edit(identity: Identity, change: Traits, entitled: boolean): Acted {
    const strict = strictTraits.some(
      (name) => change[name] !== undefined && change[name] !== identity.traits[name],
    );
    const locked = identity.statut === 'recuperee' || identity.statut === 'qualifiee';
    if (locked && strict && !entitled && this.#conduct.editsLockedTraits !== true) {
      return { issue: 'refusee', message: 'Ces traits viennent d’INSi : ils ne se modifient pas.', identity };
    }
    if (locked && this.#conduct.locksEverything === true)
      return { issue: 'refusee', message: 'Identité verrouillée.', identity };
    const problem = this.#entryProblem(change, formProblem(change));
    if (problem !== undefined) return { issue: 'refusee', message: problem, identity };
    identity.traits = { ...identity.traits, ...change };
    this.#journal.note('modification-identite', identity.id);
    if (locked && strict && this.#conduct.keepsStatusOnStrictChange !== true) this.lower(identity);
    return { issue: 'reussie', identity };
  }

  prove(identity: Identity, justificatif: string): Acted {
    if (this.#conduct.forgetsProof !== true) identity.justificatif = justificatif;
    if (identity.statut === 'provisoire') this.#moveTo(identity, 'validee');
    else if (identity.statut === 'recuperee') this.#moveTo(identity, 'qualifiee');
    return { issue: 'reussie', identity };
  }

  attribute(identity: Identity, attribut: Attribut, set: boolean): Acted {
    const others = identity.attributs.filter((one) => one !== attribut);
    if (!set) {
      identity.attributs = others;
      return { issue: 'reussie', identity };
    }
    const fictive = attribut === 'fictive' ? others.length > 0 : others.includes('fictive');
    if (fictive)
      return { issue: 'refusee', message: 'L’attribut fictive ne se combine avec aucun autre.', identity };
    identity.attributs = [...others, attribut];
    if (attribut !== 'homonyme' && this.#conduct.keepsInsWhenDoubtful !== true) {
      identity.ins = undefined;
      this.#moveTo(identity, 'provisoire');
    }
    return { issue: 'reussie', identity };
  }

  /** Searches INSi given name after given name, then with the birth place when several answer. */
  async retrieveByTraits(identity: Identity, accept: boolean): Promise<Acted> {
    if (identity.attributs.some((one) => one !== 'homonyme') && this.#conduct.callsForDoubtful !== true) {
      return {
        issue: 'refusee',
        message: 'INSi ne s’appelle pas pour une identité douteuse ou fictive.',
        identity,
      };
    }
    const list = identity.traits['prenoms'] ?? '';
    const names = [...new Set([identity.traits['premierPrenom'] ?? '', ...list.split(' ')])].filter(
      (name) => name !== '',
    );
    let result: InsiResult = { kind: 'none', codeCR: '01' };
    for (const name of names) {
      result = await this.#traced(identity, this.#insi().byTraits(identity.traits, name, false));
      if (result.kind === 'none' && result.codeCR === '02')
        result = await this.#traced(identity, this.#insi().byTraits(identity.traits, name, true));
      if (result.kind !== 'none') break;
    }
    return this.#take(identity, result, accept);
  }

  async retrieveByCard(
    known: Identity | undefined,
    card: { readonly nir: string; readonly cle: string; readonly dateNaissance?: string },
    accept: boolean,
  ): Promise<Acted> {
    const result = await this.#insi().byCard(card);
    this.#journal.noteCall(known?.id ?? 'carte', result);
    if (known === undefined && result.kind === 'identity' && refusal(result, this.#conduct) === undefined) {
      const premierPrenom = (result.traits['prenoms'] ?? '').split(' ')[0] ?? '';
      return this.#take(this.add({ ...result.traits, premierPrenom }), result, accept);
    }
    return known === undefined ? summary(result) : this.#take(known, result, accept);
  }

  async verify(identity: Identity): Promise<Acted> {
    if (identity.ins === undefined)
      return { issue: 'refusee', message: 'L’identité ne porte pas d’INS à vérifier.', identity };
    const result = await this.#insi().verify(identity.ins, identity.traits);
    this.#journal.noteCall(identity.id, result, true);
    if (result.kind !== 'verified')
      return { issue: 'erreur', message: 'INSi n’a pas répondu : l’identité reste en l’état.', identity };
    if (!result.ok && this.#conduct.keepsInsAfterKo !== true) this.lower(identity);
    return {
      issue: 'reussie',
      identity,
      resultat: result.ok ? 'OK' : 'KO',
      ...(result.ok ? {} : { alerte: true }),
    };
  }

  /** Takes the INS of a third party once verified; `statut` is what the identity then is. */
  adopt(identity: Identity, ins: Ins, statut: Statut): void {
    identity.ins = ins;
    this.#moveTo(identity, statut);
  }

  /** Takes traits, INS and status as the identity flow of the domain commands them. */
  align(identity: Identity, traits: Traits, ins: Ins | undefined, statut: Statut): void {
    identity.traits = { ...identity.traits, ...traits };
    identity.ins = ins;
    if (identity.statut !== statut) this.#moveTo(identity, statut);
    this.#journal.note('modification-identite', identity.id);
  }

  /** Takes an identity away: another one stays in its place. */
  remove(identity: Identity): void {
    this.#all.delete(identity.id);
    this.#journal.note('modification-identite', identity.id);
  }

  /** One level down, INS dropped. */
  lower(identity: Identity): void {
    identity.ins = undefined;
    this.#moveTo(identity, identity.statut === 'qualifiee' ? 'validee' : 'provisoire');
  }

  #take(identity: Identity, result: InsiResult, accept: boolean): Acted {
    if (result.kind !== 'identity') {
      if (this.#conduct.changesOnError === true) {
        identity.traits = { ...identity.traits, lieuNaissance: '' };
        this.#moveTo(identity, 'recuperee');
      }
      return { ...summary(result), identity };
    }
    const refused = refusal(result, this.#conduct);
    if (refused !== undefined) return { issue: 'refusee', message: refused, codeCR: '00', identity };
    const coherent = startsList(identity.traits['premierPrenom'] ?? '', result.traits['prenoms'] ?? '');
    const alerte = coherent || this.#conduct.silentOnGivenNames === true ? {} : { alerte: true };
    if (!accept)
      return {
        issue: 'refusee',
        message: 'Retour INSi refusé par l’utilisateur.',
        codeCR: '00',
        identity,
        ...alerte,
      };
    this.#store(identity, result);
    return { issue: 'reussie', codeCR: '00', identity, ...alerte };
  }

  #store(identity: Identity, result: InsiResult & { readonly kind: 'identity' }): void {
    const { matricule, oid } = result.ins;
    identity.ins = {
      matricule: this.#conduct.dropsKey === true ? matricule.slice(0, 13) : matricule,
      oid: this.#conduct.forcesNirOid === true ? nirOid : oid,
    };
    identity.insHistorique =
      this.#conduct.dropsHistory === true ? result.historique.slice(1) : result.historique;
    const traits =
      this.#conduct.recasesTraits === true
        ? { ...result.traits, nomNaissance: (result.traits['nomNaissance'] ?? '').toLowerCase() }
        : result.traits;
    const used = this.#conduct.fillsUsedName === true ? { nomUtilise: traits['nomNaissance'] ?? '' } : {};
    identity.traits = { ...identity.traits, ...traits, ...used };
    if (this.#conduct.qualifiesWithoutProof === true) this.#moveTo(identity, 'qualifiee');
    else if (identity.statut === 'provisoire') this.#moveTo(identity, 'recuperee');
    else if (identity.statut === 'validee' && this.#conduct.staysValidated !== true)
      this.#moveTo(identity, 'qualifiee');
  }

  async #traced(identity: Identity, call: Promise<InsiResult>): Promise<InsiResult> {
    const result = await call;
    this.#journal.noteCall(identity.id, result);
    return result;
  }

  #moveTo(identity: Identity, statut: Statut): void {
    identity.statut = statut;
    const author = this.#conduct.historyWithoutAuthor === true ? {} : { auteur: this.#user };
    const line = { statut, date: new Date().toISOString(), ...author };
    identity.historique =
      this.#conduct.forgetsStatusHistory === true ? [line] : [...identity.historique, line];
  }

  #entryProblem(traits: Traits, problem: string | undefined): string | undefined {
    if (problem === undefined) return undefined;
    if (this.#conduct.incompleteCreation === true && problem.includes('obligatoire')) return undefined;
    if (this.#conduct.acceptsLowerCase === true && problem.includes('majuscules')) return undefined;
    if (
      this.#conduct.acceptsUnrealDates === true &&
      !isRealDate(traits['dateNaissance'] ?? '') &&
      problem.includes('n’existe pas')
    )
      return undefined;
    return problem;
  }

  #matches(
    identity: Identity,
    criteria: {
      readonly dateNaissance?: string;
      readonly nom?: string;
      readonly prenom?: string;
      readonly matricule?: string;
    },
  ): boolean {
    const { traits, ins } = identity;
    const same = this.#conduct.literalSearch === true ? (text: string): string => text : folded;
    const starts = (wanted: string | undefined, ...known: readonly (string | undefined)[]): boolean =>
      wanted === undefined || known.some((one) => one !== undefined && same(one).startsWith(same(wanted)));
    if (criteria.matricule !== undefined)
      return ins?.matricule.startsWith(criteria.matricule.slice(0, 13)) === true;
    return (
      (criteria.dateNaissance === undefined || traits['dateNaissance'] === criteria.dateNaissance) &&
      starts(criteria.nom, traits['nomNaissance'], traits['nomUtilise']) &&
      starts(criteria.prenom, traits['premierPrenom'], traits['prenoms'], traits['prenomUtilise'])
    );
  }
}

function refusal(
  result: InsiResult & { readonly kind: 'identity' },
  conduct: InsConduct,
): string | undefined {
  const { traits } = result;
  const empty = ['nomNaissance', 'prenoms', 'sexe'].find((name) => (traits[name] ?? '') === '');
  if (empty !== undefined && conduct.importsEmptyTraits !== true)
    return `INSi a renvoyé le champ ${empty} vide : retour refusé.`;
  if (/-00/.test(traits['dateNaissance'] ?? '') && conduct.importsUnknownBirthDate !== true) {
    return 'INSi a renvoyé une date de naissance incomplète : retour refusé.';
  }
  return undefined;
}

function summary(result: InsiResult): Acted {
  if (result.kind === 'none') {
    const text = result.codeCR === '02' ? 'Plusieurs identités trouvées.' : 'Aucune identité trouvée.';
    return { issue: 'refusee', message: text, codeCR: result.codeCR };
  }
  return { issue: 'erreur', message: 'INSi n’a pas répondu : l’identité reste en l’état.' };
}
