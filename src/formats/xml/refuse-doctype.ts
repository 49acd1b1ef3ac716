import { InputError } from '../../domain/segur-error.ts';
import { offsetToPosition } from './source-position.ts';

const prologItem = /\s*(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->)/y;

/** Refuses a document type declaration (`xml-doctype`) by reading the prolog alone, before any parser runs. */
export function refuseDoctype(source: string, file: string): void {
  prologItem.lastIndex = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  let at = prologItem.lastIndex;
  while (prologItem.test(source)) at = prologItem.lastIndex;
  while (/\s/.test(source.charAt(at))) at += 1;
  if (!source.startsWith('<!DOCTYPE', at)) return;
  throw new InputError('xml-doctype', 'a DOCTYPE is not accepted', {
    at: { file, ...offsetToPosition(source, at) },
    hint: 'remove the document type declaration: exchanged documents have none',
  });
}
