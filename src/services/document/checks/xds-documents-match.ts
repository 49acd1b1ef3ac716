import { createHash } from 'node:crypto';
import type { Check } from '../../../domain/check.ts';
import type { FoundSubmission } from '../../../formats/bundle/bundle.ts';
import type { XdsDocumentEntry, XdsSlot } from '../../../formats/xds/xds-submission.ts';
import { contentElsewhere } from './reading/content-elsewhere.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeSubmissions, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** Each entry of the metadata names its document, and hash and size are those of its bytes. */
export const check: Check = {
  title: { fr: 'Empreinte et taille sont celles du document', en: 'Hash and size are those of the document' },
  assertions: ['DMP-XDM-02', 'DMP-META-06', 'MSS-XDM-003'],
  clauses: [
    {
      source: 'ANS IG HL7v2 transmission CDA 2.1',
      section: 'correspondance XDS, hash et size requis',
      trust: 'V',
    },
    { source: 'IHE ITI TF-2', section: '3.32.4.1.3', trust: '2' },
  ],
  reads: documentKinds,
  findings: {
    'uri-missing': sentences(
      'L’entrée {entry} n’a pas de slot URI.',
      'The entry {entry} has no URI slot.',
      'Écrire le nom du fichier dans le slot URI.',
      'Write the name of the file in the URI slot.',
    ),
    'document-missing': sentences(
      'Le document {actual} de l’entrée {entry} est introuvable.',
      'The document {actual} of the entry {entry} cannot be found.',
      'Joindre le document sous le nom, ou l’identifiant, que dit l’entrée.',
      'Join the document under the name, or the id, that the entry says.',
    ),
    'hash-missing': sentences(
      'L’entrée {entry} n’a pas d’empreinte.',
      'The entry {entry} has no hash.',
      'Écrire l’empreinte SHA-1 du document.',
      'Write the SHA-1 of the document.',
    ),
    'hash-wrong': sentences(
      'L’empreinte de l’entrée {entry} est {actual}, celle du document {expected}.',
      'The hash of the entry {entry} is {actual}, that of the document {expected}.',
      'Calculer SHA-1 sur les octets transmis, en hexadécimal minuscule.',
      'Compute SHA-1 over the bytes sent, in lower-case hexadecimal.',
    ),
    'size-missing': sentences(
      'L’entrée {entry} n’a pas de taille.',
      'The entry {entry} has no size.',
      'Écrire la taille du document en octets.',
      'Write the size of the document in bytes.',
    ),
    'size-wrong': sentences(
      'La taille de l’entrée {entry} est {actual}, celle du document {expected}.',
      'The size of the entry {entry} is {actual}, that of the document {expected}.',
      'Compter les octets transmis.',
      'Count the bytes sent.',
    ),
  },
  judge: (input) =>
    judgeSubmissions(input, (found) => {
      // A change of metadata (ITI-57) or an answer carries no document.
      if (found.source === 'message' && !found.feeds) return undefined;
      const entries = found.submission.entries.filter((entry) => !contentElsewhere(found, entry));
      if (entries.length === 0 && found.submission.entries.length > 0) return undefined;
      return entries.flatMap((entry) => inspect(found, entry));
    }),
};

function inspect(found: FoundSubmission, entry: XdsDocumentEntry): Observation[] {
  const values = { entry: entry.id };
  const slot = (name: string): XdsSlot | undefined => entry.slots.find((one) => one.name === name);
  const out: Observation[] = [];
  const archived = found.source === 'xdm';
  if (archived && slot('URI') === undefined) return [{ code: 'uri-missing', values, at: entry.at }];
  const bytes = found.documentOf(entry);
  if (bytes === undefined) {
    const actual = archived ? (slot('URI')?.values.join('') ?? '') : entry.id;
    return [{ code: 'document-missing', actual, values, at: slot('URI')?.at ?? entry.at }];
  }
  const facts: readonly (readonly [name: string, expected: string])[] = [
    ['hash', createHash('sha1').update(bytes).digest('hex')],
    ['size', String(bytes.length)],
  ];
  for (const [name, expected] of facts) {
    const written = slot(name);
    const actual = written?.values.join('') ?? '';
    // A repository computes what ITI-41 leaves out; an archive has no repository.
    if (written === undefined && archived) out.push({ code: `${name}-missing`, values, at: entry.at });
    else if (written !== undefined && actual !== expected) {
      out.push({ code: `${name}-wrong`, expected, actual, values, at: written.at });
    }
  }
  return out;
}
