import { createContext, Script } from 'node:vm';
import { detachedText } from '../xml/detached-text.ts';
import { XPathError } from './xpath-error.ts';

/** Milliseconds that one match may take; expressions of published rules take well under one. */
const longestMatch = 2000;

/** Texts too short for an expression of one level of repetition to be slow on. */
const shortText = 4096;

const repeatedGroup = /\)(?:[*+]|\{\d+,\d*\})/;

let runner: { readonly script: Script; readonly sandbox: { run: () => unknown } } | undefined;

/**
 * Runs a match, and throws XPDY0130 (an implementation limit is exceeded) when backtracking takes over two seconds:
 * the rule is then unjudged, never passed. Only an expression that repeats a group, or a long text, pays the watch.
 */
export function boundedMatch<T>(regex: RegExp, text: string, match: () => T): T {
  if (text.length <= shortText && !(text.length > 16 && repeatedGroup.test(regex.source))) return match();
  let result: { readonly value: T } | undefined;
  runner ??= makeRunner();
  const { script, sandbox } = runner;
  sandbox.run = () => {
    result = { value: match() };
  };
  try {
    script.runInContext(sandbox, { timeout: longestMatch });
  } catch (cause) {
    // Thrown in another realm: it is no Error of ours.
    if (
      typeof cause === 'object' &&
      cause !== null &&
      'code' in cause &&
      cause.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
    )
      throw new XPathError('XPDY0130', `matching a text of ${text.length} characters takes too long`);
    throw cause;
  }
  if (result === undefined) throw new XPathError('XPDY0130', 'a match gave nothing');
  return result.value;
}

/** Texts kept for each expression: OIDs and dates, of which a folder repeats the same few hundred. */
const answersKept = 2000;
const longestKept = 200;
const answers = new WeakMap<RegExp, Map<string, boolean>>();

/** Whether an expression matches, as `boundedMatch` bounds it; a text met before is answered without a watch. */
export function boundedTest(regex: RegExp, text: string): boolean {
  const match = (): boolean => {
    regex.lastIndex = 0;
    return regex.test(text);
  };
  if (text.length > longestKept) return boundedMatch(regex, text, match);
  let known = answers.get(regex);
  if (known === undefined) answers.set(regex, (known = new Map<string, boolean>()));
  const before = known.get(text);
  if (before !== undefined) return before;
  const answer = boundedMatch(regex, text, match);
  if (known.size >= answersKept) known.clear();
  known.set(detachedText(text), answer);
  return answer;
}

function makeRunner(): { readonly script: Script; readonly sandbox: { run: () => unknown } } {
  const sandbox = { run: (): unknown => undefined };
  createContext(sandbox);
  return { script: new Script('run()'), sandbox };
}
