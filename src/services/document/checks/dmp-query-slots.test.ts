import { dmpRequestCase as made } from '../../../../tests/builders/build-dmp-request.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './dmp-query-slots.ts';

const status = "('urn:oasis:names:tc:ebxml-regrep:StatusType:Approved')";
const patient = "'279035121500084^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH'";
const find = 'urn:uuid:14d4debf-8f97-4251-9a74-a90016b0af0d';
const slot = (name: string) => new RegExp(`<rim:Slot name="\\${name}">.*?</rim:Slot>`);

provesCheck(check, {
  ok: [
    made('a list of documents', 'TD3.1a'),
    made('a technical id', 'TD3.1b'),
    made('several ids', 'TD3.1b', ["('2.25.279035121500001')", "('2.25.279035121500001', '2.25.2')"]),
    made('a day', 'TD3.1a', ['20240611000000', '20240611']),
    made('no patient: the VIHF names him', 'TD3.1a', [slot('$XDSDocumentEntryPatientId'), '']),
  ],
  ko: {
    'query-unknown': [
      made('without urn:uuid', 'TD3.1a', [find, find.slice(9)]),
      made('another query', 'TD3.1a', [find, 'urn:uuid:00000000-0000-4000-8000-000000000000']),
      made('the name of a property of every object', 'TD3.1a', [find, 'constructor']),
    ],
    'slot-missing': [
      made('no status', 'TD3.1a', [slot('$XDSDocumentEntryStatus'), '']),
      made('no value', 'TD3.1a', [`<rim:Value>${status}</rim:Value>`, '']),
      made('no document', 'TD3.1b', [slot('$XDSDocumentEntryUniqueId'), '']),
    ],
    'return-type-unknown': [
      made('another', 'TD3.1a', ['LeafClass', 'LeafClassWithRepositoryItem']),
      made('none', 'TD3.1a', [/returnType="LeafClass"/, '']),
    ],
    'text-form': [
      made('the patient in parentheses', 'TD3.1a', [patient, `(${patient})`]),
      made('the patient without quotes', 'TD3.1a', [patient, patient.slice(1, -1)]),
    ],
    'list-form': [
      made('a status without parentheses', 'TD3.1a', [status, status.slice(1, -1)]),
      made('a status without quotes', 'TD3.1a', [status, status.replaceAll("'", '')]),
      made('an id without parentheses', 'TD3.1b', ["('2.25.279035121500001')", "'2.25.279035121500001'"]),
    ],
    'time-form': [
      made('in quotes', 'TD3.1a', ['20240611000000', "'20240611000000'"]),
      made('with a zone', 'TD3.1a', ['20240611000000', '20240611000000+0200']),
      made('with punctuation', 'TD3.1a', ['20240611000000', '2024-06-11']),
    ],
  },
  apart: [made('a document', 'TD3.2')],
});
