import { vihfCase } from '../../../../tests/builders/build-vihf.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './vihf-air-names-primary-method.ts';

const air = ['>DIRECTE<', '>INDIRECTE_RENFORCEE<'] as const;
const declared = (method: string) =>
  [
    '</saml2:AuthnContextClassRef>',
    `</saml2:AuthnContextClassRef><saml2:AuthnContextDecl>${method}</saml2:AuthnContextDecl>`,
  ] as const;

provesCheck(check, {
  ok: [
    vihfCase('AIR', air, declared('APP_BROWSER_AUTH')),
    vihfCase(
      'mode spelt as the samples do',
      ['"Authentification_Mode"', '"Authentification_mode"'],
      air,
      declared('x'),
    ),
  ],
  ko: { 'primary-method-missing': [vihfCase('absent', air), vihfCase('empty', air, declared(''))] },
});
