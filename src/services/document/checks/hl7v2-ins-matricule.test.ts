import { adt, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-ins-matricule.ts';

provesCheck(check, {
  ok: [
    messageCase('right key', adt()),
    messageCase('Corsica', adt(), [['279035121500084', '160012B02077713']]),
  ],
  ko: {
    'matricule-form': [
      messageCase('13 characters', adt(), [['279035121500084', '2790351215000']]),
      messageCase('spaces', adt(), [['279035121500084', '2790351215000 84']]),
    ],
    'matricule-key': [messageCase('other key', adt(), [['279035121500084', '279035121500085']])],
  },
});
