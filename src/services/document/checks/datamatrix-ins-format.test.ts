import { datamatrixCase } from '../../../../tests/builders/build-datamatrix.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './datamatrix-ins-format.ts';

provesCheck(check, {
  ok: [datamatrixCase('whole'), datamatrixCase('no birth place', [['S751215', '']])],
  ko: {
    header: [datamatrixCase('IS02', [['IS01', 'IS02']])],
    'unknown-block': [datamatrixCase('S9', [['S751215', 'S951215']])],
    'repeated-block': [datamatrixCase('S5', [['S5F', 'S5FS5F']])],
    'missing-block': [datamatrixCase('S6', [['S628-03-1979', '']])],
    'block-size': [datamatrixCase('S7', [['S751215', 'S75121']])],
    'separator-missing': [datamatrixCase('S3', [['LOUISE\u001d', 'LOUISE']])],
    'separator-superfluous': [datamatrixCase('S1', [['S2', '\u001dS2']])],
  },
});
