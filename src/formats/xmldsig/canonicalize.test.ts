import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { XmlC14NMode, XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { parseXml } from '../xml/parse-xml.ts';
import { canonicalize, type CanonicalForm } from './canonicalize.ts';

const forms: readonly CanonicalForm[] = [
  { exclusive: false, comments: false },
  { exclusive: false, comments: true },
  { exclusive: true, comments: false },
  { exclusive: true, comments: true },
  { exclusive: true, comments: false, prefixes: ['a', 'xsi', '#default'] },
];

/** What libxml2 makes of the n-th element, or of the document; another implementation, in WebAssembly. */
function oracle(bytes: Uint8Array, form: CanonicalForm, rank: number | undefined): string {
  const document = XmlDocument.fromBuffer(bytes);
  try {
    const options = {
      mode: form.exclusive ? XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 : XmlC14NMode.XML_C14N_1_0,
      withComments: form.comments,
      ...(form.prefixes === undefined ? {} : { inclusiveNamespacePrefixes: [...form.prefixes] }),
    };
    if (rank === undefined) return document.canonicalizeToString(options);
    return document.get(`(//*)[${rank + 1}]`)?.canonicalizeToString(options) ?? '';
  } finally {
    document.dispose();
  }
}

function agrees(bytes: Uint8Array, ranks?: readonly number[]): void {
  const document = parseXml(bytes);
  for (const form of forms) {
    expect(canonicalize(document, form)).toBe(oracle(bytes, form, undefined));
    for (const rank of ranks ?? document.elements.keys()) {
      const element = document.elements[rank];
      if (element === undefined) continue;
      expect(canonicalize(element, form)).toBe(oracle(bytes, form, rank));
    }
  }
}

const samples = [
  '<a/>',
  '<?xml version="1.0"?>\n<?first one?>\n<!-- c -->\n<a>x</a>\n<!-- d -->\n<?last?>',
  '<a xmlns="urn:d" xmlns:b="urn:b" xmlns:unused="urn:u"><b:c z="1" b:a="2" a="3"/><d xmlns=""><e xmlns="urn:d"/></d></a>',
  '<a:r xmlns:a="urn:1" xmlns:xsi="urn:x"><a:s xmlns:a="urn:2"><t xmlns:a="urn:1" a:q="&lt;&amp;&quot;&#9;&#10;&#13;"/></a:s></a:r>',
  '<r xml:lang="fr" xml:space="preserve"><s xml:lang="en"><t u="1"/></s></r>',
  '<r>&lt;&gt;&amp;&#13;"\'<![CDATA[<&>]]><?pi a  b ?><!-- <x> --></r>',
  '<r xmlns="urn:d"><s xmlns:a="urn:a" a:b="1"><t/><u xmlns=""/></s><v a="\r\n x"/></r>',
  '<é à="ç" xmlns:ÿ="urn:y" ÿ:z="😀">😀</é>',
];

describe('canonicalize', () => {
  it.each(samples)('agrees with libxml2 on every element of %s', (text) => {
    agrees(Buffer.from(text));
  });

  it('agrees with libxml2 on random trees of redeclared name spaces', () => {
    const prefix = fc.constantFrom('', 'a', 'b', 'xsi');
    const uri = fc.constantFrom('urn:1', 'urn:2');
    interface Draft {
      readonly own: string;
      readonly declared: readonly (readonly [string, string])[];
      readonly attribute: string;
      readonly below: readonly Draft[];
    }
    const { tree } = fc.letrec<{ tree: Draft }>((tie) => ({
      tree: fc.record({
        own: prefix,
        declared: fc.uniqueArray(fc.tuple(prefix, uri), { maxLength: 3, selector: ([name]) => name }),
        attribute: prefix,
        below: fc.oneof({ maxDepth: 3 }, fc.constant([]), fc.array(tie('tree'), { maxLength: 3 })),
      }),
    }));
    const write = ({ own, declared, attribute, below }: Draft, known: ReadonlySet<string>): string => {
      const names = new Set([...known, ...declared.map(([name]) => name)]);
      const tag = own !== '' && names.has(own) ? `${own}:e` : 'e';
      const mark = attribute !== '' && names.has(attribute) ? ` ${attribute}:m="1"` : ' m="2"';
      const spaces = declared.map(([name, value]) => ` xmlns${name === '' ? '' : `:${name}`}="${value}"`);
      return `<${tag}${spaces.join('')}${mark}>${below.map((one) => write(one, names)).join('t')}</${tag}>`;
    };
    fc.assert(
      fc.property(tree, (draft) => {
        agrees(Buffer.from(write(draft, new Set())));
      }),
      { numRuns: 150 },
    );
  });

  it('leaves the omitted subtree out', () => {
    const document = parseXml(Buffer.from('<a><b xmlns="urn:b"><c/></b><d/></a>'));
    const [, omitted] = document.elements;
    expect(canonicalize(document, { exclusive: true, comments: false }, omitted)).toBe('<a><d></d></a>');
  });

  const ans = process.env['SEGUR_ANS_DIR'];
  const kit =
    process.env['SEGUR_CDA_KIT'] ?? (ans === undefined ? undefined : join(ans, 'TestContenuCDA-3-0'));
  const examples = kit === undefined ? undefined : join(kit, 'ExemplesCDA');
  it.skipIf(examples === undefined || !existsSync(examples))(
    'agrees with libxml2 on the examples of the ANS kit (needs SEGUR_CDA_KIT or SEGUR_ANS_DIR)',
    () => {
      const names = readdirSync(examples ?? '').filter((name) => name.endsWith('.xml'));
      for (const name of names) agrees(readFileSync(join(examples ?? '', name)), [1, 40, 90]);
    },
    120_000,
  );
});
