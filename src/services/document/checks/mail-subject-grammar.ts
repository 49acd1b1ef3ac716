import type { Check } from '../../../domain/check.ts';
import type { FoundMail } from '../../../formats/bundle/bundle.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { integrationErrorSubject } from './reading/integration-error.ts';
import { judgeMails, type Observation } from './reading/judge-found.ts';
import { isReceipt } from './reading/mail-headers.ts';
import { sentences } from './reading/sentences.ts';
import { parseXdmSubject, XDM_MARKER } from './reading/xdm-subject.ts';

/** The subject of a mail with documents follows the XDM grammar, and only such a mail bears the marker. */
export const check: Check = {
  title: {
    fr: 'L’objet du courriel suit la grammaire XDM',
    en: 'The subject of the mail follows the XDM grammar',
  },
  assertions: ['MSS-SUB-001', 'MSS-SUB-004', 'MSS-SUB-005'],
  clauses: [
    { source: 'REM, MSS/CONF.25', trust: 'V' },
    { source: 'Référentiel MSSanté #2', section: 'ECO.2.1.3', trust: '2' },
  ],
  reads: documentKinds,
  findings: {
    'subject-marker-missing': sentences(
      'L’objet « {actual} » ne commence pas par {expected}.',
      'The subject “{actual}” does not begin with {expected}.',
      'Commencer l’objet par XDM/1.0/DDM+, toute mention venant après.',
      'Begin the subject with XDM/1.0/DDM+, any other mention after it.',
    ),
    'subject-grammar': sentences(
      'L’objet « {actual} » ne suit pas {expected}.',
      'The subject “{actual}” does not follow {expected}.',
      'Écrire libellé, NOM en capitales sans accent, prénom, puis date JJ/MM/AAAA.',
      'Write label, NAME in capitals without accents, given name, then date DD/MM/YYYY.',
    ),
    'subject-marker-undue': sentences(
      'L’objet « {actual} » porte le marqueur XDM sans archive jointe.',
      'The subject “{actual}” bears the XDM marker without an archive attached.',
      'Réserver le marqueur aux courriels avec IHE_XDM.zip.',
      'Keep the marker for mails with IHE_XDM.zip.',
    ),
  },
  judge: (input) => judgeMails(input, inspect),
};

function inspect({ mail, archives }: FoundMail): Observation[] | undefined {
  const actual = mail.subject ?? '';
  // A mail that returns what could not be integrated has a subject of its own.
  if (integrationErrorSubject(actual) !== undefined) return undefined;
  const at = { path: 'Subject' };
  const marked = actual.startsWith(XDM_MARKER);
  if (archives.length === 0) {
    // A successful receipt repeats the subject of the mail that it answers.
    return marked && !isReceipt(mail) ? [{ code: 'subject-marker-undue', actual, at }] : [];
  }
  if (!marked) return [{ code: 'subject-marker-missing', expected: XDM_MARKER, actual, at }];
  return parseXdmSubject(actual) === undefined
    ? [
        {
          code: 'subject-grammar',
          expected: 'XDM/1.0/DDM+<libellé> <NOM> <prénom> [<JJ/MM/AAAA>]',
          actual,
          at,
        },
      ]
    : [];
}
