import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails } from './reading/judge-found.ts';
import { citizensOf } from './reading/mail-headers.ts';
import { sentences } from './reading/sentences.ts';

/** 25 Mo as sent; the text does not say whether of 10^6 or 2^20 bytes: the larger reading is taken. */
const MOST = 25 * 1024 * 1024;

/** A mail to a citizen is small enough for Mon espace santé to take it. */
export const check: Check = {
  title: {
    fr: 'Un courriel à un usager tient en 25 Mo',
    en: 'A mail to a citizen fits in 25 Mo',
  },
  assertions: ['MSS-MES-002'],
  clauses: [{ source: 'CNAM, ENS messagerie V1.3', section: '6', trust: '2' }],
  reads: documentKinds,
  findings: {
    'mail-too-large': sentences(
      'Le courriel compte {actual} octets, au plus {expected} vers un usager.',
      'The mail has {actual} bytes, {expected} at most to a citizen.',
      'Réduire les pièces jointes ; compter les octets encodés, non ceux des fichiers.',
      'Reduce the attachments; count the encoded bytes, not those of the files.',
    ),
  },
  judge: (input) =>
    judgeMails(input, ({ mail, bytes }) => {
      if (citizensOf(mail).length === 0) return undefined;
      return bytes.length <= MOST
        ? []
        : [{ code: 'mail-too-large', expected: MOST, actual: bytes.length, bytes: [MOST, bytes.length] }];
    }),
};
