import { buildCda } from '../../../../tests/builders/build-cda.ts';
import { cdaCase } from '../../../../tests/builders/cda-case.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { buildXdm } from '../../../../tests/builders/build-xdm.ts';
import { check } from './cda-header-fixed.ts';

provesCheck(check, {
  ok: [
    { name: 'level 1', files: [Buffer.from(buildCda())] },
    { name: 'level 3', files: [Buffer.from(buildCda({ level: 3 }))] },
    { name: 'inside of an archive', files: async () => [await buildXdm()] },
  ],
  ko: {
    'realm-wrong': [
      cdaCase('US', ['realmCode code="FR"', 'realmCode code="US"']),
      cdaCase('absent', ['<realmCode code="FR"/>', '']),
    ],
    'type-id-wrong': [cdaCase('other extension', ['POCD_HD000040', 'POCD_HD000020'])],
    'template-missing': [cdaCase('CI-SIS', ['<templateId root="1.2.250.1.213.1.1.1.1"/>', ''])],
    'content-template-missing': [cdaCase('none', ['<templateId root="1.3.6.1.4.1.19376.1.2.20"/>', ''])],
    'template-level-mismatch': [
      cdaCase('a volet over a PDF', ['root="1.3.6.1.4.1.19376.1.2.20"', 'root="1.2.250.1.213.1.1.1.29"']),
    ],
    'language-wrong': [cdaCase('en', ['fr-FR', 'en-US'])],
  },
});
