import { datamatrixCase } from '../../../../tests/builders/build-datamatrix.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './datamatrix-ins-values.ts';

provesCheck(check, {
  ok: [datamatrixCase('right')],
  ko: {
    matricule: [datamatrixCase('letters', [['S1279035121500084', 'S127903512150008X']])],
    'matricule-key': [datamatrixCase('85', [['S1279035121500084', 'S1279035121500085']])],
    oid: [datamatrixCase('billing', [['.4.10', '.4.13']])],
    'given-names': [datamatrixCase('accent', [['S3DOMINIQUE', 'S3DOMINIQUÉ']])],
    'birth-name': [datamatrixCase('lower case', [['S4ZZTEST', 'S4zztest']])],
    sex: [datamatrixCase('2', [['S5F', 'S52']])],
    'birth-date': [datamatrixCase('ISO', [['28-03-1979', '1979-03-28']])],
    'birth-place': [datamatrixCase('00000', [['S751215', 'S700000']])],
  },
});
