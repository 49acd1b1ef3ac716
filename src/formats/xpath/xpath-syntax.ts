/** The abstract syntax of the XPath 2 that rules use; plain JSON, so that it can be kept on disk. */
export type XPathExpr =
  | { readonly k: 'string'; readonly value: string }
  | { readonly k: 'number'; readonly value: number }
  | { readonly k: 'var'; readonly name: string }
  | { readonly k: 'context' }
  | { readonly k: 'sequence'; readonly items: readonly XPathExpr[] }
  | { readonly k: 'and' | 'or'; readonly left: XPathExpr; readonly right: XPathExpr }
  | {
      readonly k: 'general';
      readonly op: ComparisonOperator;
      readonly left: XPathExpr;
      readonly right: XPathExpr;
    }
  | {
      readonly k: 'value';
      readonly op: ComparisonOperator;
      readonly left: XPathExpr;
      readonly right: XPathExpr;
    }
  | {
      readonly k: 'node';
      readonly op: 'is' | '<<' | '>>';
      readonly left: XPathExpr;
      readonly right: XPathExpr;
    }
  | {
      readonly k: 'arithmetic';
      readonly op: ArithmeticOperator;
      readonly left: XPathExpr;
      readonly right: XPathExpr;
    }
  | { readonly k: 'negate'; readonly operand: XPathExpr }
  | { readonly k: 'range'; readonly left: XPathExpr; readonly right: XPathExpr }
  | {
      readonly k: 'set';
      readonly op: 'union' | 'intersect' | 'except';
      readonly left: XPathExpr;
      readonly right: XPathExpr;
    }
  | { readonly k: 'if'; readonly test: XPathExpr; readonly then: XPathExpr; readonly else: XPathExpr }
  | { readonly k: 'for'; readonly variable: string; readonly in: XPathExpr; readonly return: XPathExpr }
  | {
      readonly k: 'some' | 'every';
      readonly variable: string;
      readonly in: XPathExpr;
      readonly satisfies: XPathExpr;
    }
  | {
      readonly k: 'cast' | 'castable';
      readonly operand: XPathExpr;
      readonly type: string;
      readonly optional: boolean;
    }
  | { readonly k: 'call'; readonly name: string; readonly args: readonly XPathExpr[] }
  | {
      readonly k: 'path';
      readonly start: XPathExpr | undefined;
      readonly root: boolean;
      readonly steps: readonly XPathStep[];
    }
  | { readonly k: 'filter'; readonly base: XPathExpr; readonly predicates: readonly XPathExpr[] };

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type ArithmeticOperator = '+' | '-' | '*' | 'div' | 'idiv' | 'mod';

/** One step of a path: along an axis, or an expression evaluated for each node. */
export type XPathStep =
  | {
      readonly k: 'axis';
      readonly axis: XPathAxis;
      readonly test: XPathNodeTest;
      readonly predicates: readonly XPathExpr[];
    }
  | { readonly k: 'each'; readonly expr: XPathExpr };

export type XPathAxis =
  | 'child'
  | 'descendant'
  | 'descendant-or-self'
  | 'attribute'
  | 'self'
  | 'parent'
  | 'ancestor'
  | 'ancestor-or-self'
  | 'following-sibling'
  | 'preceding-sibling'
  | 'following'
  | 'preceding';

/** `*` stands for any name or any namespace. */
export type XPathNodeTest =
  | { readonly k: 'name'; readonly local: string; readonly namespace: string }
  | {
      readonly k: 'kind';
      readonly kind: 'node' | 'text' | 'comment' | 'instruction' | 'document' | 'element' | 'attribute';
    };
