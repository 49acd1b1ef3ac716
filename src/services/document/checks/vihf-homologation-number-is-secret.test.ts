import { buildVihf } from '../../../../tests/builders/build-vihf.ts';
import { provesCheck, type CheckCase } from '../../../../tests/builders/check-cases.ts';
import { check } from './vihf-homologation-number-is-secret.ts';

const number = 'ZZHOMOLOGATION-0042';
const beside = (name: string, log: string, written = number): CheckCase => ({
  name,
  files: [Buffer.from(buildVihf([['>ZZTEST<', `>${written}<`]])), Buffer.from(log)],
});

provesCheck(check, {
  ok: [
    beside('masked', '2026-06-11 08:30:00 TD2.1 LPS_ID_HOMOLOGATION_DMP=****'),
    beside('redacted by the bench, masked by the software', 'TD2.1 ok', '«secret:dmp.homologation»'),
  ],
  ko: {
    'number-in-clear': [
      beside('in a log', `2026-06-11 08:30:00 TD2.1 LPS_ID_HOMOLOGATION_DMP=${number} OK`),
      beside(
        'redacted by the bench in the log too',
        'LPS_ID=«secret:dmp.homologation»',
        '«secret:dmp.homologation»',
      ),
    ],
  },
});
