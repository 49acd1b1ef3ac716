import type { Check } from '../../../domain/check.ts';
import type { FoundMail } from '../../../formats/bundle/bundle.ts';
import type { MimePart } from '../../../formats/mime/mime-part.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** The body is plain text, alone or before its HTML twin. */
export const check: Check = {
  title: {
    fr: 'Le corps est du texte brut, seul ou doublé',
    en: 'The body is plain text, alone or with a twin',
  },
  assertions: ['MSS-MIM-001'],
  clauses: [{ source: 'REM, MSS/va1.11', trust: 'V' }],
  reads: documentKinds,
  findings: {
    'body-type-wrong': sentences(
      'Le corps est {actual}, attendu text/plain ou multipart/alternative commençant par text/plain.',
      'The body is {actual}, text/plain or multipart/alternative beginning with text/plain is expected.',
      'Envoyer du texte brut, accompagné ou non de son équivalent HTML.',
      'Send plain text, with or without its HTML equivalent.',
    ),
  },
  judge: (input) =>
    judgeMails(input, (found) => {
      // A receipt (RFC 8098) has its own structure.
      if (found.mail.root.contentType.value === 'multipart/report') return undefined;
      return body(found);
    }),
};

function body({ mail }: FoundMail): Observation[] {
  const first: MimePart | undefined =
    mail.root.contentType.value === 'multipart/mixed' ? mail.root.parts[0] : mail.root;
  const type = first?.contentType.value ?? '-';
  if (type === 'text/plain') return [];
  const kinds = first?.parts.map((part) => part.contentType.value) ?? [];
  if (type === 'multipart/alternative' && kinds[0] === 'text/plain') return [];
  // HTML with its images travels as multipart/related inside of the alternative.
  return [{ code: 'body-type-wrong', actual: kinds.length === 0 ? type : `${type} (${kinds.join(', ')})` }];
}
