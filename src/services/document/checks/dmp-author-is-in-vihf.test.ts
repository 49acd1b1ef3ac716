import { dmpRequestCase as made } from '../../../../tests/builders/build-dmp-request.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './dmp-author-is-in-vihf.ts';

const nameId = '>899700000019</saml2:NameID>';
const other = [nameId, '>899700000027</saml2:NameID>'] as const;
const indirect = ['<saml2:AttributeValue>DIRECTE<', '<saml2:AttributeValue>INDIRECTE<'] as const;
const employee = [nameId, '>10B0127189/0042</saml2:NameID>'] as const;
const structure = ['<saml2:AttributeValue>10B0127189<', '<saml2:AttributeValue>10B0999999<'] as const;
const noAuthor = [/<Slot name="authorPerson">.*?<\/Slot>/, ''] as const;

provesCheck(check, {
  ok: [
    made('an author', 'TD2.1'),
    made('the authenticator', 'TD2.1', noAuthor, noAuthor),
    made('a structure', 'TD2.1', indirect, other),
    made('an employee of a structure', 'TD2.1', employee),
  ],
  ko: {
    'actor-not-author': [
      made('another professional', 'TD2.1', other),
      made('nobody', 'TD2.1', noAuthor, noAuthor, [/<Slot name="legalAuthenticator">.*?<\/Slot>/, '']),
    ],
    'structure-not-author': [
      made('another structure', 'TD2.1', indirect, structure),
      made('the employee of another structure', 'TD2.1', employee, structure),
    ],
  },
  apart: [made('a query', 'TD3.1a'), made('a change of status', 'TD3.3c')],
});
