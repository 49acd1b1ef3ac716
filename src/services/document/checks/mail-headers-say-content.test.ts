import { mailCase } from '../../../../tests/builders/build-mail.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-headers-say-content.ts';

const none = { xdm: null, subject: 'Bonjour' } as const;

provesCheck(check, {
  ok: [
    mailCase('one header per document', {
      xdm: { documents: [{}, { id: '2.25.2', code: '11502-2' }] },
      headers: { 'X-MSS-CODECDA': '11502-2\r\nX-MSS-CODECDA: 11490-0' },
    }),
    mailCase('spaces between codes', {
      xdm: { documents: [{}, { id: '2.25.2', code: '11502-2' }] },
      headers: { 'X-MSS-CODECDA': '11490-0, 11502-2' },
    }),
    mailCase('one document'),
    mailCase('two documents, any order', {
      xdm: { documents: [{}, { id: '2.25.2', code: '11502-2' }] },
      edit: [['X-MSS-CODECDA: 11490-0', 'X-MSS-CODECDA: 11502-2,11490-0']],
    }),
    mailCase('text only', {
      ...none,
      edit: [
        ['X-MSS-CODECDA: 11490-0\r\n', ''],
        ['X-MSS-INS: O\r\n', ''],
      ],
    }),
    mailCase('no INS', {
      xdm: { editCda: [[/<id extension="279[^>]*>/, '']] },
      edit: [['X-MSS-INS: O', 'X-MSS-INS: N']],
    }),
  ],
  ko: {
    'header-missing': [
      mailCase('no X-MSS-INS', { edit: [['X-MSS-INS: O\r\n', '']] }),
      mailCase('underscores', { edit: [['X-MSS-CODECDA', 'X_MSS_CODECDA']] }),
    ],
    'header-undue': [mailCase('text only', none)],
    'code-cda-wrong': [
      mailCase('first code only', { xdm: { documents: [{}, { id: '2.25.2', code: '11502-2' }] } }),
      mailCase('label', { edit: [['X-MSS-CODECDA: 11490-0', 'X-MSS-CODECDA: CR hospitalier']] }),
    ],
    'ins-flag-wrong': [
      mailCase('O without an INS', { xdm: { editCda: [[/<id extension="279[^>]*>/, '']] } }),
      mailCase('N although complete', { edit: [['X-MSS-INS: O', 'X-MSS-INS: N']] }),
    ],
  },
});
