import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** Names of attached files are encoded for mail and are names, not paths. */
export const check: Check = {
  title: { fr: 'Les noms de fichiers joints sont encodés', en: 'Attached file names are encoded' },
  assertions: ['MSS-PDF-005'],
  clauses: [
    { source: 'ANS IG HL7v2 CDA courriel MSSanté', section: 'struct-msg-mdn', trust: 'V' },
    { source: 'RFC 2231', section: '4', trust: 'V' },
  ],
  reads: documentKinds,
  findings: {
    'file-name-raw': sentences(
      'Le nom {actual} est transmis en octets bruts.',
      'The name {actual} is sent as raw bytes.',
      'Encoder le nom selon la RFC 2231 (filename*=UTF-8’’...).',
      'Encode the name as of RFC 2231 (filename*=UTF-8’’...).',
    ),
    'file-name-path': sentences(
      'Le nom {actual} contient un chemin ou un caractère de contrôle.',
      'The name {actual} holds a path or a control character.',
      'N’envoyer que le nom du fichier.',
      'Send the bare name of the file.',
    ),
    'file-name-missing': sentences(
      'Une pièce jointe ({actual}) n’a pas de nom.',
      'An attachment ({actual}) has no name.',
      'Nommer chaque pièce jointe.',
      'Name every attachment.',
    ),
  },
  judge: (input) =>
    judgeMails(input, ({ mail }) => {
      if (mail.attachments.length === 0) return undefined;
      return mail.attachments.flatMap(({ name, part, range }): Observation[] => {
        const raw = [...(part.disposition?.rawParameters ?? []), ...part.contentType.rawParameters];
        const out: Observation[] = [];
        if (raw.includes('filename') || raw.includes('name'))
          out.push({ code: 'file-name-raw', actual: name, bytes: range });
        if (/[\\/\0-\x1f\x7f]/.test(name) || name.startsWith('..'))
          out.push({ code: 'file-name-path', actual: name, bytes: range });
        if (name === '')
          out.push({ code: 'file-name-missing', actual: part.contentType.value, bytes: range });
        return out;
      });
    }),
};
