import type { Check } from '../../../domain/check.ts';
import { recognise } from '../../../formats/recognise.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeCdas } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

const MEDIA_TYPES = ['image/jpeg', 'image/tiff', 'text/rtf', 'text/plain', 'application/pdf'];

/** The file that a level-1 document wraps decodes and is what it says to be. */
export const check: Check = {
  title: {
    fr: 'Le fichier enveloppé se décode et correspond à son type',
    en: 'The wrapped file decodes and is what it says',
  },
  assertions: ['DMP-CDA-06'],
  clauses: [
    { source: 'CI-SIS Volet Structuration minimale 1.16', section: 'component/nonXMLBody', trust: 'V' },
    { source: 'REM, DOC/va1.08', trust: 'V' },
  ],
  reads: documentKinds,
  findings: {
    'media-type-not-allowed': sentences(
      'Le type {actual} n’est pas admis dans un document de niveau 1.',
      'The type {actual} is not allowed in a level-1 document.',
      'Envelopper un PDF, une image JPEG ou TIFF, un RTF ou un texte.',
      'Wrap a PDF, a JPEG or TIFF image, an RTF or a text.',
    ),
    'representation-wrong': sentences(
      'La représentation est {actual}, attendue {expected}.',
      'The representation is {actual}, {expected} is expected.',
      'Écrire representation="B64".',
      'Write representation="B64".',
    ),
    'base64-broken': sentences(
      'Le contenu base64 est altéré ({reason}) au caractère {actual}.',
      'The base64 content is damaged ({reason}) at character {actual}.',
      'Encoder le fichier entier, sans caractère étranger ni troncature.',
      'Encode the whole file, without foreign characters or truncation.',
    ),
    'content-mismatch': sentences(
      'Le contenu est de type {actual}, annoncé {expected}.',
      'The content is of type {actual}, announced as {expected}.',
      'Accorder mediaType et le fichier enveloppé.',
      'Make mediaType and the wrapped file agree.',
    ),
  },
  judge: (input) =>
    judgeCdas(input, ({ document: { body } }) => {
      if (body.kind !== 'non-xml') return undefined;
      const { mediaType, representation, content, at } = body;
      if (!MEDIA_TYPES.includes(mediaType))
        return [{ code: 'media-type-not-allowed', actual: mediaType, at }];
      if (representation !== 'B64') {
        return [{ code: 'representation-wrong', expected: 'B64', actual: representation, at }];
      }
      if (content.kind === 'invalid') {
        return [{ code: 'base64-broken', actual: content.index, values: { reason: content.reason }, at }];
      }
      const actual = typeOf(content.bytes);
      return actual === mediaType ? [] : [{ code: 'content-mismatch', expected: mediaType, actual, at }];
    }),
};

/** By signature; what has none and no NUL is text. */
function typeOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(8, bytes.byteLength)).toString('latin1');
  if (recognise(bytes).kind === 'pdf') return 'application/pdf';
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'image/tiff';
  if (head.startsWith('{\\rtf')) return 'text/rtf';
  if (head.startsWith('\x89PNG')) return 'image/png';
  return bytes.includes(0) ? 'application/octet-stream' : 'text/plain';
}
