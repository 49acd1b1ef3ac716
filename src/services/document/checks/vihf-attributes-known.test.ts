import { vihfCase } from '../../../../tests/builders/build-vihf.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './vihf-attributes-known.ts';

provesCheck(check, {
  ok: [
    vihfCase('its own'),
    vihfCase('the other spelling', ['"Authentification_Mode"', '"Authentification_mode"']),
  ],
  ko: {
    'attribute-unknown': [
      vihfCase('of an older version', ['Name="LPS_Nom"', 'Name="LPS_Type"']),
      vihfCase('a profession', ['Name="Secteur_Activite"', 'Name="Profession"']),
    ],
  },
});
