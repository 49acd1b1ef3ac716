import type { CompiledXPath, DocumentLibrary } from './xpath-context.ts';

/** Where the value of a variable is at run time; a let also says how to compute it when first asked. */
export interface VariableBinding {
  readonly place: 'local' | 'global';
  readonly slot: number;
  readonly value?: CompiledXPath;
}

/** What names mean while an expression is compiled. */
export interface XPathScope {
  readonly variables: ReadonlyMap<string, VariableBinding>;
  readonly library: DocumentLibrary;
  /** A new local slot in the frame of the rule. */
  readonly freshSlot: () => number;
}

/** The scope with one more name. */
export function withVariable(scope: XPathScope, name: string, binding: VariableBinding): XPathScope {
  return { ...scope, variables: new Map(scope.variables).set(name, binding) };
}
