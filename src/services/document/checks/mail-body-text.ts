import type { Check } from '../../../domain/check.ts';
import type { FoundMail } from '../../../formats/bundle/bundle.ts';
import type { MimePart } from '../../../formats/mime/mime-part.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** The body is plain text, alone or with an HTML twin, in UTF-8, and attachments are mixed beside it. */
export const check: Check = {
  title: { fr: 'Le corps est en texte UTF-8', en: 'The body is UTF-8 text' },
  assertions: ['MSS-MIM-001'],
  clauses: [
    { source: 'REM, MSS/va1.11', trust: 'V' },
    { source: 'REM, MSS/CONF.19', trust: 'V' },
  ],
  reads: documentKinds,
  findings: {
    'body-type-wrong': sentences(
      'Le corps est {actual}, attendu text/plain ou multipart/alternative commençant par text/plain.',
      'The body is {actual}, text/plain or multipart/alternative beginning with text/plain is expected.',
      'Envoyer du texte brut, accompagné ou non de son équivalent HTML.',
      'Send plain text, with or without its HTML equivalent.',
    ),
    'charset-not-utf8': sentences(
      'Une partie de texte est en {actual}, attendu UTF-8.',
      'A text part is in {actual}, UTF-8 is expected.',
      'Encoder le corps en UTF-8 et le déclarer.',
      'Encode the body in UTF-8 and declare it.',
    ),
    'structure-broken': sentences(
      'La structure MIME est fautive : {actual}.',
      'The MIME structure is faulty: {actual}.',
      'Fermer chaque frontière et déclarer chaque partie.',
      'Close every boundary and declare every part.',
    ),
    'top-not-mixed': sentences(
      'Un courriel avec pièces jointes est {actual}, attendu multipart/mixed.',
      'A mail with attachments is {actual}, multipart/mixed is expected.',
      'Employer multipart/mixed au premier niveau.',
      'Use multipart/mixed at the top level.',
    ),
  },
  judge: (input) =>
    judgeMails(input, (found) => {
      // A receipt (RFC 8098) has its own structure.
      if (found.mail.root.contentType.value === 'multipart/report') return undefined;
      return [...structure(found), ...body(found), ...charsets(found)];
    }),
};

function structure({ mail }: FoundMail): Observation[] {
  const top = mail.root.contentType.value;
  const out: Observation[] = mail.problems.map(({ code, at }) => ({
    code: 'structure-broken',
    actual: code,
    bytes: [at, at],
  }));
  if (mail.attachments.length > 0 && top !== 'multipart/mixed')
    out.push({ code: 'top-not-mixed', actual: top });
  return out;
}

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

function charsets({ mail }: FoundMail): Observation[] {
  return mail.texts
    .map(({ part }) => ({
      charset: (part.contentType.parameters['charset'] ?? 'us-ascii').toLowerCase(),
      part,
    }))
    .filter(({ charset }) => !['utf-8', 'utf8'].includes(charset))
    .map(({ charset, part }) => ({ code: 'charset-not-utf8', actual: charset, bytes: part.body }));
}
