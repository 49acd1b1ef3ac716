import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { patientCase, publicationCase } from '../../../tests/builders/build-fhir.ts';
import { toFhirXml } from '../../../tests/builders/to-fhir-xml.ts';
import { fhirElements } from './fhir-elements.gen.ts';
import { readResource } from './read-resource.ts';

const read = (xml: string): unknown => {
  const reading = readResource(Buffer.from(xml));
  return reading.kind === 'resource' ? reading.resource : reading.message;
};

describe('readResource', () => {
  it('gives of XML what it gives of JSON', () => {
    for (const { files } of [patientCase('p'), publicationCase('b')]) {
      const json = Buffer.from((files as readonly Uint8Array[])[0] ?? '').toString();
      expect(read(toFhirXml(json))).toEqual(JSON.parse(json));
      expect(read(`\ufeff${json}`)).toEqual(JSON.parse(json));
    }
  });

  it('keeps lists, types, ids, extensions of values, contained resources and narratives', () => {
    expect(
      read(`<?xml version="1.0"?><!-- by hand --><f:Patient xmlns:f="http://hl7.org/fhir" xmlns:x="urn:other">
        <f:id value="p1"/>
        <f:text><f:status value="generated"/><div xmlns="http://www.w3.org/1999/xhtml"><p>Mme <b>ZZ</b></p></div></f:text>
        <f:contained><f:Organization><f:id value="o"/><f:active value="true"/></f:Organization></f:contained>
        <f:active value="false"/>
        <f:name id="n1"><f:family value="ZZTEST"/><f:given value="ANNE"/><f:given><f:extension url="urn:reason"><f:valueCode value="unknown"/></f:extension></f:given></f:name>
        <f:birthDate value="1979-03-28"><f:extension url="urn:time"><f:valueInteger value="7"/></f:extension></f:birthDate>
        <f:multipleBirthInteger value="02"/>
        <x:other value="1"/>
      </f:Patient>`),
    ).toEqual({
      resourceType: 'Patient',
      id: 'p1',
      text: { status: 'generated', div: 'Mme ZZ' },
      contained: [{ resourceType: 'Organization', id: 'o', active: true }],
      active: false,
      name: [
        {
          id: 'n1',
          family: 'ZZTEST',
          given: ['ANNE', null],
          _given: [null, { extension: [{ url: 'urn:reason', valueCode: 'unknown' }] }],
        },
      ],
      birthDate: '1979-03-28',
      _birthDate: { extension: [{ url: 'urn:time', valueInteger: 7 }] },
      multipleBirthInteger: '02',
    });
  });

  it('makes no single value of an element that repeats', () => {
    expect(
      read('<Patient xmlns="http://hl7.org/fhir"><gender value="male"/><gender value="female"/></Patient>'),
    ).toEqual({
      resourceType: 'Patient',
      gender: ['male', 'female'],
    });
  });

  it.each([
    ['another namespace', '<Patient/>', /namespace/],
    ['a file cut short', '<Patient xmlns="http://hl7.org/fhir"><id', /./],
    ['a DOCTYPE', '<!DOCTYPE Patient><Patient xmlns="http://hl7.org/fhir"/>', /DOCTYPE/i],
    [
      'a name of the language',
      '<__proto__ xmlns="http://hl7.org/fhir"><constructor value="x"/></__proto__>',
      undefined,
    ],
  ])('is not misled by %s', (_, xml, message) => {
    const seen = read(xml);
    if (message === undefined) expect(Object.keys(seen as object)).toEqual(['resourceType', 'constructor']);
    else expect(seen).toMatch(message);
  });

  it('knows the types of the resources that are judged', () => {
    expect(fhirElements['Patient']).toMatchObject({
      name: 'HumanName*',
      gender: '=male|female|other|unknown',
    });
    for (const elements of Object.values(fhirElements)) {
      for (const type of Object.values(elements)) {
        const name = type.replace(/\*$/, '');
        const plain = /^(?:=|string$|number$|boolean$|Resource$)/.test(name);
        expect(plain || name in fhirElements, name).toBe(true);
      }
    }
    expect(readFileSync(new URL('fhir-elements.gen.ts', import.meta.url), 'utf8')).toContain('FHIR 4.0.1');
  });
});
