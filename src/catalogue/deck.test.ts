import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matriculeKey } from '../domain/matricule-key.ts';
import { makeDeck } from './deck.ts';
import { luhnKey } from './luhn-key.ts';

const seeds = fc.string({ maxLength: 20 });

/** Luhn written the other way round, as a test of the whole number. */
function passesLuhn(number: string): boolean {
  const sum = Array.from(number)
    .reverse()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}

describe('makeDeck', () => {
  it('is the same for the same seed, and another for another', () => {
    fc.assert(
      fc.property(seeds, seeds, (one, other) => {
        expect(makeDeck(one)).toEqual(makeDeck(one));
        fc.pre(one !== other);
        const [a, b] = [makeDeck(one), makeDeck(other)];
        a.professionnels.forEach((pro, index) => {
          expect(pro.role).toBe(b.professionnels[index]?.role);
          expect(pro.rpps).not.toBe(b.professionnels[index]?.rpps);
        });
        expect(a.patients.map((p) => p.matricule)).not.toEqual(b.patients.map((p) => p.matricule));
      }),
      { numRuns: 30 },
    );
  });

  it('gives valid and distinct numbers', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const deck = makeDeck(seed);
        for (const pro of deck.professionnels) {
          expect(pro.rpps).toMatch(/^997\d{8}$/);
          expect(passesLuhn(pro.rpps)).toBe(true);
          expect(pro.identifiantNational).toBe(`8${pro.rpps}`);
        }
        for (const structure of deck.structures) {
          expect(passesLuhn(structure.finess ?? '')).toBe(true);
          expect(passesLuhn(structure.siret ?? '')).toBe(true);
          expect(structure.identifiant).toMatch(/^R\d{14}$/);
        }
        for (const patient of deck.patients) {
          const all = [patient, ...patient.historique];
          for (const { matricule, oid } of all) {
            expect(matricule).toMatch(/^[12]\d{4}(\d\d|2[AB])\d{6}\d{2}$/);
            expect(matricule.slice(13)).toBe(matriculeKey(matricule.slice(0, 13)));
            expect(oid).toBe('1.2.250.1.213.1.4.10');
          }
          expect(patient.matricule.slice(5, 10)).toBe(patient.lieuNaissance);
          expect(patient.matricule.charAt(0)).toBe(patient.sexe === 'F' ? '2' : '1');
          expect(patient.nomNaissance).toMatch(/^ZZTEST-/);
          expect(patient.nomNaissance.length).toBeLessThanOrEqual(100);
        }
        for (const list of [deck.patients.map((p) => p.matricule), deck.professionnels.map((p) => p.rpps)]) {
          expect(new Set(list).size).toBe(list.length);
        }
        for (const list of [deck.patients, deck.professionnels]) {
          expect(new Set(list.map(({ role }) => role)).size).toBe(list.length);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('casts the roles that scenarios rely on', () => {
    const { professionnels, patients } = makeDeck('x');
    const pro = (role: string): (typeof professionnels)[number] | undefined =>
      professionnels.find((one) => one.role === role);
    expect(pro('medecin-multi')?.activites.map((a) => a.modeExercice)).toEqual(['L', 'L', 'S', 'S']);
    expect(pro('sans-exercice')?.activites).toEqual([]);
    expect(pro('homonyme')).toMatchObject({ nom: pro('medecin')?.nom, prenom: pro('medecin')?.prenom });
    expect(pro('homonyme')?.rpps).not.toBe(pro('medecin')?.rpps);
    expect(pro('accents')?.activites[0]?.structure.raisonSociale).toMatch(/ÎLE/);
    const patient = (role: string): (typeof patients)[number] | undefined =>
      patients.find((one) => one.role === role);
    expect(patient('homonyme-2')).toMatchObject({
      nomNaissance: patient('homonyme-1')?.nomNaissance,
      dateNaissance: patient('homonyme-1')?.dateNaissance,
    });
    expect(patient('jour-inconnu')?.dateNaissance).toMatch(/-00$/);
    expect(patient('ins-historique')?.historique).toHaveLength(1);
    expect(patient('nom-long')?.nomNaissance).toHaveLength(100);
  });
});

describe('keys', () => {
  it.each([
    ['2790351215189', '89'],
    ['297022A020778', '78'],
    ['160012B020777', '13'],
    ['2751263220749', '74'],
  ])('of the published test number %s is %s', (number, key) => {
    expect(matriculeKey(number)).toBe(key);
  });

  it('of a published test RPPS', () => {
    expect(luhnKey('9970021889')).toBe('6');
  });
});
