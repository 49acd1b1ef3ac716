import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails } from './reading/judge-found.ts';
import { citizensOf, headersNamed } from './reading/mail-headers.ts';
import { sentences } from './reading/sentences.ts';

/** X-MSS-MES stands only on mails that go to a citizen: it means nothing to a professional. */
export const check: Check = {
  title: {
    fr: 'X-MSS-MES ne va qu’aux usagers',
    en: 'X-MSS-MES goes to citizens only',
  },
  assertions: ['MSS-MES-001'],
  clauses: [{ source: 'Référentiel MSSanté #2', section: 'ECO.2.2.8', trust: '2' }],
  reads: documentKinds,
  findings: {
    'end-without-citizen': sentences(
      'X-MSS-MES est présent sans usager parmi les destinataires.',
      'X-MSS-MES is present without a citizen among the recipients.',
      'Ne le positionner que sur un courriel adressé à un usager.',
      'Set it only on a mail sent to a citizen.',
    ),
  },
  judge: (input) =>
    judgeMails(input, ({ mail }) => {
      const [header] = headersNamed(mail, 'x-mss-mes');
      if (header === undefined) return undefined;
      return citizensOf(mail).length > 0
        ? []
        : [{ code: 'end-without-citizen', at: { path: 'X-MSS-MES' }, bytes: header.range }];
    }),
};
