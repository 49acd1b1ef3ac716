import { describe, expect, it } from 'vitest';
import { readPrintedPage, type PrintedPage } from '../../formats/datamatrix/read-printed-page.ts';
import { conductOf } from '../defauts/find-defauts.ts';
import { printingDefauts } from '../defauts/printing.ts';
import type { Identity, Statut } from './identity.ts';
import { printIdentity } from './print-identity.ts';

const identity = (statut: Statut): Identity => ({
  id: 'ipp-1',
  statut,
  attributs: [],
  traits: {
    nomNaissance: "ZZTEST D'UN",
    premierPrenom: 'ANNE',
    prenoms: 'ANNE MARIE',
    sexe: 'F',
    dateNaissance: '1979-03-28',
    lieuNaissance: '51215',
  },
  ins: { matricule: '279035121518989', oid: '1.2.250.1.213.1.4.10' },
  insHistorique: [],
  rapprochees: [],
  justificatif: undefined,
  historique: [],
});

const print = (statut: Statut, defaut?: string): Promise<PrintedPage> =>
  readPrintedPage(printIdentity(identity(statut), conductOf(defaut === undefined ? [] : [defaut]).ins ?? {}));
const symbol = (page: PrintedPage): string => page.symbols[0]?.text ?? '';

describe('printIdentity', () => {
  it('prints a qualified identity with its INS and its datamatrix', async () => {
    const page = await print('qualifiee');
    expect(page.unread).toEqual([]);
    expect(page.text).toContain("Nom de naissance : ZZTEST D'UN\n1er prénom de naissance : ANNE\n");
    expect(page.text).toContain('Matricule INS : 279035121518989 NIR');
    expect(page.text).toContain('INS à scanner');
    expect(page.symbols.map(({ text }) => text)).toEqual([
      "IS010000000000000000000000S1279035121518989S21.2.250.1.213.1.4.10S3ANNE MARIE\u001dS4ZZTEST D'UN\u001dS5FS628-03-1979S751215",
    ]);
  });

  it('prints no INS of an identity that is not qualified', async () => {
    const page = await print('recuperee');
    expect(page.text).toContain('Date de naissance : 28/03/1979');
    expect(page.text).not.toContain('INS');
    expect(page.symbols).toEqual([]);
  });

  /** What shows each mistake; none may be true of the honest print. */
  const evidence: Readonly<Record<string, readonly [Statut, (page: PrintedPage) => boolean]>> = {
    'impression-datamatrix-non-qualifiee': ['recuperee', (page) => page.symbols.length > 0],
    'impression-matricule-non-qualifie': ['recuperee', (page) => page.text.includes('279035121518989')],
    'impression-sans-datamatrix': ['qualifiee', (page) => page.symbols.length === 0],
    'impression-sans-nature': ['qualifiee', (page) => !page.text.includes('NIR')],
    'impression-entete-fausse': ['qualifiee', (page) => !symbol(page).startsWith('IS01')],
    'impression-date-iso': ['qualifiee', (page) => symbol(page).includes('S61979-03-28')],
  };

  it('has an evidence of every défaut', () => {
    expect(Object.keys(evidence).sort()).toEqual(Object.keys(printingDefauts).sort());
  });

  it.each(Object.entries(evidence))('%s', async (defaut, [statut, shows]) => {
    expect(shows(await print(statut))).toBe(false);
    expect(shows(await print(statut, defaut))).toBe(true);
  });
});
