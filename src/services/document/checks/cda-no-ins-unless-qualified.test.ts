import { cdaCase, letters } from '../../../../tests/builders/cda-case.ts';
import { provesCheck, type CheckCase } from '../../../../tests/builders/check-cases.ts';
import { check } from './cda-no-ins-unless-qualified.ts';

const as = (statut: string, one: CheckCase): CheckCase => ({ ...one, options: { statut } });
const without = cdaCase('no INS', [/<id extension="279[^>]*>/, '']);

provesCheck(check, {
  ok: [as('QUAL', letters('INS', {})), as('RECUP', without)],
  ko: {
    'ins-undue': [as('RECUP', letters('INS', {}))],
    'ins-absent': [as('QUAL', without)],
  },
});
