import { cdaCase, letters } from '../../../../tests/builders/cda-case.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './cda-self-contained.ts';

const level3 = { level: 3 } as const;
const text = '<paragraph>Séjour programmé.</paragraph>';

provesCheck(check, {
  ok: [
    letters('narrative', level3),
    cdaCase('internal link', [text, '<linkHtml href="#S1">x</linkHtml>'], level3),
  ],
  ko: {
    'script-found': [
      cdaCase('script element', [text, '<script>alert(1)</script>'], level3),
      cdaCase('event attribute', [text, '<paragraph onclick="x()">x</paragraph>'], level3),
      cdaCase('javascript link', [text, '<linkHtml href="javascript:x()">x</linkHtml>'], level3),
    ],
    'external-link': [
      cdaCase('remote link', [text, '<linkHtml href="https://example.org/a.png">x</linkHtml>'], level3),
    ],
  },
});
