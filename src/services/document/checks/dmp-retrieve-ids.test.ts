import { dmpRequestCase as made } from '../../../../tests/builders/build-dmp-request.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './dmp-retrieve-ids.ts';

provesCheck(check, {
  ok: [made('an OID of the repository of the DMP', 'TD3.2')],
  ko: {
    'repository-unknown': [
      made('the registry', 'TD3.2', ['1.2.250.1.213.4.1.1.1.2', '1.2.250.1.213.4.1.1.1']),
      made('none', 'TD3.2', [/<x:RepositoryUniqueId>.*<\/x:RepositoryUniqueId>/, '']),
    ],
    'document-id-not-oid': [
      made('an entryUUID', 'TD3.2', [
        '2.25.279035121500001',
        'urn:uuid:5e0a1f0e-7b5e-4a1c-9e0a-3a2c5d0c2222',
      ]),
      made('a leading zero', 'TD3.2', ['2.25.279035121500001', '2.25.0279035121500001']),
    ],
  },
  apart: [made('a query', 'TD3.1a')],
});
