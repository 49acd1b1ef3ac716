import type { Check, CheckInput } from '../../../../domain/check.ts';
import type { Deck, Patient } from '../../../../domain/deck.ts';
import type { JsonObject } from '../../../../domain/json.ts';
import type { PiloteView, Preuve } from '../../../../domain/preuve.ts';
import type { PamMessageView, PamSentView } from '../../preuves/views.ts';

/** The INS of the patient that every message is about. */
export const ins: { readonly matricule: string; readonly oid: string } = {
  matricule: '279035121518989',
  oid: '1.2.250.1.213.1.4.10',
};
const nomNaissance = 'ZZTEST-UN';
const patient: Patient = {
  role: 'flux-1',
  ...ins,
  historique: [],
  nomNaissance,
  prenoms: ['ANNE', 'MARIE'],
  sexe: 'F',
  dateNaissance: '1979-03-28',
  lieuNaissance: '51215',
};
/** Another patient, whom links and merges name too. */
const other: Patient = {
  ...patient,
  role: 'flux-2',
  matricule: '180032B02040123',
  nomNaissance: 'ZZTEST-DEUX',
};
const deck: Deck = { seed: 'pam', professionnels: [], patients: [patient, other], structures: [] };

/** A conforming sending of the bench, edited. */
export function sent(edit: Partial<PamSentView> = {}): Preuve<PamSentView> {
  const view: PamSentView = {
    evenement: 'A28',
    controlId: 'SEGUR-1',
    role: patient.role,
    ipp: 'SEGUR-1',
    statut: 'VALI',
    ins: true,
    nomNaissance,
    issue: 'answered',
    ack: { code: 'AA', controlId: 'SEGUR-1' },
    ...edit,
  };
  return { id: 'p-1', kind: 'pam/sent', at: 0, view, raw: {} };
}

/** A message of the software, one PID for each local number. */
export function message(evenement: string, numbers: readonly string[] = []): Preuve<PamMessageView> {
  const traits = { nomNaissance, prenoms: '', dateNaissance: '', sexe: '', lieuNaissance: '' };
  const patients = numbers.map((ipp) => ({ ipp: [ipp], ins: [], ...traits, statuts: [] }));
  const view = { type: 'ADT', evenement, controlId: 'M1', version: '2.5', patients, faults: [] };
  return { id: 'p-2', kind: 'pam/message', at: 0, view, raw: {} };
}

/** An answer of the software to an action. */
export function answered(
  action: string,
  output: JsonObject,
  answer: PiloteView['answer'] = 'done',
): Preuve<PiloteView> {
  const kind = action === 'ins.rechercher' ? 'pilote/probe' : 'pilote/action';
  return { id: 'p-3', kind, at: 0, view: { action, input: {}, answer, output, took: 1 }, raw: {} };
}

/** A search by birth name, and the identities of those names that it finds; `more` is what they hold. */
export function searched(nom: string, names: readonly string[], more: object = {}): Preuve<PiloteView> {
  const resultats = names.map((name) => ({ id: name, traits: { nomNaissance: name }, ...more }));
  const preuve = answered('ins.rechercher', { issue: 'reussie', resultats });
  return { ...preuve, view: { ...preuve.view, input: { nom } } };
}

/** A search that finds the patient with the INS given, or without. */
export function found(held?: JsonObject, name: string = nomNaissance): Preuve<PiloteView> {
  const identite = { id: '1', traits: { nomNaissance: name }, ...(held === undefined ? {} : { ins: held }) };
  return answered('ins.rechercher', { issue: 'reussie', resultats: [identite] });
}

/** What a check examined, and the codes of its findings. */
export function judged<O>(
  check: Check<O>,
  preuves: readonly Preuve[],
  options: O,
): readonly [number, readonly string[]] {
  const facts: CheckInput['facts'] = { deck, services: {}, endpoints: {}, solution: {}, candidature: {} };
  const result = check.judge({ preuves, control: [], options, facts, bytes: () => new Uint8Array() });
  return [result.examined, result.findings.map(({ code }) => code)];
}
