import { dmpRequestCase as made } from '../../../../tests/builders/build-dmp-request.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './dmp-mode-allows-request.ts';

const direct = '<saml2:AttributeValue>DIRECTE<';
const mode = (name: string) => [direct, `<saml2:AttributeValue>${name}<`] as const;
const deleted = 'urn:asip:ci-sis:2010:StatusType:Deleted';

provesCheck(check, {
  ok: [
    made('a card that reads', 'TD3.2'),
    made('a structure that feeds', 'TD2.1', mode('INDIRECTE')),
    made('a structure that asks for a technical id', 'TD3.1b', mode('INDIRECTE')),
    made('a structure that deletes', 'TD3.3c', mode('INDIRECTE')),
    made('AIR that reads', 'TD3.2', mode('INDIRECTE_RENFORCEE')),
    made('a mode that another check judges', 'TD3.2', mode('constructor')),
  ],
  ko: {
    'request-refused': [
      made('a structure that reads', 'TD3.2', mode('INDIRECTE')),
      made('a structure that lists', 'TD3.1a', mode('INDIRECTE')),
      made('a structure that masks', 'TD3.3a', mode('INDIRECTE')),
      made('a structure that archives', 'TD3.3c', mode('INDIRECTE'), [
        deleted,
        deleted.replace('Deleted', 'Archived'),
      ]),
      made('a structure that declares itself authorised', 'TD0.3', mode('INDIRECTE')),
      made('AIR that feeds', 'TD2.1', mode('INDIRECTE_RENFORCEE')),
    ],
  },
  apart: [made('a request without VIHF', 'TD3.2', [/<w:Security.*<\/w:Security>/s, ''])],
});
