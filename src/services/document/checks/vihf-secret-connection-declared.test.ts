import { vihfCase } from '../../../../tests/builders/build-vihf.ts';
import type { Edit } from '../../../../tests/builders/build-xdm.ts';
import { provesCheck, type CheckCase } from '../../../../tests/builders/check-cases.ts';
import { check } from './vihf-secret-connection-declared.ts';

const code = (value: string): Edit => [
  '</saml2:AttributeStatement>',
  `<saml2:Attribute Name="urn:oasis:names:tc:xspa:1.0:resource:patient:hl7:confidentiality-code"><saml2:AttributeValue>${value}</saml2:AttributeValue></saml2:Attribute></saml2:AttributeStatement>`,
];
const right = code('INVISIBLE_REPRESENTANTS_LEGAUX^1.2.250.1.213.1.1.4.13');
const asked = (one: CheckCase): CheckCase => ({ ...one, options: { secrete: true } });

provesCheck(check, {
  ok: [vihfCase('declared', right), asked(vihfCase('asked and declared', right))],
  ko: {
    'secret-code-missing': [asked(vihfCase('asked only'))],
    'secret-code-wrong': [
      vihfCase('another code', code('MASQUE_PS^1.2.250.1.213.1.1.4.13')),
      vihfCase('no system', code('INVISIBLE_REPRESENTANTS_LEGAUX')),
      vihfCase('empty', code('')),
    ],
  },
});
