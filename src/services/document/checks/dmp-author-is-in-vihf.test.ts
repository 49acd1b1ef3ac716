import { dmpRequestCase as made } from '../../../../tests/builders/build-dmp-request.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './dmp-author-is-in-vihf.ts';

provesCheck(check, {
  ok: [made('the author of the set', 'TD2.1')],
  ko: {
    'actor-not-author': [
      made('another professional', 'TD2.1', ['>899700000019</saml2:NameID>', '>899700000027</saml2:NameID>']),
      made('no person', 'TD2.1', [/<Slot name="authorPerson">.*?<\/Slot>/g, '']),
    ],
  },
  apart: [made('a query', 'TD3.1a'), made('a change of status', 'TD3.3c')],
});
