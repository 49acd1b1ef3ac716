import type { Patient } from '../domain/deck.ts';
import { matriculeKey } from '../domain/matricule-key.ts';
import { deckRandom, type DeckRandom } from './deck-random.ts';

/** OID of the INS for tests; the deck never uses another. */
const testOid = '1.2.250.1.213.1.4.10';

const noms = ['ZZTEST-ALPHA', 'ZZTEST-BRAVO', 'ZZTEST-CHARLIE', 'ZZTEST-DELTA', 'ZZTEST-ECHO'] as const;
const prenoms = {
  F: ['MARTINE', 'ZOE', 'RUTH', 'CATARINA', 'LAURENCE', 'YAEL'],
  M: ['PIERRE', 'HUGO', 'LEON', 'TOUSSAINT', 'ANTHONY', 'MALO'],
} as const;
const villes = ['63113', '59350', '31555', '44109', '67482', '75109', '35238'] as const;

interface Part {
  readonly role: string;
  readonly sexe?: 'F' | 'M';
  readonly nom?: string;
  readonly prenoms?: readonly string[];
  /** `YYYY-MM-DD`, with `00` where a part is unknown. */
  readonly date?: (random: DeckRandom) => string;
  readonly lieu?: string;
  /** Same names, date and place as another role. */
  readonly like?: string;
  readonly historique?: boolean;
  /** Role of the person on whose carte Vitale it is read. */
  readonly ouvrantDroit?: string;
  readonly ordre?: string;
}

const year = (random: DeckRandom): string => String(1980 + random.integer(30));

const parts: readonly Part[] = [
  { role: 'nominal' },
  { role: 'corse', lieu: '2A004' },
  { role: 'corse-nord', lieu: '2B033' },
  { role: 'nee-a-l-etranger', sexe: 'F', lieu: '99350' },
  { role: 'nia', lieu: '99139', ordre: '9' },
  { role: 'jour-inconnu', date: (random) => `${year(random)}-06-00` },
  { role: 'mois-inconnu', date: (random) => `${year(random)}-00-00` },
  { role: 'fin-d-annee', date: (random) => `${year(random)}-12-31` },
  { role: 'homonyme-1' },
  { role: 'homonyme-2', like: 'homonyme-1' },
  { role: 'jumeau-1', sexe: 'M', prenoms: ['ALIX'] },
  { role: 'jumeau-2', sexe: 'M', prenoms: ['ARIEL'], like: 'jumeau-1' },
  { role: 'ins-historique', historique: true },
  { role: 'prenom-compose', sexe: 'F', prenoms: ['ANNE-MARIE', 'MARIE-LOUISE', 'JEANNE'] },
  { role: 'apostrophe', nom: "ZZTEST-D'ESSAI DE L'EPREUVE" },
  { role: 'double-tiret', nom: 'ZZTEST--ESSAI' },
  { role: 'nom-long', nom: `ZZTEST-${'LONG'.repeat(24).slice(0, 93)}` },
  { role: 'lieu-inconnu', lieu: '99999' },
  { role: 'ordre-900', ordre: '9' },
  { role: 'enfant', date: () => '2015-09-14', ouvrantDroit: 'lieu-inconnu' },
  // Known to nobody before an identity flow brings them.
  ...Array.from({ length: 10 }, (_, index) => ({ role: `flux-${String(index + 1)}` })),
  // Known to nobody before a third party sends them.
  ...Array.from({ length: 19 }, (_, index) => ({ role: `tiers-${String(index + 1)}` })),
  { role: 'tiers-historique', historique: true },
  { role: 'tiers-historique-2', historique: true },
];

/**
 * Fictive patients, one for each role: prefixed names, valid keys, test OID, and the order number 000, which is
 * given to nobody (900 and more for some, as certain software refuses 000).
 */
export function deckPatients(seed: string): readonly Patient[] {
  const cast: Patient[] = [];
  const taken = new Set<string>();
  for (const part of parts) {
    const model = cast.find(({ role }) => role === part.like);
    const holder = cast.find(({ role }) => role === part.ouvrantDroit)?.matricule;
    cast.push({
      ...patient(seed, part, model, taken),
      ...(holder === undefined ? {} : { ouvrantDroit: holder }),
    });
  }
  return cast;
}

function patient(seed: string, part: Part, model: Patient | undefined, taken: Set<string>): Patient {
  const random = deckRandom(seed, `patient ${part.role}`);
  const sexe = part.sexe ?? model?.sexe ?? random.pick(['F', 'M']);
  const known = sexe === 'F' ? prenoms.F : prenoms.M;
  const dateNaissance =
    part.date?.(random) ?? model?.dateNaissance ?? `${year(random)}-${two(random, 12)}-${two(random, 28)}`;
  const lieuNaissance = part.lieu ?? model?.lieuNaissance ?? random.pick(villes);
  const identity = { sexe, dateNaissance, lieuNaissance };
  const issue = (order: string): string => freshMatricule(identity, order, random, taken);
  return {
    role: part.role,
    matricule: issue(part.ordre ?? (model === undefined ? '0' : '9')),
    oid: testOid,
    historique:
      part.historique === true ? [{ matricule: issue('9'), oid: testOid, dateFin: '2021-03-15' }] : [],
    nomNaissance: part.nom ?? model?.nomNaissance ?? `${random.pick(noms)}-${letters(random, 3)}`,
    prenoms: part.prenoms ??
      model?.prenoms ?? [...new Set([random.pick(known), random.pick(known), random.pick(known)])],
    sexe,
    dateNaissance,
    lieuNaissance,
  };
}

function freshMatricule(
  identity: {
    readonly sexe: Patient['sexe'];
    readonly dateNaissance: string;
    readonly lieuNaissance: string;
  },
  order: string,
  random: DeckRandom,
  taken: Set<string>,
): string {
  const [yyyy = '', mm = ''] = identity.dateNaissance.split('-');
  // An unknown month is numbered from 20 in the register.
  const month = mm === '00' ? '20' : mm;
  const stem = `${identity.sexe === 'F' ? '2' : '1'}${yyyy.slice(2)}${month}${identity.lieuNaissance}`;
  let digits = order === '0' ? '000' : order + random.digits(2);
  while (taken.has(stem + digits)) digits = `9${random.digits(2)}`;
  taken.add(stem + digits);
  return stem + digits + matriculeKey(stem + digits);
}

function two(random: DeckRandom, upTo: number): string {
  return String(1 + random.integer(upTo)).padStart(2, '0');
}

function letters(random: DeckRandom, count: number): string {
  return Array.from({ length: count }, () => String.fromCharCode(65 + random.integer(26))).join('');
}
