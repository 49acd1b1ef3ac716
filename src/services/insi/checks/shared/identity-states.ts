import type { Finding } from '../../../../domain/finding.ts';
import type { Json, JsonObject } from '../../../../domain/json.ts';
import type { PiloteView, Preuve } from '../../../../domain/preuve.ts';
import type { InsiCallView } from '../../preuves/views.ts';

export interface Ins {
  readonly matricule?: string;
  readonly oid?: string;
}

/** `Identite` of the pilotage contract, every member optional: the vendor may have left any out. */
export interface IdentityState {
  readonly preuve: Preuve;
  readonly id?: string;
  readonly statut?: string;
  readonly attributs: readonly string[];
  readonly traits: Readonly<Record<string, string>>;
  readonly ins?: Ins;
  readonly insHistorique: readonly Ins[];
  readonly justificatif?: string;
  readonly verrouilles: readonly string[];
  readonly historique: readonly {
    readonly statut?: string;
    readonly date?: string;
    readonly auteur?: string;
  }[];
}

export interface Answer {
  readonly preuve: Preuve;
  readonly action: string;
  readonly output: JsonObject;
}

/** Answers that the software gave, in order; a call that was broken or late is none. */
export function answers(preuves: readonly Preuve[]): readonly Answer[] {
  return preuves
    .filter((preuve) => preuve.kind === 'pilote/action' || preuve.kind === 'pilote/probe')
    .flatMap((preuve): readonly Answer[] => {
      const view = preuve.view as PiloteView;
      return view.answer === 'done' && isObject(view.output)
        ? [{ preuve, action: view.action, output: view.output }]
        : [];
    });
}

/** Identities as `ins.lire` showed them, in order. */
export function identityStates(preuves: readonly Preuve[]): readonly IdentityState[] {
  return answers(preuves)
    .filter((answer) => answer.action === 'ins.lire')
    .flatMap(({ preuve, output }) => {
      const identite = output['identite'];
      return isObject(identite) ? [stateOf(preuve, identite)] : [];
    });
}

/** The last search that INSi answered with an identity. */
export function lastIndividu(
  preuves: readonly Preuve[],
): NonNullable<InsiCallView['answer']['individu']> | undefined {
  return preuves
    .filter((preuve) => preuve.kind === 'insi/traits-request' || preuve.kind === 'insi/vitale-request')
    .map((preuve) => (preuve.view as InsiCallView).answer.individu)
    .filter((individu) => individu !== undefined)
    .at(-1);
}

/** A finding placed in a preuve. */
export function inPreuve(preuve: Preuve, path: string, finding: Omit<Finding, 'where'>): Finding {
  return { ...finding, where: { preuve: preuve.id, path } };
}

function stateOf(preuve: Preuve, identite: JsonObject): IdentityState {
  const id = text(identite['id']);
  const statut = text(identite['statut']);
  const justificatif = text(identite['justificatif']);
  const ins = isObject(identite['ins']) ? insOf(identite['ins']) : undefined;
  return {
    preuve,
    ...(id === undefined ? {} : { id }),
    ...(statut === undefined ? {} : { statut }),
    ...(justificatif === undefined || justificatif === '' ? {} : { justificatif }),
    ...(ins === undefined || (ins.matricule === undefined && ins.oid === undefined) ? {} : { ins }),
    attributs: texts(identite['attributs']),
    verrouilles: texts(identite['verrouilles']),
    insHistorique: list(identite['insHistorique']).map(insOf),
    historique: list(identite['historique']).map((line) => ({
      ...optional('statut', line['statut']),
      ...optional('date', line['date']),
      ...optional('auteur', line['auteur']),
    })),
    traits: isObject(identite['traits']) ? textMembers(identite['traits']) : {},
  };
}

function insOf(value: JsonObject): Ins {
  return { ...optional('matricule', value['matricule']), ...optional('oid', value['oid']) };
}

function optional<K extends string>(key: K, value: Json | undefined): { readonly [P in K]?: string } {
  const found = text(value);
  return found === undefined || found === '' ? {} : ({ [key]: found } as { readonly [P in K]?: string });
}

function textMembers(object: JsonObject): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(object).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function list(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : [];
}

function texts(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter((item) => typeof item === 'string') : [];
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
