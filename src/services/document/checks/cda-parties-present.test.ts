import { cdaCase, letters } from '../../../../tests/builders/cda-case.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './cda-parties-present.ts';

provesCheck(check, {
  ok: [
    letters('a physician', {}),
    cdaCase('a device as second author', [
      '<custodian>',
      '<author><time value="20260611"/><assignedAuthor><id root="1.2.3" extension="1"/><assignedAuthoringDevice><softwareName>X</softwareName></assignedAuthoringDevice></assignedAuthor></author><custodian>',
    ]),
  ],
  ko: {
    'party-missing': [
      cdaCase('no author', [/<author>[\s\S]*<\/author>/, '']),
      cdaCase('no custodian', [/<custodian>[\s\S]*<\/custodian>/, '']),
      cdaCase('no encounter', [/<componentOf>[\s\S]*<\/componentOf>/, '']),
      cdaCase('no performer', [/<performer[\s\S]*<\/performer>/, '']),
    ],
    'party-repeated': [
      cdaCase('two authenticators', [/(<legalAuthenticator>[\s\S]*<\/legalAuthenticator>)/, twice()]),
    ],
    'identifier-missing': [
      cdaCase('author without national id', ['1.2.250.1.71.4.2.1" extension', '1.2.3" extension']),
    ],
    'signature-code-wrong': [cdaCase('X', ['signatureCode code="S"', 'signatureCode code="X"'])],
    'author-role-missing': [cdaCase('no code', [/<code code="G15_10[^>]*>/, ''])],
  },
});

function twice(): string {
  const one =
    '<legalAuthenticator><time value="20260611"/><signatureCode code="S"/><assignedEntity><id root="1.2.250.1.71.4.2.1" extension="899700000019"/></assignedEntity></legalAuthenticator>';
  return one + one;
}
