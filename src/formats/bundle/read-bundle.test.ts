import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCda } from '../../../tests/builders/build-cda.ts';
import { buildDmpRequest, packageFeeding } from '../../../tests/builders/build-dmp-request.ts';
import { buildSubmission, buildXdm } from '../../../tests/builders/build-xdm.ts';
import { recognise } from '../recognise.ts';
import { readBundle } from './read-bundle.ts';

const ansDir = process.env['SEGUR_ANS_DIR'];
const kit =
  process.env['SEGUR_CDA_KIT'] ?? (ansDir === undefined ? undefined : join(ansDir, 'TestContenuCDA-3-0'));
const examples = kit === undefined ? undefined : join(kit, 'ExemplesCDA');

describe('readBundle', () => {
  it('reads a level-1 document and the PDF that it wraps', () => {
    const bundle = readBundle(Buffer.from(buildCda()));
    expect(bundle.unreadable).toEqual([]);
    expect(bundle.cdas[0]?.document.patients[0]?.ids[0]?.extension).toBe('279035121500084');
    expect(bundle.cdas[0]?.document.ids[0]?.at).toEqual({
      path: '/ClinicalDocument[1]/id[1]',
      line: 8,
      column: 3,
    });
    expect(bundle.pdfs.map((pdf) => [pdf.label, pdf.origin])).toEqual([['nonXMLBody', 'cda']]);
  });

  it('reads an archive: metadata, documents, and which belongs to which', async () => {
    const bundle = readBundle(await buildXdm({ documents: [{}, { id: '2.25.2', level: 3 }] }));
    expect(bundle.unreadable).toEqual([]);
    expect(bundle.archives[0]?.archive.zip.problems).toEqual([]);
    const found = bundle.submissions[0]!;
    expect(found.submission.entries.map((entry) => found.cdaOf(entry)?.ids[0]?.root)).toEqual([
      '2.25.279035121500001',
      '2.25.2',
    ]);
    expect(found.submission.entries[0]?.typeCodes[0]).toMatchObject({
      code: '11490-0',
      scheme: '2.16.840.1.113883.6.1',
    });
  });

  it('reads an ITI-41 message with XOP parts', () => {
    const { metadata, documents } = buildSubmission();
    const soap = `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><x:ProvideAndRegisterDocumentSetRequest xmlns:x="urn:ihe:iti:xds-b:2007">${metadata.replace(/<\?xml.*\?>/, '')}<x:Document id="Document01"><i:Include xmlns:i="http://www.w3.org/2004/08/xop/include" href="cid:doc%401"/></x:Document></x:ProvideAndRegisterDocumentSetRequest></s:Body></s:Envelope>`;
    const body = Buffer.concat([
      Buffer.from(`--b\r\nContent-ID: <root>\r\n\r\n${soap}\r\n--b\r\nContent-ID: <doc@1>\r\n\r\n`),
      documents[0]!.bytes,
      Buffer.from('\r\n--b--'),
    ]);
    const bundle = readBundle(body, 'multipart/related; boundary=b; type="application/xop+xml"');
    const found = bundle.submissions[0]!;
    expect(found.documentOf(found.submission.entries[0]!)?.length).toBe(documents[0]!.bytes.length);
    expect(bundle.cdas).toHaveLength(1);
  });

  it('reads a request to the DMP, and the parts of one that was captured whole', () => {
    const feeding = buildDmpRequest('TD2.1');
    const loose = readBundle(Buffer.from(feeding));
    expect(loose.dmpRequests[0]?.request.transaction.name).toBe('TD2.1');
    expect(loose.submissions[0]).toMatchObject({ packaged: false, documents: [{ how: 'absent' }] });
    const whole = readBundle(packageFeeding(feeding, { 'doc@1': Buffer.from(buildCda()) }));
    expect(whole.submissions[0]).toMatchObject({ packaged: true, documents: [{ how: 'attached' }] });
    expect(whole.cdas.map(({ label }) => label)).toEqual(['Document01']);
    expect(whole.vihfs[0]?.request).toBe(whole.dmpRequests[0]?.request);
  });

  it('lists what it cannot read: damaged XML, external entities', () => {
    const xxe = buildCda().replace(
      '<ClinicalDocument',
      '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<ClinicalDocument',
    );
    for (const text of [xxe, buildCda().slice(0, 4_000)]) {
      const bundle = readBundle(Buffer.from(text));
      expect(bundle.cdas).toEqual([]);
      expect(bundle.unreadable).toHaveLength(1);
    }
  });

  it('reads UTF-16 and Cp1252 documents by their declared charset', () => {
    const text = buildCda();
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(text.replace('UTF-8', 'UTF-16'), 'utf16le'),
    ]);
    const cp1252 = Buffer.from(text.replace('UTF-8', 'windows-1252'), 'latin1');
    for (const bytes of [utf16, cp1252]) {
      expect(readBundle(bytes).cdas[0]?.document.titles[0]?.text).toBe('Lettre de liaison à la sortie');
    }
  });

  it('never throws', async () => {
    const archive = await buildXdm();
    fc.assert(
      fc.property(fc.nat(archive.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const damaged = Buffer.from(archive);
        damaged[at] = byte;
        readBundle(damaged);
        readBundle(archive.subarray(0, at));
      }),
      { numRuns: 60 },
    );
    fc.assert(fc.property(fc.uint8Array(), (noise) => void readBundle(noise)));
  });

  it.skipIf(examples === undefined || !existsSync(examples))(
    'reads every example of the ANS kit (needs SEGUR_CDA_KIT or SEGUR_ANS_DIR)',
    () => {
      const files = readdirSync(examples!, { recursive: true })
        .map(String)
        .filter((name) => name.endsWith('.xml'));
      expect(files.length).toBeGreaterThan(30);
      for (const name of files) {
        const bytes = readFileSync(join(examples!, name));
        const bundle = readBundle(bytes);
        expect([name, recognise(bytes).kind, bundle.unreadable]).toEqual([
          name,
          expect.stringMatching(/^cda-n/),
          [],
        ]);
        expect(bundle.cdas).toHaveLength(1);
      }
    },
  );
});
