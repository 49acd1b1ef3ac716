import { inXml, publicationCase } from '../../../../tests/builders/build-fhir.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './fhir-publication-bundle.ts';

const cases = {
  ok: [publicationCase('one document')],
  ko: {
    'not-transaction': [publicationCase('batch', [['transaction', 'batch']])],
    'submission-set-count': [publicationCase('none', [['submissionset', 'folder']])],
    'no-document': [publicationCase('none', [['"DocumentReference"', '"Basic"']])],
    'dangling-reference': [
      publicationCase('item', [['"reference":"urn:uuid:2"', '"reference":"urn:uuid:9"']]),
      publicationCase('attachment', [['"url":"urn:uuid:3"', '"url":"urn:uuid:9"']]),
    ],
  },
};

provesCheck(check, cases);
provesCheck(check, inXml(cases));
