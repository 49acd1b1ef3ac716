import { inXml, patientCase } from '../../../../tests/builders/build-fhir.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './fhir-ins-only-when-qualified.ts';

const without: readonly [string, string][] = [['1.213.1.4.10', '1.999.4']];
const qualified = { options: { statut: 'QUAL' } };
const cases = {
  ok: [
    patientCase('qualified, with its INS', [], qualified),
    patientCase('récupérée, without', without, { options: { statut: 'RECUP' } }),
    patientCase('validée, a former number only', [['"use":"official","type"', '"use":"old","type"']], {
      options: { statut: 'VALI' },
    }),
  ],
  ko: {
    'ins-missing': [
      patientCase('qualified, without', without, qualified),
      patientCase(
        'qualified, a former number only',
        [['"use":"official","type"', '"use":"old","type"']],
        qualified,
      ),
    ],
    'ins-not-allowed': ['PROV', 'VALI', 'RECUP'].map((statut) =>
      patientCase(statut, [], { options: { statut } }),
    ),
  },
};

provesCheck(check, cases);
provesCheck(check, inXml(cases));
