import type { HttpExchangeView, PiloteView, Preuve } from '../../../../domain/preuve.ts';
import type { Json, JsonObject } from '../../../../domain/json.ts';
import type { FieldValue } from '../../../../domain/bilingual.ts';
import type { Finding } from '../../../../domain/finding.ts';

/** Preuves of these kinds, their view taken as the contract of `preuves/views.ts` states it. */
export function ofKind<V>(preuves: readonly Preuve[], ...kinds: readonly string[]): readonly Preuve<V>[] {
  return preuves.filter((preuve) => kinds.includes(preuve.kind)) as readonly Preuve<V>[];
}

/** Parameters of a request, wherever they travelled. */
export function parametersOf(
  view: Pick<HttpExchangeView, 'query' | 'form'>,
): readonly (readonly [string, string])[] {
  return [...view.query, ...(view.form ?? [])];
}

/** First value of a parameter, absent when it did not travel. */
export function parameterOf(
  view: Pick<HttpExchangeView, 'query' | 'form'>,
  name: string,
): string | undefined {
  return parametersOf(view).find(([key]) => key === name)?.[1];
}

/** First value of a request header, whatever its letter case. */
export function headerOf(view: Pick<HttpExchangeView, 'headers'>, name: string): string | undefined {
  return view.headers.find(([key]) => key.toLowerCase() === name)?.[1];
}

/** One member of a JSON object; undefined for anything that is not an object or lacks it. */
export function memberOf(value: Json | undefined, name: string): Json | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return (value as JsonObject)[name];
}

/** One text member of a JSON object. */
export function textOf(value: Json | undefined, name: string): string | undefined {
  const found = memberOf(value, name);
  return typeof found === 'string' ? found : undefined;
}

/** Answers that the software gave: an action that broke, was unknown or skipped tells nothing of its state. */
export function answered(
  preuves: readonly Preuve[],
  ...kinds: readonly string[]
): readonly Preuve<PiloteView>[] {
  return ofKind<PiloteView>(
    preuves,
    ...(kinds.length === 0 ? ['pilote/action', 'pilote/probe'] : kinds),
  ).filter(({ view }) => view.answer === 'done');
}

/** Probes of the session that say whether somebody is logged in. */
export function sessionProbes(preuves: readonly Preuve[]): readonly Preuve<PiloteView>[] {
  return answered(preuves, 'pilote/probe').filter(
    ({ view }) => typeof memberOf(view.output, 'connecte') === 'boolean',
  );
}

export function isConnected(probe: Preuve<PiloteView>): boolean {
  return memberOf(probe.view.output, 'connecte') === true;
}

/** A finding placed in a preuve; absent values leave their member out. */
export function found(
  code: string,
  preuve: Preuve,
  place: {
    readonly path?: string;
    readonly expected?: FieldValue;
    readonly actual?: FieldValue | undefined;
  } = {},
): Finding {
  return {
    code,
    ...(place.expected === undefined ? {} : { expected: place.expected }),
    ...(place.actual === undefined ? {} : { actual: place.actual }),
    where: { preuve: preuve.id, ...(place.path === undefined ? {} : { path: place.path }) },
  };
}
