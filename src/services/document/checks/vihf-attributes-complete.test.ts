import { vihfCase, vihfInMessage } from '../../../../tests/builders/build-vihf.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './vihf-attributes-complete.ts';

const air = ['>DIRECTE<', '>INDIRECTE_RENFORCEE<'] as const;
const declared = [
  '</saml2:AuthnContextClassRef>',
  '</saml2:AuthnContextClassRef><saml2:AuthnContextDecl>APP_BROWSER_AUTH</saml2:AuthnContextDecl>',
] as const;

provesCheck(check, {
  ok: [
    vihfCase('a physician'),
    vihfCase('mode spelt as the samples do', ['"Authentification_Mode"', '"Authentification_mode"']),
    vihfCase('AIR', air, declared),
    vihfCase(
      'a nurse',
      ['code="10"', 'code="60"'],
      [/<saml2:AttributeValue><Role [^>]*code="SM54"[^>]*><\/saml2:AttributeValue>/, ''],
    ),
    vihfInMessage('in a message'),
  ],
  ko: {
    'attribute-missing': [
      vihfCase('no Ressource_URN', [/<saml2:Attribute Name="Ressource_URN">.*?<\/saml2:Attribute>/, '']),
      vihfCase('empty structure', ['<saml2:AttributeValue>110B0127189<', '<saml2:AttributeValue><']),
    ],
    'mode-unknown': [vihfCase('DIRECT', ['>DIRECTE<', '>DIRECT<'])],
    'second-role-missing': [
      vihfCase('10 alone', [
        /<saml2:AttributeValue><Role [^>]*code="SM54"[^>]*><\/saml2:AttributeValue>/,
        '',
      ]),
      vihfCase('specialty under another system', ['1.2.250.1.71.4.2.5', '1.2.3']),
    ],
    'resource-urn-wrong': [vihfCase('other', ['urn:dmp', 'urn:other'])],
    'primary-method-missing': [vihfCase('AIR', air)],
  },
});
