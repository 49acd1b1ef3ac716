import type { Check } from '../../../domain/check.ts';
import type { FoundMail } from '../../../formats/bundle/bundle.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails, type Observation } from './reading/judge-found.ts';
import { headersNamed, isReceipt, messageIds } from './reading/mail-headers.ts';
import { sentences } from './reading/sentences.ts';

/** A reply names the mail that it answers and the thread that it belongs to. */
export const check: Check = {
  title: {
    fr: 'Une réponse nomme le courriel auquel elle répond',
    en: 'A reply names the mail that it answers',
  },
  assertions: ['MSS-HDR-002'],
  clauses: [
    { source: 'REM, MSS/va1.08', trust: 'V' },
    { source: 'RFC 5322', section: '3.6.4', trust: 'R' },
  ],
  reads: documentKinds,
  findings: {
    'in-reply-to-missing': sentences(
      'L’objet « {actual} » est celui d’une réponse et In-Reply-To ne nomme aucun courriel.',
      'The subject “{actual}” is that of a reply and In-Reply-To names no mail.',
      'Écrire en In-Reply-To le Message-ID du courriel auquel on répond.',
      'Write in In-Reply-To the Message-ID of the mail that is answered.',
    ),
    'references-missing': sentences(
      'References ne contient pas {expected}, que nomme In-Reply-To.',
      'References does not hold {expected}, which In-Reply-To names.',
      'Écrire en References celles du courriel d’origine puis son Message-ID.',
      'Write in References those of the original mail, then its Message-ID.',
    ),
    'thread-lost': sentences(
      'References ne reprend pas {expected}, du courriel d’origine.',
      'References does not repeat {expected}, of the original mail.',
      'Recopier en tête les References du courriel d’origine.',
      'Copy the References of the original mail first.',
    ),
  },
  judge(input) {
    const threads = new Map<string, readonly string[]>();
    // First the thread of every mail, whatever the order in which they were handed in.
    judgeMails(input, ({ mail }) => {
      const [id] = messageIds(headersNamed(mail, 'message-id')[0]?.value);
      if (id !== undefined) threads.set(id, messageIds(headersNamed(mail, 'references')[0]?.value));
      return [];
    });
    return judgeMails(input, (found) => inspect(found, threads));
  },
};

function inspect(
  { mail }: FoundMail,
  threads: ReadonlyMap<string, readonly string[]>,
): readonly Observation[] | undefined {
  const subject = mail.subject ?? '';
  const [parent] = messageIds(headersNamed(mail, 'in-reply-to')[0]?.value);
  if (parent === undefined) {
    if (isReceipt(mail) || !/^\s*r(?:e|é|ép)\s*:/i.test(subject)) return undefined;
    return [{ code: 'in-reply-to-missing', actual: subject, at: { path: 'In-Reply-To' } }];
  }
  const references = messageIds(headersNamed(mail, 'references')[0]?.value);
  const at = { path: 'References' };
  if (!references.includes(parent)) return [{ code: 'references-missing', expected: parent, at }];
  return (threads.get(parent) ?? [])
    .filter((id) => !references.includes(id))
    .map((id) => ({ code: 'thread-lost', expected: id, at }));
}
