export type Statut = 'provisoire' | 'validee' | 'recuperee' | 'qualifiee';
export type Attribut = 'homonyme' | 'douteuse' | 'fictive';

export interface Ins {
  readonly matricule: string;
  readonly oid: string;
}

/** Traits by the names of the pilotage contract. */
export type Traits = Readonly<Record<string, string>>;

/** Traits that INSi governs: locked once récupérée or qualifiée. */
export const strictTraits = ['nomNaissance', 'prenoms', 'sexe', 'dateNaissance', 'lieuNaissance'] as const;

export interface Identity {
  readonly id: string;
  statut: Statut;
  attributs: readonly Attribut[];
  traits: Traits;
  ins: Ins | undefined;
  insHistorique: readonly Ins[];
  /** Ids of the identities linked to it. */
  rapprochees: readonly string[];
  justificatif: string | undefined;
  historique: readonly { readonly statut: Statut; readonly date: string; readonly auteur?: string }[];
}

/** Key of a matricule: 97 less the number modulo 97, Corsica's letters read as 19 and 18. */
export function matriculeKey(number: string): string {
  const digits =
    number.slice(0, 5) + number.slice(5, 7).replace('2A', '19').replace('2B', '18') + number.slice(7);
  return /^\d{13}$/.test(digits) ? String(97 - Number(BigInt(digits) % 97n)).padStart(2, '0') : '';
}

/** Why these traits cannot make an identity; undefined when they can. */
export function traitsProblem(traits: Traits): string | undefined {
  const missing = ['nomNaissance', 'premierPrenom', 'sexe', 'dateNaissance', 'lieuNaissance'].find(
    (name) => (traits[name] ?? '') === '',
  );
  return missing === undefined ? formProblem(traits) : `Le champ ${missing} est obligatoire.`;
}

/** Why the form of these traits is refused at entry; undefined when it is fine. */
export function formProblem(traits: Traits): string | undefined {
  if (traits['nomNaissance'] !== undefined && !/^[A-Z' -]+$/.test(traits['nomNaissance'])) {
    return 'Le nom de naissance s’écrit en majuscules sans accent.';
  }
  if (traits['dateNaissance'] !== undefined && !isRealDate(traits['dateNaissance']))
    return 'La date de naissance n’existe pas.';
  if (traits['lieuNaissance'] !== undefined && !/^(\d{5}|2[AB]\d{3})$/.test(traits['lieuNaissance'])) {
    return 'Le lieu de naissance est un code à cinq caractères.';
  }
  return undefined;
}

export function isRealDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Letters alone: what a search compares. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toUpperCase()
    .replaceAll(/['’\s-]+/g, '');
}

/** Whether a given name is the start of the list; hyphen and apostrophe count as a space. */
export function startsList(first: string, list: string): boolean {
  const plain = (text: string): string => text.replaceAll(/[-']/g, ' ');
  return `${plain(list)} `.startsWith(`${plain(first)} `);
}
