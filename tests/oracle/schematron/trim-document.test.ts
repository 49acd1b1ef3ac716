import { expect, it } from 'vitest';
import { parseXml } from '../../../src/formats/xml/parse-xml.ts';
import { pathOfNode } from '../../../src/formats/xml/path-of-node.ts';
import { trimmed } from './trim-document.ts';

const branch = (name: string, children: number): string =>
  `<${name}>\n ${'<leaf a="1"/>\n '.repeat(children)}</${name}>`;

function documentOf(middle: string): ReturnType<typeof parseXml> {
  const text = `<?xml version="1.0" encoding="ISO-8859-1"?>\n<!-- é --><root>
    <code code="x"/>${branch('large', 400)}<![CDATA[ <code> ]]>
    <section>${branch('small', 3)}${middle}</section>${branch('large', 400)}</root>`;
  return parseXml(Buffer.from(text, 'latin1'), { file: 'whole.xml' });
}

it('keeps the node, its ancestors and small branches beside them', () => {
  const document = documentOf('<entry id="é"><value>9</value></entry>');
  const entry = document.elements.find((one) => one.name === 'entry');
  if (entry === undefined) throw new Error('no entry');
  const scene = trimmed(entry, { inside: 60, beside: 12 });
  expect(scene?.document.source).toBe(
    '<?xml version="1.0" encoding="UTF-8"?><root><code code="x"/><![CDATA[ <code> ]]>' +
      '<section><small><leaf a="1"/><leaf a="1"/><leaf a="1"/></small>' +
      '<entry id="é"><value>9</value></entry></section></root>',
  );
  expect(scene === undefined ? '' : pathOfNode(scene.node)).toBe('/root[1]/section[1]/entry[1]');
});

it('cuts what is large inside of the node, and long texts', () => {
  const document = documentOf(`<entry>${branch('list', 500)}<data>${'QUJD'.repeat(5000)}</data></entry>`);
  const attribute = document.elements.find((one) => one.name === 'code')?.attributes[0];
  const entry = document.elements.find((one) => one.name === 'entry');
  if (entry === undefined || attribute === undefined) throw new Error('no entry');
  const scene = trimmed(entry, { inside: 20, beside: 12 });
  expect(scene?.document.source).toContain('<data>QUJD');
  expect(scene?.document.source.length).toBeLessThan(1000);
  expect(trimmed(attribute, { inside: 20, beside: 12 })?.node).toMatchObject({
    kind: 'attribute',
    value: 'x',
  });
});
