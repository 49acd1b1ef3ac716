import { inXml, publicationCase } from '../../../../tests/builders/build-fhir.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './fhir-document-reference.ts';

const cases = {
  ok: [publicationCase('complete')],
  ko: {
    'element-missing': ['masterIdentifier', 'custodian', 'title', 'author', 'hash'].map((element) =>
      publicationCase(element, [[`"${element}":`, '"other":']]),
    ),
    'hash-form': [publicationCase('hex', [[/"hash":"[^"]*"/, `"hash":"${'ab'.repeat(20)}"`]])],
    'hash-differs': [publicationCase('other', [[/"hash":"[^"]*"/, '"hash":"AAAAAAAAAAAAAAAAAAAAAAAAAAA="']])],
    'size-differs': [publicationCase('one less', [['"size":5', '"size":4']])],
  },
};

provesCheck(check, cases);
provesCheck(check, inXml(cases));
