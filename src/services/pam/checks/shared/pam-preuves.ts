import type { Finding } from '../../../../domain/finding.ts';
import type { JsonObject } from '../../../../domain/json.ts';
import type { PiloteView, Preuve } from '../../../../domain/preuve.ts';
import type { PamMessageView, PamSentView } from '../../preuves/views.ts';

/** Messages that the software sent, in order. */
export function messages(preuves: readonly Preuve[]): readonly Preuve<PamMessageView>[] {
  return preuves.filter((preuve): preuve is Preuve<PamMessageView> => preuve.kind === 'pam/message');
}

/** Messages that the bench sent, in order. */
export function sendings(preuves: readonly Preuve[]): readonly Preuve<PamSentView>[] {
  return preuves.filter((preuve): preuve is Preuve<PamSentView> => preuve.kind === 'pam/sent');
}

/** Answers of the software to one action of the pilotage, in order; a broken or late call is none. */
export function answersTo(
  preuves: readonly Preuve[],
  action: string,
): readonly { readonly preuve: Preuve<PiloteView>; readonly output: JsonObject }[] {
  return preuves.flatMap((preuve) => {
    if (preuve.kind !== 'pilote/action' && preuve.kind !== 'pilote/probe') return [];
    const view = preuve.view as PiloteView;
    return view.answer === 'done' && view.action === action && isObject(view.output)
      ? [{ preuve: { ...preuve, view }, output: view.output }]
      : [];
  });
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A finding placed in a preuve. */
export function inPreuve(preuve: Preuve, path: string, finding: Omit<Finding, 'where'>): Finding {
  return { ...finding, where: { preuve: preuve.id, path } };
}

/** Identities of the answer to a search that bear this birth name. */
export function identitiesNamed(output: JsonObject, name: string): readonly JsonObject[] {
  const results = output['resultats'];
  return (Array.isArray(results) ? results : []).filter(
    (one): one is JsonObject =>
      isObject(one) && isObject(one['traits']) && one['traits']['nomNaissance'] === name,
  );
}

/** `matricule (oid)`, empty for an identity without INS. */
export function insOf(identity: JsonObject): string {
  const ins = identity['ins'];
  if (!isObject(ins)) return '';
  const [matricule, oid] = [ins['matricule'], ins['oid']].map((one) => (typeof one === 'string' ? one : ''));
  return matricule === '' && oid === '' ? '' : `${matricule ?? ''} (${oid ?? ''})`;
}
