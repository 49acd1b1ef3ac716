import { mailCase, type MailRecipe } from '../../../../tests/builders/build-mail.ts';
import type { Edit } from '../../../../tests/builders/build-xdm.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-no-ins-unless-qualified.ts';

const unqualified = { 'X-MSS-INS': 'N' };
const noId: Edit = [/<id extension="279035121500084"[^>]*>/, ''];
const localId: readonly Edit[] = [0, 1].map(() => [
  'value="279035121500084^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH"',
  'value="0001234567^^^&amp;1.2.250.1.999.1.1.1&amp;ISO^PI"',
]);
const traitsOnly = { editCda: [noId], edit: localId };

const mail = (name: string, recipe: MailRecipe): ReturnType<typeof mailCase> =>
  mailCase(name, { headers: unqualified, ...recipe });

provesCheck(check, {
  ok: [
    mail('traits only', { xdm: traitsOnly }),
    { ...mailCase('as the scenario says', { xdm: traitsOnly }), options: { statut: 'RECUP' } },
    mail('another number of fifteen digits', { xdm: traitsOnly, subject: '123456789012345 et la suite' }),
  ],
  ko: {
    'ins-not-allowed': [
      mail('in the document', { xdm: { editCda: [], edit: localId } }),
      mail('in the metadata only', { xdm: { editCda: [noId] } }),
      mail('in the subject', { xdm: null, subject: 'Patient 279035121500084' }),
      mail('in a file name', { xdm: null, pdfs: [['279035121500084.pdf', Buffer.from('%PDF-1.4')]] }),
      mail('in the body', { xdm: null, edit: [['Bonjour', 'INS 279035121500084']] }),
      { ...mailCase('of a recuperee identity', {}), options: { statut: 'RECUP' } },
    ],
  },
});
