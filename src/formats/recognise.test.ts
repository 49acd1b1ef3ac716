import { describe, expect, it } from 'vitest';
import { buildCda } from '../../tests/builders/build-cda.ts';
import { buildPdf } from '../../tests/builders/build-pdf.ts';
import { buildXdm } from '../../tests/builders/build-xdm.ts';
import { recognise } from './recognise.ts';
import { writeZip } from './zip/write-zip.ts';

const envelope = '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body/></s:Envelope>';
const related = 'From: a@x\r\nSubject: s\r\nContent-Type: multipart/related; boundary=b\r\n\r\n';
const jwt = `${Buffer.from('{"alg":"RS256"}').toString('base64url')}.e30.c2ln`;

describe('recognise', () => {
  it.each<[string, string | Uint8Array]>([
    ['cda-n1', buildCda()],
    ['cda-n3', buildCda({ level: 3 })],
    [
      'cda-n3',
      `<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform">${buildCda({ level: 3 }).replace(/<\?xml.*\?>/, '')}</xsl:stylesheet>`,
    ],
    ['cda-n1', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(buildCda(), 'utf16le')])],
    ['pdf', buildPdf()],
    ['hl7v2', 'MSH|^~\\&|CREATEUR|X|GESTIONNAIRE|Y|20260611||MDM^T02^MDM_T02|1|P|2.6\rPID|1'],
    ['hl7v2', '\x0bMSH|^~\\&|A'],
    ['mail', 'From: a@x.mssante.fr\r\nSubject: XDM/1.0/DDM+x\r\n\r\nbody'],
    [
      'saml-assertion',
      '<!-- c --><saml2:Assertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" ID="_1"/>',
    ],
    ['soap', envelope],
    ['xds-submission', '<SubmitObjectsRequest xmlns="urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0"/>'],
    ['soap', `--b\r\nContent-Type: application/xop+xml\r\n\r\n${envelope}\r\n--b--`],
    ['mail', `${related}--b\r\nContent-Type: text/html\r\n\r\n<html/>\r\n--b--`],
    ['soap', `${related}--b\r\nContent-Type: application/xop+xml\r\n\r\n${envelope}\r\n--b--`],
    ['jwt', jwt],
    ['fhir-json', '{"resourceType":"Bundle","type":"transaction"}'],
    ['fhir-xml', '<Patient xmlns="http://hl7.org/fhir"/>'],
    ['json', '{"a":1}'],
    ['xml', '<a/>'],
    ['image', Buffer.from('89504e470d0a1a0a00', 'hex')],
    ['unknown', 'lorem ipsum'],
    ['unknown', ''],
    ['unknown', '<!-- never closed'],
  ])('%s', (kind, content) => {
    const what = recognise(typeof content === 'string' ? Buffer.from(content) : content);
    expect(what.kind).toBe(kind);
    expect(what.reason.fr).not.toBe('');
  });

  it('tells an XDM archive from another', async () => {
    expect(recognise(await buildXdm()).kind).toBe('xdm');
    expect(recognise(await writeZip([{ name: 'A.TXT', bytes: Buffer.from('a') }])).kind).toBe('zip');
  });

  it('answers from a buffer at an odd address', () => {
    const odd = Buffer.concat([Buffer.from('x'), Buffer.from(buildCda({ level: 3 }))]).subarray(1);
    expect(recognise(odd).kind).toBe('cda-n3');
  });
});
