import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startInsiClient, traitsBody, type InsiClientBench } from '../../../../tests/builders/insi-client.ts';
import { cndaPlan } from './cnda-plan.ts';

let bench: InsiClientBench;

beforeAll(async () => {
  bench = await startInsiClient();
});

afterAll(async () => {
  await bench.close();
});

describe('the published test plan', () => {
  it.each(cndaPlan.map((one) => [`${one.essai} ${one.prenom}`, one] as const))(
    '%s is answered as the CNDA answers it',
    async (_label, essai) => {
      const lieu = essai.lieuNaissance === undefined ? {} : { lieu: essai.lieuNaissance };
      const { view } = await bench.call(traitsBody({ ...essai, prenoms: [essai.prenom] }, lieu));
      expect(view.answer).toMatchObject({
        codeCR: essai.codeCR,
        ...(essai.matricule === undefined
          ? {}
          : { individu: { matricule: essai.matricule, oid: essai.oid } }),
      });
    },
  );

  it('is told by a bench operation', async () => {
    const { essais } = await bench.running.operate('plan-de-test', {});
    expect(essais).toHaveLength(cndaPlan.length);
    expect(essais).toContainEqual(expect.objectContaining({ essai: '2.06 cas 1', codeCR: '02' }));
  });

  it.each([
    ['PAT-TROIS', 'DOMINIQUE', 'F', '1979-03-28', '63220'],
    ['PAT-TROIS', 'DOMINIQUE', 'F', '1979-03-28', '51215'],
    ['ADRDEUX', 'LAURENT', 'M', '1981-01-01', '75056'],
    ['NESSI', 'RUTH', 'F', '1977-07-14', '51215'],
    ['NESSI', 'MICHELANGELO', 'M', '2010-08-07', '63220'],
  ] as const)('knows %s %s %s %s born in %s', async (nomNaissance, prenom, sexe, dateNaissance, lieu) => {
    const who = { nomNaissance, prenoms: [prenom], sexe, dateNaissance };
    expect((await bench.call(traitsBody(who, { lieu }))).view.answer.codeCR).toBe('00');
  });
});
