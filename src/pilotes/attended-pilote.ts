import { fillText, type Bilingual } from '../domain/bilingual.ts';
import type { Json, JsonObject } from '../domain/json.ts';
import type { Operator } from '../domain/operator.ts';
import type { Action, Pilote, PiloteAnswer, PiloteCall } from '../domain/pilote.ts';

/**
 * Lets a human act: tells the sentence of the action, waits for the awaited traffic or a confirmation, then asks
 * the operator for what the action's output schema wants and only eyes can see.
 */
export function attendedPilote(operator: Operator): Pilote {
  return {
    kind: 'attended',
    preflight: () => Promise.resolve([]),
    call: (call) => instructAndAsk(call, operator),
    close: () => Promise.resolve(),
  };
}

async function instructAndAsk(call: PiloteCall, operator: Operator): Promise<PiloteAnswer> {
  const sentence = filledSentence(call.action, call.input);
  const questions = askable(call.action);
  const reading = questions.length > 0 && call.observed === undefined && questions[0]?.type === 'boolean';
  if (!reading) {
    const told = await operator.instruct(sentence, {
      signal: call.signal,
      ...(call.observed === undefined ? {} : { observed: call.observed }),
    });
    if (told.kind === 'skip') return { kind: 'skipped' };
    if (told.kind === 'abort') throw new OperatorAbort();
    if (call.observed !== undefined) return { kind: 'done', output: {} };
  }
  const output: Record<string, Json> = {};
  for (const question of questions) {
    const text = reading && question === questions[0] ? sentence : question.text;
    const answer =
      question.type === 'boolean'
        ? await operator.confirm(text, call.signal)
        : await operator.line(text, call.signal);
    if (answer.kind === 'abort') throw new OperatorAbort();
    if (answer.kind === 'skip') return { kind: 'skipped' };
    if (answer.value !== undefined) output[question.name] = answer.value;
    if (question.type === 'boolean' && answer.value === false && question === questions[0]) break;
  }
  return { kind: 'done', output };
}

/** The operator asked to stop the whole run. */
export class OperatorAbort extends Error {
  constructor() {
    super('stopped by the operator');
    this.name = 'OperatorAbort';
  }
}

interface Question {
  readonly name: string;
  readonly type: 'boolean' | 'string';
  readonly text: Bilingual;
}

function askable(action: Action): readonly Question[] {
  const properties = action.output['properties'];
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) return [];
  const questions: Question[] = [];
  for (const [name, schema] of Object.entries(properties as JsonObject)) {
    if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) continue;
    const { type, enum: values, description } = schema as JsonObject;
    if (name === 'navigation' || name === 'message') continue;
    const choices = Array.isArray(values) ? ` (${values.join(' | ')})` : '';
    const detail = typeof description === 'string' ? `: ${description}` : '';
    const text = { fr: `${name}${choices}${detail} ?`, en: `${name}${choices}${detail}?` };
    if (type === 'boolean') questions.push({ name, type: 'boolean', text });
    else if (type === 'string' || Array.isArray(values)) questions.push({ name, type: 'string', text });
  }
  return questions;
}

function filledSentence(action: Action, input: JsonObject): Bilingual {
  const values = Object.fromEntries(
    Object.entries(input).flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? [[key, value]]
        : [],
    ),
  );
  const withSession = { session: 'principale', ...values };
  const told = (sentence: string): string => fillText(sentence, withSession).replace(/\{\w+\}/g, '…');
  return { fr: told(action.sentence.fr), en: told(action.sentence.en) };
}
