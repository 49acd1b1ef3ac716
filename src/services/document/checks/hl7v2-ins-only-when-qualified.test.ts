import { adt, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-ins-only-when-qualified.ts';

const without = messageCase('', adt(), [[/~279035121500084[^|]*/, '']]).files;
provesCheck(check, {
  ok: [
    messageCase('qualified', adt(), [], { options: { statut: 'QUAL' } }),
    { name: 'retrieved, no INS', files: without, options: { statut: 'RECUP' } },
  ],
  ko: {
    'ins-missing': [{ name: 'qualified, no INS', files: without, options: { statut: 'QUAL' } }],
    'ins-not-allowed': ['RECUP', 'VALI', 'PROV'].map((statut) =>
      messageCase(statut, adt(), [], { options: { statut } }),
    ),
  },
});
