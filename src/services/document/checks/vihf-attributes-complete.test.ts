import { vihfCase, vihfInMessage } from '../../../../tests/builders/build-vihf.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './vihf-attributes-complete.ts';

const subject = [
  '<saml2:Attribute Name="urn:oasis:names:tc:xacml:2.0:subject:role">',
  '<saml2:Attribute Name="urn:oasis:names:tc:xspa:1.0:subject:subject-id"><saml2:AttributeValue>ZZMEDECIN Camille</saml2:AttributeValue></saml2:Attribute><saml2:Attribute Name="urn:oasis:names:tc:xacml:2.0:subject:role">',
] as const;

provesCheck(check, {
  apart: [
    vihfCase('the assertion of an INSi call', ['<saml2:NameID>', '<saml2:NameID NameQualifier="PSC">']),
  ],
  ok: [
    vihfCase('a physician'),
    vihfCase('mode spelt as the samples do', ['"Authentification_Mode"', '"Authentification_mode"']),
    vihfCase(
      'a nurse',
      ['code="10"', 'code="60"'],
      [/<saml2:AttributeValue><Role [^>]*code="SM54"[^>]*><\/saml2:AttributeValue>/, ''],
    ),
    vihfCase('an organisation that names the professional', ['>DIRECTE<', '>INDIRECTE<'], subject),
    vihfInMessage('in a message'),
  ],
  ko: {
    'attribute-missing': [
      vihfCase('no Ressource_URN', [/<saml2:Attribute Name="Ressource_URN">.*?<\/saml2:Attribute>/, '']),
      vihfCase('no mode', [/<saml2:Attribute Name="Authentification_Mode">.*?<\/saml2:Attribute>/, '']),
      vihfCase('indirect without a person', ['>DIRECTE<', '>INDIRECTE<']),
      vihfCase('empty structure', ['<saml2:AttributeValue>10B0127189<', '<saml2:AttributeValue><']),
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
  },
});
