import type { Activite, Professionnel, Structure } from '../domain/deck.ts';
import { deckRandom, type DeckRandom } from './deck-random.ts';
import { luhnKey } from './luhn-key.ts';

const noms = ['TESTEUR', 'ESSAYEUR', 'EPROUVETTE', 'FICTIF', 'MODELE', 'EXEMPLE', 'MAQUETTE'] as const;
const prenoms = ['CAMILLE', 'DOMINIQUE', 'CLAUDE', 'MORGAN', 'SACHA', 'ALIX', 'ANDREA', 'LOU'] as const;
const communes = [
  ['75009', 'PARIS'],
  ['59000', 'LILLE'],
  ['35000', 'RENNES'],
  ['31000', 'TOULOUSE'],
  ['67000', 'STRASBOURG'],
  ['20000', 'AJACCIO'],
] as const;

const longName = "HÔPITAL DE L'ÎLE-AUX-ESSAIS ET DES CÔTES D'ÉPROUVE, PÔLE FEMME-MÈRE-ENFANT";

/** Fictive structures: two practices, a hospital, and one whose name has all that breaks encodings and columns. */
export function deckStructures(seed: string): readonly Structure[] {
  const kinds = ['CABINET FICTIF', 'MAISON DE SANTE FICTIVE', 'CENTRE HOSPITALIER FICTIF', longName] as const;
  return kinds.map((kind, index) => {
    const random = deckRandom(seed, `structure ${String(index)}`);
    const [codePostal, commune] = random.pick(communes);
    // No department is numbered 99: these FINESS numbers cannot be somebody's.
    const finess = `99${random.digits(6)}`;
    const siret = `999${random.digits(10)}`;
    return {
      identifiant: `R1${random.digits(13)}`,
      finess: finess + luhnKey(finess),
      siret: siret + luhnKey(siret),
      raisonSociale: kind === longName ? kind : `${kind} ${random.digits(4)}`,
      codePostal,
      commune,
    };
  });
}

interface Part {
  readonly role: string;
  readonly profession: string;
  readonly savoirFaire?: string;
  /** Indexes of structures, with mode and sector. */
  readonly activites: readonly (readonly [structure: number, mode: string, secteur: string])[];
  readonly nom?: string;
  readonly prenom?: string;
}

const parts: readonly Part[] = [
  { role: 'medecin', profession: '10', savoirFaire: 'SM54', activites: [[0, 'L', 'SA07']] },
  {
    role: 'medecin-multi',
    profession: '10',
    savoirFaire: 'SM54',
    activites: [
      [0, 'L', 'SA07'],
      [1, 'L', 'SA07'],
      [2, 'S', 'SA01'],
      [3, 'S', 'SA01'],
    ],
  },
  { role: 'infirmier', profession: '60', activites: [[1, 'L', 'SA07']] },
  { role: 'pharmacien', profession: '21', activites: [[2, 'S', 'SA01']] },
  { role: 'sans-exercice', profession: '10', savoirFaire: 'SM54', activites: [] },
  { role: 'sans-ref-pro', profession: '', activites: [] },
  {
    role: 'accents',
    profession: '10',
    savoirFaire: 'SM54',
    activites: [[3, 'S', 'SA01']],
    nom: "D'HÉRÉSIE-LEÇON",
    prenom: 'ZOÉ-FRANÇOISE',
  },
  { role: 'autre-medecin', profession: '10', savoirFaire: 'SM54', activites: [[1, 'L', 'SA07']] },
];

/** Fictive professionals, one for each role; `homonyme` has the names of `medecin` and another number. */
export function deckProfessionnels(seed: string, structures: readonly Structure[]): readonly Professionnel[] {
  const taken = new Set<string>();
  const cast = parts.map((part) => professionnel(seed, part, structures, taken));
  const medecin = cast.find(({ role }) => role === 'medecin');
  const namesake: Part = {
    role: 'homonyme',
    profession: '10',
    savoirFaire: 'SM54',
    activites: [[2, 'S', 'SA01']],
    ...(medecin === undefined ? {} : { nom: medecin.nom, prenom: medecin.prenom }),
  };
  return [...cast, professionnel(seed, namesake, structures, taken)];
}

function professionnel(
  seed: string,
  part: Part,
  structures: readonly Structure[],
  taken: Set<string>,
): Professionnel {
  const random = deckRandom(seed, `professionnel ${part.role}`);
  const rpps = freshRpps(random, taken);
  return {
    role: part.role,
    identifiantNational: `8${rpps}`,
    rpps,
    nom: part.nom ?? `${random.pick(noms)}-${random.digits(3)}`,
    prenom: part.prenom ?? random.pick(prenoms),
    civilite: random.pick(['M', 'MME']),
    codeProfession: part.profession,
    codeSavoirFaire: part.savoirFaire ?? '',
    activites: part.activites.flatMap(([index, modeExercice, secteur]): Activite[] => {
      const structure = structures[index];
      return structure === undefined ? [] : [{ modeExercice, secteur, structure }];
    }),
    subUuid: random.uuid(),
  };
}

function freshRpps(random: DeckRandom, taken: Set<string>): string {
  for (;;) {
    // 997 opens the numbers that the agency gives to its own test identities.
    const body = `997${random.digits(7)}`;
    const rpps = body + luhnKey(body);
    if (taken.has(rpps)) continue;
    taken.add(rpps);
    return rpps;
  }
}
