import type { Preuve } from '../../../../domain/preuve.ts';
import { identityStates, isObject, type IdentityState } from './identity-states.ts';

/** A printed document as it was read at capture, beside the identity as the software last showed it before. */
export interface PrintedDocument {
  readonly preuve: Preuve;
  readonly text: string;
  /** False when the document may show text that could not be read. */
  readonly textComplete: boolean;
  /** Reasons why a symbol could be there without being read; empty when all was. */
  readonly unread: readonly string[];
  readonly datamatrix: readonly string[];
  readonly identity: IdentityState;
}

/** The printed documents that follow a reading of their identity, in order. */
export function printedDocuments(preuves: readonly Preuve[]): readonly PrintedDocument[] {
  return preuves.flatMap((preuve, index): readonly PrintedDocument[] => {
    const { view } = preuve;
    if (preuve.kind !== 'file/submitted' || !isObject(view) || typeof view['text'] !== 'string') return [];
    const identity = identityStates(preuves.slice(0, index)).at(-1);
    if (identity === undefined) return [];
    return [
      {
        preuve,
        identity,
        text: view['text'],
        textComplete: view['textComplete'] === true,
        unread: texts(view['unread']),
        datamatrix: texts(view['datamatrix']),
      },
    ];
  });
}

/** Upper case without accents nor repeated spaces, so that what is printed compares with what is stored. */
export function plainText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .toUpperCase();
}

/** Pattern of a matricule in plain text, whatever spaces it is grouped by. */
export function matriculePattern(matricule: string): string {
  return Array.from(matricule, literal).join('[ .]?');
}

/** Pattern of a text that must be found as it is. */
export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
