import type { Deck, Patient } from '../../../domain/deck.ts';
import type { InsiAnswer, InsiIndividu, InsiIns } from '../preuves/answer.ts';
import type { InsiTraitsView } from '../preuves/views.ts';
import { libelles } from './insi-names.ts';
import type { ReadCall } from './read-call.ts';

/** An identity that INSi knows: of the deck, or of the published test plan. */
export interface KnownIndividu extends InsiIndividu {
  /** True when the INS is no longer valid: its verification is KO. */
  readonly invalide?: boolean;
  /** Birth places under which published samples know it too. */
  readonly autresLieux?: readonly string[];
  /** INS (15) of the person on whose carte Vitale it is read. */
  readonly ouvrantDroit?: string;
}

/** Identities of the deck in INSi's shape. */
export function deckIndividus(deck: Deck): readonly KnownIndividu[] {
  return deck.patients.map((patient) => individuOf(patient));
}

function individuOf(patient: Patient): KnownIndividu {
  return {
    actif: splitIns(patient.matricule, patient.oid),
    historique: patient.historique.map((old) => ({
      ...splitIns(old.matricule, old.oid),
      dateFin: old.dateFin,
    })),
    nomNaissance: patient.nomNaissance,
    listePrenom: patient.prenoms.join(' '),
    sexe: patient.sexe,
    dateNaissance: patient.dateNaissance,
    lieuNaissance: patient.lieuNaissance,
    ...(patient.ouvrantDroit === undefined ? {} : { ouvrantDroit: patient.ouvrantDroit }),
  };
}

export function splitIns(matricule: string, oid: string): InsiIns {
  return { numIdentifiant: matricule.slice(0, 13), cle: matricule.slice(13), oid };
}

/**
 * Answers a search by traits: birth name, one given name of the list, sex and date must agree, and the birth place
 * when it was sent. One identity gives `00`, none `01`, several `02`.
 */
export function findByTraits(
  traits: InsiTraitsView | undefined,
  known: readonly KnownIndividu[],
): InsiAnswer {
  if (traits === undefined) return answerOf([]);
  const found = known.filter(
    (individu) =>
      individu.dateNaissance === traits.dateNaissance &&
      individu.sexe === traits.sexe &&
      plain(individu.nomNaissance) === plain(traits.nomNaissance ?? '') &&
      bornIn(individu, traits.lieuNaissance) &&
      traits.prenoms.length > 0 &&
      traits.prenoms.every((prenom) => hasGivenName(individu.listePrenom, prenom)),
  );
  return answerOf(found);
}

/**
 * Answers a search by carte Vitale: the matricule of the person when it was sent, else that of the card, whose holder
 * and dependants the birth date then tells apart.
 */
export function findByVitale(vitale: ReadCall['vitale'], known: readonly KnownIndividu[]): InsiAnswer {
  const own = vitale?.matriculeIndividu;
  const card = vitale?.matriculeOD;
  const is = (matricule: string, sent: typeof card): boolean =>
    sent?.numIdentifiant === matricule.slice(0, 13) &&
    (sent.cle === undefined || sent.cle === matricule.slice(13));
  const found = known.filter(({ actif, ouvrantDroit, dateNaissance }) => {
    const matricule = actif.numIdentifiant + actif.cle;
    const named =
      own?.numIdentifiant === undefined
        ? is(matricule, card) || (ouvrantDroit !== undefined && is(ouvrantDroit, card))
        : is(matricule, own);
    return named && (vitale?.dateNaissance === undefined || vitale.dateNaissance === dateNaissance);
  });
  return answerOf(found);
}

type Verified = NonNullable<ReadCall['individus']>[number];

/** A verification is OK when matricule, OID and all traits sent are those of one valid identity. */
export function verify(sent: Partial<Verified>, known: readonly KnownIndividu[]): 'OK' | 'KO' {
  const { ins, traits } = sent;
  const ok = known.some(
    (individu) =>
      individu.invalide !== true &&
      individu.actif.numIdentifiant === ins?.numIdentifiant &&
      individu.actif.cle === ins.cle &&
      individu.actif.oid === ins.oid &&
      plain(individu.nomNaissance) === plain(traits?.nomNaissance ?? '') &&
      individu.sexe === traits?.sexe &&
      individu.dateNaissance === traits.dateNaissance &&
      bornIn(individu, traits.lieuNaissance) &&
      traits.prenoms.every((prenom) => hasGivenName(individu.listePrenom, prenom)),
  );
  return ok ? 'OK' : 'KO';
}

/** A place that was not sent is no criterion. */
function bornIn({ lieuNaissance, autresLieux = [] }: KnownIndividu, sent: string | undefined): boolean {
  return sent === undefined || sent === '' || sent === lieuNaissance || autresLieux.includes(sent);
}

function answerOf(found: readonly KnownIndividu[]): InsiAnswer {
  const [only] = found;
  const codeCR = found.length === 0 ? '01' : found.length === 1 ? '00' : '02';
  const base = { codeCR, libelleCR: libelles[codeCR] ?? '' };
  return codeCR === '00' && only !== undefined ? { ...base, individu: only } : base;
}

/** A given name of the list, or a run of them: hyphen and apostrophe count as a space. */
function hasGivenName(list: string, prenom: string): boolean {
  const wanted = plain(prenom);
  return wanted !== '' && ` ${plain(list)} `.includes(` ${wanted} `);
}

function plain(text: string): string {
  return text.replaceAll(/[-']/g, ' ').replaceAll(/\s+/g, ' ').trim();
}
