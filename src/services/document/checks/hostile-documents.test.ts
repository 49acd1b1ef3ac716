import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCda } from '../../../../tests/builders/build-cda.ts';
import { buildMail } from '../../../../tests/builders/build-mail.ts';
import { adt, businessAck, documentMessage, refusal } from '../../../../tests/builders/build-messages.ts';
import { buildVihf } from '../../../../tests/builders/build-vihf.ts';
import { buildDmpRequest } from '../../../../tests/builders/build-dmp-request.ts';
import { judgeFiles } from '../../../../tests/builders/check-cases.ts';
import { buildSubmission } from '../../../../tests/builders/build-xdm.ts';
import type { Check } from '../../../domain/check.ts';

const ids = readdirSync(import.meta.dirname)
  .flatMap(
    (name) => /^((?:cda|xdm|xds|pdf|mail|vihf|dmp|hl7v2|datamatrix)-[\w-]+)\.ts$/.exec(name)?.[1] ?? [],
  )
  .sort();
// A value for every option that some check demands.
const options = {
  statut: 'QUAL',
  destination: 'dmp',
  demandes: ['reception', 'lecture'],
  environnement: 'test',
  changement: 'trait-complementaire',
  code: '904',
  domaines: ['hopital.mssante.fr'],
};
const dmpRequests = ['TD0.2', 'TD2.1', 'TD3.1a', 'TD3.2', 'TD3.3a', 'TD3.3c'] as const;
const ansDir = process.env['SEGUR_ANS_DIR'];
const kit =
  process.env['SEGUR_CDA_KIT'] ?? (ansDir === undefined ? undefined : join(ansDir, 'TestContenuCDA-3-0'));
const examples = kit === undefined ? undefined : join(kit, 'ExemplesCDA');

const checks: readonly (readonly [string, Check])[] = await Promise.all(
  ids.map(async (id): Promise<[string, Check]> => {
    const module = (await import(pathToFileURL(join(import.meta.dirname, `${id}.ts`)).href)) as {
      check: Check;
    };
    return [id, module.check];
  }),
);

/** Every finding that a check returns has its texts. */
function survives(bytes: Uint8Array): void {
  for (const [id, check] of checks) {
    const { findings } = judgeFiles(check, [bytes], { options });
    for (const { code } of findings) expect(`${id} ${code in check.findings}`).toBe(`${id} true`);
  }
}

describe('checks of documents', () => {
  it('finds the checks', () => {
    expect(ids.length).toBeGreaterThan(35);
  });

  it('survive documents, metadata, assertions, messages and mails with a part lost', async () => {
    const requests = dmpRequests.map((name) => buildDmpRequest(name));
    const texts = [buildCda(), buildCda({ level: 3 }), buildSubmission().metadata, buildVihf(), ...requests];
    const lossy = fc
      .tuple(fc.constantFrom(...texts), fc.nat(200), fc.boolean())
      .map(([text, rank, attribute]) => {
        const pattern = attribute ? / [\w:]+="[^"]*"/g : /<([\w:]+)[^>]*\/>|<([\w:]+)[^<>]*>[^<]*<\/\2>/g;
        const found = [...text.matchAll(pattern)];
        const lost = found[rank % found.length];
        return lost === undefined
          ? text
          : text.slice(0, lost.index) + text.slice(lost.index + lost[0].length);
      });
    fc.assert(
      fc.property(lossy, (text) => survives(Buffer.from(text))),
      { numRuns: 250 },
    );
    for (const message of [adt(), documentMessage('MDM'), documentMessage('ORU'), refusal(), businessAck()]) {
      const fields = message.split('|');
      fc.assert(
        fc.property(fc.nat(fields.length - 1), fc.constantFrom('', '^', '&&', '~~', '""'), (at, field) =>
          survives(Buffer.from(fields.with(at, field).join('|'))),
        ),
        { numRuns: 30 },
      );
    }
    const mail = await buildMail();
    fc.assert(
      fc.property(fc.nat(mail.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const damaged = Buffer.from(mail);
        damaged[at] = byte;
        survives(damaged);
        survives(mail.subarray(0, at));
      }),
      { numRuns: 40 },
    );
  });

  it.skipIf(examples === undefined || !existsSync(examples))(
    'judge every example of the ANS kit (needs SEGUR_CDA_KIT or SEGUR_ANS_DIR)',
    () => {
      const names = readdirSync(examples!).filter((name) => name.endsWith('.xml'));
      for (const name of names) survives(readFileSync(join(examples!, name)));
      expect(names.length).toBeGreaterThan(30);
    },
  );
});
