import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCda } from '../../tests/builders/build-cda.ts';
import { datamatrixCase } from '../../tests/builders/build-datamatrix.ts';
import {
  buildDmpRequest,
  buildPackagedFeeding,
  type DmpRequestName,
} from '../../tests/builders/build-dmp-request.ts';
import { patientCase, publicationCase } from '../../tests/builders/build-fhir.ts';
import { buildMail, buildReceipt } from '../../tests/builders/build-mail.ts';
import { adt, documentMessage } from '../../tests/builders/build-messages.ts';
import { buildPagePdf } from '../../tests/builders/build-page-pdf.ts';
import { buildPdf } from '../../tests/builders/build-pdf.ts';
import { graySymbol } from '../../tests/builders/build-symbol-image.ts';
import { makeSigner, signAssertion } from '../../tests/builders/build-signature.ts';
import { buildVihf } from '../../tests/builders/build-vihf.ts';
import { buildXdm } from '../../tests/builders/build-xdm.ts';
import { makeJudge } from '../cli/make-judge.ts';
import { documentKinds, type DocumentKind } from './document-kind.ts';
import { judgeFile, type Judge } from './judge-file.ts';

let judge: Judge;
let seeds: readonly Uint8Array[];

beforeAll(async () => {
  judge = await makeJudge({
    pack: {
      id: '2025-02',
      title: { fr: 't', en: 't' },
      from: '2025-02-19',
      kit: 'K',
      checks: ['document/*'],
      changes: [],
    },
    patient: { matricule: '279035121500084', sexe: 'F' },
  });
  seeds = [
    Buffer.from(buildCda()),
    Buffer.from(buildCda({ level: 3 })),
    Buffer.from(adt()),
    Buffer.from(documentMessage('MDM')),
    await buildXdm(),
    await buildMail(),
    buildPdf(),
    ...[datamatrixCase('d'), patientCase('p'), publicationCase('b')].flatMap(
      (one) => one.files as readonly Uint8Array[],
    ),
    Buffer.from('<a:Assertion xmlns:a="urn:oasis:names:tc:SAML:2.0:assertion" ID="_1"/>'),
  ];
});

describe('judgeFile', () => {
  it('judges every conforming seed without breaking', async () => {
    for (const bytes of seeds) {
      const { outcome, kind, problem } = await judgeFile(judge, { file: 'f', bytes, named: true });
      expect({ kind, outcome, problem }).toMatchObject({
        outcome: expect.stringMatching(/pass|warn|fail/) as string,
      });
    }
  });

  it('has nothing to say of conforming files, signed ones included', async () => {
    const seal = await makeSigner();
    const vihf = signAssertion(buildVihf(), seal);
    const signed = (name: DmpRequestName): string =>
      buildDmpRequest(name).replace(/<saml2:Assertion[\s\S]*<\/saml2:Assertion>/, () => vihf);
    const conforming: Readonly<Record<string, string | Uint8Array>> = {
      cda: buildCda(),
      vihf,
      feeding: buildPackagedFeeding({ signer: seal }, vihf),
      query: signed('TD3.1a'),
      identifier: signed('TD3.1b'),
      retrieval: signed('TD3.2'),
      existence: signed('TD0.2'),
      masking: signed('TD3.3a'),
      deletion: signed('TD3.3c'),
      archive: await buildXdm({ signer: seal }),
      mail: await buildMail(),
      receipt: await buildReceipt(),
      identity: adt(),
      document: documentMessage('ORU'),
    };
    for (const [name, content] of Object.entries(conforming)) {
      const judged = await judgeFile(judge, { file: name, bytes: Buffer.from(content), named: true });
      expect([name, judged.findings, judged.outcome]).toEqual([name, [], 'pass']);
    }
  });

  it('tells a deviation as softly as the pack says', async () => {
    const rule = 'document/cda-title-bounded';
    const softened =
      (severity: 'warning' | 'note'): Judge['checksFor'] =>
      async (kind) =>
        (await judge.checksFor(kind)).map((ready) => (ready.id === rule ? { ...ready, severity } : ready));
    const bytes = Buffer.from(buildCda({ title: 'T'.repeat(129) }));
    for (const [checksFor, severity, outcome] of [
      [judge.checksFor, 'error', 'fail'],
      [softened('warning'), 'warning', 'warn'],
      [softened('note'), 'note', 'pass'],
    ] as const) {
      const judged = await judgeFile({ ...judge, checksFor }, { file: 'f', bytes, named: true });
      expect(judged).toMatchObject({ outcome, findings: [{ rule, severity }] });
    }
  });

  it('judges the INS datamatrix of a printed page, and no other symbol', async () => {
    const rules = async (text: string): Promise<readonly string[]> => {
      const bytes = buildPagePdf({ content: 'q /Im1 Do Q', streams: [graySymbol(text)] });
      const { checks, findings } = await judgeFile(judge, { file: 'f.pdf', bytes, named: true });
      expect(checks.exercised.includes('document/datamatrix-ins-format')).toBe(text.startsWith('IS'));
      return findings.filter(({ document }) => document === 'datamatrix').map(({ code }) => code);
    };
    expect(await rules('LOT-42')).toEqual([]);
    expect(await rules('IS020000000000000000000000S5F')).toContain('header');
  });

  it('judges the INS datamatrix of the PDF that a document carries', async () => {
    const pdf = buildPagePdf({
      content: 'q /Im1 Do Q',
      streams: [graySymbol('IS020000000000000000000000S5F')],
    });
    const places = async (bytes: Uint8Array): Promise<readonly string[]> =>
      (await judgeFile(judge, { file: 'f', bytes, named: true })).findings
        .filter(({ rule, code }) => rule === 'document/datamatrix-ins-format' && code === 'header')
        .map(({ document = '' }) => document);
    const cda = buildCda({ pdf });
    expect(await places(Buffer.from(cda))).toEqual(['nonXMLBody!datamatrix']);
    expect(await places(Buffer.from(documentMessage('MDM', cda)))).toEqual([
      'OBX(1)-5!nonXMLBody!datamatrix',
    ]);
  });

  it('says that a page could not be seen whole', async () => {
    const bytes = buildPagePdf({ content: '/Sh1 sh' });
    const { findings } = await judgeFile(judge, { file: 'f.pdf', bytes, named: true });
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'page-not-seen-whole', severity: 'note' }),
    );
    expect((await judgeFile(judge, { file: 'f.pdf', bytes: buildPdf(), named: true })).findings).toEqual([]);
  });

  it('never breaks on damaged bytes: cut, overwritten or doubled anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.uint8Array({ maxLength: 12 }),
        fc.constantFrom('cut', 'overwrite', 'insert', 'double'),
        async (seed, place, noise, how) => {
          const bytes = Buffer.from(seeds[seed % seeds.length] ?? []);
          const at = Math.floor(place * bytes.length);
          const [head, tail] = [bytes.subarray(0, at), bytes.subarray(at)];
          const damaged = {
            cut: () => head,
            overwrite: () => Buffer.concat([head, noise, tail.subarray(noise.length)]),
            insert: () => Buffer.concat([head, noise, tail]),
            double: () => Buffer.concat([head, tail, tail]),
          }[how]();
          const judged = await judgeFile(judge, { file: 'f.xml', bytes: damaged, named: true });
          expect({ outcome: judged.outcome, problem: judged.problem }).not.toMatchObject({
            outcome: 'broken',
          });
        },
      ),
      { numRuns: 400 },
    );
  }, 60_000);

  it.each(Object.keys(documentKinds) as DocumentKind[])('forced as %s, no bytes break it', async (as) => {
    for (const bytes of [...seeds, Buffer.from('lorem'), Buffer.from([0xff, 0xfe, 0, 0])]) {
      const { outcome, problem } = await judgeFile({ ...judge, as }, { file: 'f', bytes, named: true });
      expect({ outcome, problem }).not.toMatchObject({ outcome: 'broken' });
    }
  });

  it('says broken, never fail, when a check of ours throws', async () => {
    const throwing: Judge = {
      checksFor: async (kind) =>
        (await judge.checksFor(kind)).map((ready) => {
          const fails = (): never => {
            throw new Error('ours');
          };
          return ready.playable ? { ...ready, check: { ...ready.check, judge: fails } } : ready;
        }),
    };
    const bytes = Buffer.from(buildCda());
    expect(await judgeFile(throwing, { file: 'f', bytes, named: true })).toMatchObject({
      outcome: 'broken',
      findings: [],
      problem: { code: 'BROKEN', says: { fr: 'ours' } },
    });
  });

  it('is an error of the sender when a forced kind holds no such document', async () => {
    const bytes = Buffer.from('<a/>');
    const judged = await judgeFile({ ...judge, as: 'cda-n3' }, { file: 'f', bytes, named: true });
    expect(judged.outcome).toBe('fail');
    expect(judged.findings).toMatchObject([{ code: 'part-unreadable' }]);
  });
});
