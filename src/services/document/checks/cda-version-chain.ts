import type { Check, CheckResult } from '../../../domain/check.ts';
import type { CdaDocument } from '../../../formats/cda/cda-document.ts';
import { isOid } from '../../../formats/oid/is-oid.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeCdas, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** Each document has its own id, belongs to a set, and takes a version number that was not used. */
export const check: Check = {
  title: {
    fr: 'Identifiant, lot et version du document se tiennent',
    en: 'Document id, set and version hold together',
  },
  assertions: ['DMP-CDA-05', 'DMP-META-05'],
  clauses: [
    { source: 'CI-SIS Volet Structuration minimale 1.16', section: 'id, setId, versionNumber', trust: 'V' },
  ],
  reads: documentKinds,
  findings: {
    'id-invalid': sentences(
      'L’identifiant {actual} n’est pas un OID d’au plus 64 caractères, sans extension.',
      'The identifier {actual} is not an OID of at most 64 characters without extension.',
      'Écrire un OID complet dans id/@root et ôter l’extension.',
      'Write a whole OID in id/@root and drop the extension.',
    ),
    'set-id-missing': sentences(
      'setId est absent ou répété.',
      'setId is absent or repeated.',
      'Écrire un setId, commun à toutes les versions du document.',
      'Write one setId, shared by all versions of the document.',
    ),
    'version-invalid': sentences(
      'La version {actual} n’est pas un entier à partir de 1.',
      'The version {actual} is not an integer from 1 up.',
      'Numéroter les versions 1, 2, 3...',
      'Number versions 1, 2, 3...',
    ),
    'id-reused': sentences(
      'Deux documents différents portent l’identifiant {actual}.',
      'Two different documents carry the identifier {actual}.',
      'Donner un identifiant nouveau à chaque document et à chaque version.',
      'Give a new identifier to every document and every version.',
    ),
    'version-reused': sentences(
      'Deux documents portent le lot {set} en version {actual}.',
      'Two documents carry the set {set} at version {actual}.',
      'Augmenter versionNumber de 1 à chaque version.',
      'Raise versionNumber by 1 at every version.',
    ),
    'first-version-replaces': sentences(
      'La version 1 dit remplacer un document.',
      'Version 1 says that it replaces a document.',
      'Garder le setId du document remplacé et augmenter versionNumber.',
      'Keep the setId of the replaced document and raise versionNumber.',
    ),
  },
  judge(input): CheckResult {
    const seen: Seen = { contents: new Map(), versions: new Map() };
    return judgeCdas(input, ({ document, bytes }) => {
      const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
      return [...alone(document), ...among(document, content, seen)];
    });
  },
};

interface Seen {
  /** Content by id: the same bytes met twice (mail and DMP) are one document. */
  readonly contents: Map<string, string>;
  readonly versions: Map<string, string>;
}

/** A later version may leave relatedDocument out: the header has it 0..1, and official examples do. */
function alone(document: CdaDocument): Observation[] {
  const [id] = document.ids;
  const [version] = document.versionNumbers;
  const replaces = document.relatedDocuments.some((related) => related.typeCode === 'RPLC');
  const at = id === undefined ? { path: '/ClinicalDocument' } : id.at;
  const out: Observation[] = [];
  if (id === undefined || document.ids.length > 1 || !isOid(id.root) || id.extension !== undefined) {
    out.push({ code: 'id-invalid', actual: [id?.root, id?.extension].filter(Boolean).join(' '), at });
  }
  const [set] = document.setIds;
  if (set === undefined || document.setIds.length > 1 || set.root === '')
    out.push({ code: 'set-id-missing', at });
  const number = version?.text ?? '';
  if (document.versionNumbers.length !== 1 || !/^[1-9]\d*$/.test(number)) {
    out.push({ code: 'version-invalid', actual: number, at: version?.at ?? at });
  } else if (number === '1' && replaces) {
    out.push({ code: 'first-version-replaces', at: version?.at ?? at });
  }
  return out;
}

function among(document: CdaDocument, content: string, seen: Seen): Observation[] {
  const [id] = document.ids;
  const [set] = document.setIds;
  const [version] = document.versionNumbers;
  if (id === undefined) return [];
  const known = seen.contents.get(id.root);
  if (known === content) return [];
  seen.contents.set(id.root, content);
  const out: Observation[] = known === undefined ? [] : [{ code: 'id-reused', actual: id.root, at: id.at }];
  if (set === undefined || version === undefined) return out;
  const key = `${set.root}^${set.extension ?? ''} ${version.text}`;
  const holder = seen.versions.get(key);
  if (holder !== undefined && holder !== id.root) {
    out.push({ code: 'version-reused', actual: version.text, values: { set: set.root }, at: version.at });
  }
  seen.versions.set(key, id.root);
  return out;
}
