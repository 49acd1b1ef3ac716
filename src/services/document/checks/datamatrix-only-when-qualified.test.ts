import { datamatrixCase } from '../../../../tests/builders/build-datamatrix.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './datamatrix-only-when-qualified.ts';

provesCheck(check, {
  ok: [datamatrixCase('QUAL', [], { options: { statut: 'QUAL' } })],
  ko: {
    'not-qualified': ['RECUP', 'VALI', 'PROV'].map((statut) =>
      datamatrixCase(statut, [], { options: { statut } }),
    ),
  },
});
