import { mailCase } from '../../../../tests/builders/build-mail.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-citizen-is-qualified.ts';

const to = '279035121500084@patient.mssante.fr';

provesCheck(check, {
  ok: [
    mailCase('said to be qualified', { to }),
    { ...mailCase('qualified in the scenario', { to }), options: { statut: 'QUAL' } },
  ],
  ko: {
    'citizen-not-qualified': ['PROV', 'VALI', 'RECUP'].map((statut) => ({
      ...mailCase(statut, { to }),
      options: { statut },
    })),
    'citizen-without-ins': [mailCase('flag N', { to, headers: { 'X-MSS-INS': 'N' } })],
  },
});
