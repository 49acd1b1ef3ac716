import { createContext, Script } from 'node:vm';
import { isSteady } from './steady-regex.ts';
import { XPathError } from './xpath-error.ts';

/** Milliseconds that one match may take; expressions of published rules take well under one. */
const longestMatch = 2000;

/** Texts too short for an expression of one level of repetition, or a steady one, to be slow on. */
const shortText = 4096;

const repeatedGroup = /\)(?:[*+]|\{\d+,\d*\})/;

let runner: { readonly script: Script; readonly sandbox: { run: () => unknown } } | undefined;

/**
 * Runs a match, and throws XPDY0130 (an implementation limit is exceeded) when backtracking takes over two seconds:
 * the rule is then unjudged, never passed. Only an expression that repeats a group and is not steady, or a long text,
 * pays the watch.
 */
export function boundedMatch<T>(regex: RegExp, text: string, match: () => T): T {
  if (text.length <= shortText && (text.length <= 16 || isPlain(regex))) return match();
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

function isPlain(regex: RegExp): boolean {
  return !repeatedGroup.test(regex.source) || isSteady(regex);
}

function makeRunner(): { readonly script: Script; readonly sandbox: { run: () => unknown } } {
  const sandbox = { run: (): unknown => undefined };
  createContext(sandbox);
  return { script: new Script('run()'), sandbox };
}
