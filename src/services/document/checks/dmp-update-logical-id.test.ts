import { dmpRequestCase as made } from '../../../../tests/builders/build-dmp-request.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './dmp-update-logical-id.ts';

const lid = 'lid="urn:uuid:5e0a1f0e-7b5e-4a1c-9e0a-3a2c5d0c2222"';

provesCheck(check, {
  ok: [made('the entryUUID of the first version', 'TD3.3a')],
  ko: {
    'logical-id-missing': [made('none', 'TD3.3a', [lid, '']), made('empty', 'TD3.3a', [lid, 'lid=""'])],
    'logical-id-form': [made('a uniqueId', 'TD3.3a', [lid, 'lid="2.25.279035121500001"'])],
    'logical-id-is-own': [made('the id of the change', 'TD3.3a', [lid, 'lid="Document01"'])],
  },
  apart: [made('a change of status', 'TD3.3c'), made('a feeding', 'TD2.1')],
});
