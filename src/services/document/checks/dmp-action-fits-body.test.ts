import { dmpRequestCase as made } from '../../../../tests/builders/build-dmp-request.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './dmp-action-fits-body.ts';

provesCheck(check, {
  ok: [
    made('test of existence', 'TD0.2'),
    made('authorisation', 'TD0.3'),
    made('feeding', 'TD2.1'),
    made('list of documents', 'TD3.1a'),
    made('technical id', 'TD3.1b'),
    made('document', 'TD3.2'),
    made('masking', 'TD3.3a'),
    made('deletion', 'TD3.3c'),
  ],
  ko: {
    'action-unfit': [
      made('the action of a feeding over a query', 'TD3.1a', [
        'urn:ihe:iti:2007:RegistryStoredQuery',
        'urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b',
      ]),
      made('the action of the answer', 'TD2.1', ['DocumentSet-b<', 'DocumentSet-bResponse<']),
      made('another year', 'TD3.3c', [
        'urn:ihe:iti:2010:UpdateDocumentSet',
        'urn:ihe:iti:2007:UpdateDocumentSet',
      ]),
      made('an empty action', 'TD3.2', [/(?<=<a:Action s:mustUnderstand="true">)[^<]+/, '']),
    ],
  },
  apart: [made('no action at all', 'TD3.2', [/<a:Action.*<\/a:Action>/, ''])],
});
