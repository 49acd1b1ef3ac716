import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBirthDate } from './birth-date.ts';
import { birthPlaceKind } from './birth-place.ts';
import { parseInsDatamatrix, writeInsDatamatrix } from './datamatrix-payload.ts';
import { insAuthority, notInsOids } from './ins-authority.ts';
import { contradictions, type InsTraits } from './ins-traits.ts';
import { matriculeKey } from '../../domain/matricule-key.ts';
import { parseMatricule } from './matricule.ts';
import { birthNameFault, comparableName, givenNameFault, startsGivenNames } from './rniv-characters.ts';

const number = fc
  .tuple(
    fc.stringMatching(/^[12]\d{4}$/),
    fc.constantFrom('2A', '2B', '75', '99'),
    fc.stringMatching(/^\d{6}$/),
  )
  .map((parts) => parts.join(''));

describe('matricule', () => {
  it.each(['279035121518989', '297022A02077878', '160012B02077713', '109076322088835', '181016322075140'])(
    'accepts the published %s',
    (text) => {
      const matricule = parseMatricule(text);
      expect(matricule?.key).toBe(matricule?.expectedKey);
    },
  );
  it.each([
    ['276037510669380', '26'],
    ['221042545611404', '83'],
    ['123549685274612', '83'],
    ['281036322045610', '26'],
  ])('tells the right key of the published wrong %s', (text, key) => {
    expect(parseMatricule(text)).toMatchObject({ expectedKey: key });
  });
  it.each(['2790351215189', '27903512151898 9', '279035A21518989', '27903512151898Z', ''])(
    'refuses %j',
    (text) => {
      expect(parseMatricule(text)).toBeUndefined();
    },
  );
  it('detects every change of one digit of a number', () => {
    fc.assert(
      fc.property(number, fc.nat(4), fc.integer({ min: 1, max: 9 }), (whole, at, add) => {
        const digit = (Number(whole.charAt(at)) + add) % 10;
        const other = whole.slice(0, at) + String(digit) + whole.slice(at + 1);
        return matriculeKey(other) !== matriculeKey(whole) && /^\d\d$/.test(matriculeKey(whole));
      }),
    );
  });
});

describe('authorities', () => {
  it('tells nature and environment, and never takes a billing number', () => {
    expect(insAuthority('1.2.250.1.213.1.4.9')).toMatchObject({ nature: 'NIA', environment: 'production' });
    expect(insAuthority('1.2.250.1.213.1.4.11')?.environment).toBe('demonstration');
    for (const oid of notInsOids.keys()) expect(insAuthority(oid)).toBeUndefined();
  });
});

describe('traits', () => {
  it.each([
    ['1950-00-00', false],
    ['19790328', true],
    ['01-01-1960', true],
    ['2000-02-29', true],
    ['1980-00-31', false],
  ])('reads the date %s', (text, complete) => {
    expect(parseBirthDate(text)).toMatchObject({ complete });
  });
  it.each(['1900-02-29', '1980-13-01', '1980-04-31', '01/01/1981', '1980', '198001-01'])(
    'refuses %s',
    (text) => {
      expect(parseBirthDate(text)).toBeUndefined();
    },
  );
  it.each([
    ['63220', 'metropole'],
    ['2A004', 'corse'],
    ['97411', 'outre-mer'],
    ['99350', 'etranger'],
    ['99999', 'inconnu'],
    ['2C004', undefined],
    ['75 056', undefined],
    ['96100', undefined],
    ['00100', undefined],
  ])('%s is %s', (cog, kind) => {
    expect(birthPlaceKind(cog)).toBe(kind);
  });
  it('tells each trait that the number denies, and only those', () => {
    const matricule = parseMatricule('279035121518989');
    if (matricule === undefined) throw new Error('unread');
    const right: InsTraits = {
      nomNaissance: 'PAT-TROIS',
      premierPrenom: 'DOMINIQUE',
      prenoms: 'DOMINIQUE',
      dateNaissance: '19790328',
      sexe: 'F',
      lieuNaissance: '51215',
    };
    const traits = (part: Partial<InsTraits>): string[] =>
      contradictions(matricule, { ...right, ...part }).map(({ trait }) => trait);
    expect(traits({})).toEqual([]);
    expect(traits({ lieuNaissance: '63220' })).toEqual(['lieu']);
    expect(traits({ lieuNaissance: '99999', dateNaissance: '19790000' })).toEqual([]);
    expect(traits({ sexe: 'M', dateNaissance: '1980-04-28' })).toEqual(['sexe', 'annee', 'mois']);
  });
});

describe('names', () => {
  it.each(["D'ARTAGNAN DE L'HERAULT", 'ZZTEST--ESSAI', 'PAT-TROIS'])('accepts the birth name %s', (name) => {
    expect(birthNameFault(name)).toBeUndefined();
  });
  it.each([
    ['D’ÆION', 'typographic-apostrophe'],
    ['Dupont', 'lower-case'],
    [' -MARTIN', 'bad-start'],
    ['MÉDARD', 'diacritic'],
    ['ÆION', 'ligature'],
    ['A  B', 'doubled-separator'],
    ['LOUIS 14', 'character'],
    ['', 'empty'],
  ])('refuses the birth name %j: %s', (name, fault) => {
    expect(birthNameFault(name)).toBe(fault);
  });
  it.each([
    ['JEAN--PAUL', 'doubled-separator'],
    ['ANNE-', 'bad-end'],
    ['CŒUR', 'ligature'],
  ])('refuses the given name %s: %s', (name, fault) => {
    expect(givenNameFault(name)).toBe(fault);
  });
  it.each(['JEAN', 'JEAN CHRISTOPHE', 'JEAN-CHRISTOPHE', 'JEAN-CHRISTOPHE-PIERRE', 'Jean Christophe-Pierre'])(
    '%s starts the list',
    (first) => {
      expect(startsGivenNames(first, 'JEAN CHRISTOPHE PIERRE')).toBe(true);
    },
  );
  it.each(['CHRISTOPHE', 'JEA', '', 'JEAN PIERRE', '李'])('%j does not', (first) => {
    expect(startsGivenNames(first, 'JEAN CHRISTOPHE PIERRE')).toBe(false);
  });
  it('gives a comparable form that is stable', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const once = comparableName(name);
        return once === undefined || comparableName(once) === once;
      }),
    );
    expect(comparableName("d'Œuvre-éç")).toBe('D OEUVRE EC');
  });
});

describe('INS datamatrix', () => {
  const name = fc.stringMatching(/^[A-Z]([A-Z ]{0,98}[A-Z])?$/);
  const content = fc.record({
    matricule: number.map((whole) => whole + matriculeKey(whole)),
    oid: fc.constantFrom('1.2.250.1.213.1.4.8', '1.2.250.1.213.1.4.10'),
    prenoms: name,
    nomNaissance: name,
    sexe: fc.constantFrom('M', 'F'),
    dateNaissance: fc.constant('01-01-1960'),
    lieuNaissance: fc.option(fc.constant('2B020'), { nil: undefined }),
  });
  it('reads back what it writes, without a fault', () => {
    fc.assert(
      fc.property(content, (one) => {
        expect(parseInsDatamatrix(writeInsDatamatrix(one))).toEqual({ content: one, faults: [] });
      }),
    );
  });
  it('never throws and always says something of a text that is not one', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        expect(parseInsDatamatrix(text).faults.length).toBeGreaterThan(0);
      }),
    );
  });
  const base = fc.sample(content, { numRuns: 1, seed: 7 })[0]!;
  const text = writeInsDatamatrix({
    ...base,
    oid: '1.2.250.1.213.1.4.10',
    prenoms: 'ZOE',
    nomNaissance: 'ZZTEST',
    lieuNaissance: '63220',
  });
  it.each([
    ['header', text.replace('IS01', 'IS02'), ''],
    ['unknown-block', text.replace('S5', 'S9'), 'S9'],
    ['repeated-block', `${text}S5M`, 'S5'],
    ['missing-block', text.replace(/S4ZZTEST\u001d/, ''), 'S4'],
    ['block-size', text.replace('S763220', 'S76322'), 'S7'],
    ['separator-missing', text.replace('ZOE\u001d', 'ZOE'), 'S3'],
    ['separator-superfluous', text.replace('S2', '\u001dS2'), 'S1'],
  ])('reports %s', (code, wrong, block) => {
    expect(parseInsDatamatrix(wrong).faults).toContainEqual(expect.objectContaining({ code, block }));
  });
});
