import type { JsonObject } from '../domain/json.ts';
import type { Action, PiloteAnswer } from '../domain/pilote.ts';
import { pageAnswer } from '../pilotes/navigated-output.ts';
import { brokenAnswer } from '../pilotes/broken-answer.ts';
import type { StepContext } from './step-context.ts';

const known = new Set(['navigateur.rejouer-rappel', 'navigateur.rappel-autre-navigateur']);

export function isNavigatorAction(action: string): boolean {
  return known.has(action);
}

/**
 * The bench's own acts in the browser of a session: opens again, or in another browser, the callback address that
 * the simulator gave during step `connexion`. An attended pilote tells the operator to do it.
 */
export async function navigatorAnswer(
  context: StepContext,
  action: Action,
  input: JsonObject,
  signal: AbortSignal,
): Promise<PiloteAnswer> {
  const step = input['connexion'];
  const url = typeof step === 'string' ? callbackOf(context, step) : undefined;
  if (url === undefined) {
    return {
      kind: 'broken',
      message: `step ${JSON.stringify(step ?? null)} gave no callback address to open`,
    };
  }
  if (context.request.pilote.kind === 'attended') {
    return context.request.pilote.call({ action, input: { ...input, url }, signal });
  }
  const session = input['session'];
  try {
    const page = await context.request.navigator.open(
      typeof session === 'string' ? session : 'principale',
      url,
      signal,
    );
    return { kind: 'done', output: pageAnswer(page) };
  } catch (error) {
    return brokenAnswer(error, url);
  }
}

function callbackOf(context: StepContext, step: string): string | undefined {
  const responses = context.recorder
    .scenarioPreuves()
    .filter((preuve) => preuve.step === step && preuve.kind.endsWith('/authorization-response'));
  const view = responses.at(-1)?.view;
  if (typeof view !== 'object' || view === null || !('location' in view)) return undefined;
  return typeof view.location === 'string' ? view.location : undefined;
}
