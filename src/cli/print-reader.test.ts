import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildPagePdf } from '../../tests/builders/build-page-pdf.ts';
import { printReader } from './print-reader.ts';

const pdf = buildPagePdf({ content: 'BT (Nom de naissance : ZZTEST) Tj ET' });
const automated = printReader({ attended: false });

describe('printReader', () => {
  it('records what the document shows and keeps the file out of the answer', async () => {
    const derived = await automated('ins.imprimer', { issue: 'reussie', pdf: pdf.toString('base64') });
    expect(derived?.output).toMatchObject({ issue: 'reussie', pdf: { size: pdf.length } });
    expect(derived?.preuves).toMatchObject([
      {
        kind: 'file/submitted',
        view: { text: 'Nom de naissance : ZZTEST', textComplete: true, unread: [], datamatrix: [] },
        raw: { file: pdf },
      },
    ]);
  });

  it('says that an answer is no PDF instead of breaking', async () => {
    const derived = await automated('ins.imprimer', { pdf: 'bm90IGEgUERG' });
    expect(derived?.preuves).toMatchObject([{ view: { unread: ['not-pdf'], textComplete: false } }]);
  });

  it('leaves other answers alone', async () => {
    expect(await automated('ins.lire', { pdf: pdf.toString('base64') })).toBeUndefined();
    expect(await automated('ins.imprimer', { issue: 'refusee' })).toBeUndefined();
  });

  it('opens the file that an operator names, never one that a software names', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'segur-print-'));
    try {
      const path = join(directory, 'a b.pdf');
      writeFileSync(path, pdf);
      const attended = printReader({ attended: true });
      const derived = await attended('ins.imprimer', { pdf: `"${path}" ` });
      expect(derived?.preuves).toMatchObject([{ view: { textComplete: true } }]);
      await expect(attended('ins.imprimer', { pdf: join(directory, 'absent.pdf') })).rejects.toMatchObject({
        code: 'SUBMIT_FILE',
      });
      const named = await automated('ins.imprimer', { pdf: path });
      expect(named?.preuves).toMatchObject([{ view: { unread: ['not-pdf'] } }]);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });
});
