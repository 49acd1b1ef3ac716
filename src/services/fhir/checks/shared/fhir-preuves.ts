import type { Finding } from '../../../../domain/finding.ts';
import type { JsonObject } from '../../../../domain/json.ts';
import type { PiloteView, Preuve } from '../../../../domain/preuve.ts';
import type { FhirSentView, FhirWriteView } from '../../preuves/views.ts';

/** Writes of the software, in order. */
export function writes(preuves: readonly Preuve[]): readonly Preuve<FhirWriteView>[] {
  return preuves.filter((preuve): preuve is Preuve<FhirWriteView> => preuve.kind === 'fhir/write');
}

/** Calls of the bench to the software, in order; `variantes` keeps those that sent one of these. */
export function sendings(
  preuves: readonly Preuve[],
  ...variantes: readonly string[]
): readonly Preuve<FhirSentView>[] {
  return preuves
    .filter((preuve): preuve is Preuve<FhirSentView> => preuve.kind === 'fhir/sent')
    .filter(({ view }) => variantes.length === 0 || variantes.includes(view.variante));
}

/** Words of an OperationOutcome, as a user may be shown them; empty for anything else. */
export function outcomeText(resource: unknown): string {
  if (!isObject(resource) || resource['resourceType'] !== 'OperationOutcome') return '';
  const issues = Array.isArray(resource['issue']) ? (resource['issue'] as readonly unknown[]) : [];
  const [issue] = issues.filter(isObject);
  const details = issue?.['details'];
  const text = isObject(details) ? details['text'] : issue?.['diagnostics'];
  return typeof text === 'string' ? text : '';
}

/** Answers of the software to one action of the pilotage, in order; a broken or late call is none. */
export function answersTo(
  preuves: readonly Preuve[],
  action: string,
): readonly { readonly preuve: Preuve; readonly output: JsonObject }[] {
  return preuves.flatMap((preuve) => {
    if (preuve.kind !== 'pilote/action' && preuve.kind !== 'pilote/probe') return [];
    const view = preuve.view as PiloteView;
    return view.answer === 'done' && view.action === action && isObject(view.output)
      ? [{ preuve, output: view.output }]
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
