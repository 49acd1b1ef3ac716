import type { Bilingual } from '../domain/bilingual.ts';
import { decodeCharset } from './mime/decode-charset.ts';
import { readPackaged } from './mime/packaged-message.ts';
import { firstHeader, splitMime } from './mime/split-mime.ts';
import { readZip } from './zip/read-zip.ts';

export type RecognisedKind =
  | 'cda-n1'
  | 'cda-n3'
  | 'xdm'
  | 'zip'
  | 'pdf'
  | 'mail'
  | 'hl7v2'
  | 'xds-submission'
  | 'soap'
  | 'saml-assertion'
  | 'jwt'
  | 'fhir-json'
  | 'fhir-xml'
  | 'image'
  | 'xml'
  | 'json'
  | 'unknown';

/** What a byte sequence is, and the sign by which it was told. */
export interface Recognised {
  readonly kind: RecognisedKind;
  readonly reason: Bilingual;
}

/**
 * Tells what some bytes are by their content, never by a file name. Cheap: the head decides, except for
 * archives (their directory) and XML (a search for the body element). Never throws.
 */
export function recognise(bytes: Uint8Array): Recognised {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const signature = buffer.toString('latin1', 0, 1024);
  if (signature.includes('%PDF-')) return is('pdf', 'signature %PDF-', 'signature %PDF-');
  if (/^PK(\x03\x04|\x05\x06)/.test(signature)) return recogniseZip(buffer);
  if (signature.startsWith('\x89PNG') || signature.startsWith('\xff\xd8\xff')) {
    return is('image', 'signature PNG ou JPEG', 'PNG or JPEG signature');
  }
  const head = decodeHead(buffer);
  const start = head.trimStart();
  if (start.startsWith('<')) return recogniseXml(buffer, start);
  if (/^\x0b?(MSH|FHS|BHS)[^\w\s]/.test(start))
    return is('hl7v2', 'segment MSH en tête', 'starts with an MSH segment');
  if (/^[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\s*$/.test(start) && isJwtHeader(start)) {
    return is('jwt', 'en-tête JOSE', 'JOSE header');
  }
  if (start.startsWith('{')) return recogniseJson(start, buffer);
  return recognisePackaged(buffer) ?? recogniseMail(buffer);
}

function is(kind: RecognisedKind, fr: string, en: string): Recognised {
  return { kind, reason: { fr, en } };
}

function recogniseZip(buffer: Buffer): Recognised {
  const names = readZip(buffer).entries.map((entry) => entry.name.toUpperCase());
  return names.some((name) => /(^|\/)METADATA\.XML$/.test(name) || name.startsWith('IHE_XDM/'))
    ? is('xdm', 'archive avec IHE_XDM ou METADATA.XML', 'archive with IHE_XDM or METADATA.XML')
    : is('zip', 'archive sans METADATA.XML', 'archive without METADATA.XML');
}

const HEAD = 64 * 1024;

function decodeHead(buffer: Buffer): string {
  const head = buffer.subarray(0, HEAD);
  if (head[0] === 0xff && head[1] === 0xfe) return decodeCharset(head, 'utf-16le');
  if (head[0] === 0xfe && head[1] === 0xff) return decodeCharset(head, 'utf-16be');
  return decodeCharset(head, 'utf-8');
}

function recogniseXml(buffer: Buffer, start: string): Recognised {
  const root = rootElement(start);
  if (root === undefined) return is('unknown', 'balise racine introuvable', 'no root element');
  const { name, namespace } = root;
  // A self-presenting document is a style sheet that carries its document.
  const selfPresenting = name === 'stylesheet' && has(buffer, 'ClinicalDocument>');
  if (name === 'ClinicalDocument' || selfPresenting) {
    return has(buffer, 'nonXMLBody>') && !has(buffer, 'structuredBody>')
      ? is('cda-n1', 'ClinicalDocument avec nonXMLBody', 'ClinicalDocument with nonXMLBody')
      : is(
          'cda-n3',
          'ClinicalDocument avec structuredBody ou sans corps',
          'ClinicalDocument, structured or without body',
        );
  }
  if (name === 'SubmitObjectsRequest' || name === 'ProvideAndRegisterDocumentSetRequest') {
    return is('xds-submission', `racine ${name}`, `root ${name}`);
  }
  if (name === 'Envelope' && namespace.includes('soap')) {
    return has(buffer, 'SubmitObjectsRequest')
      ? is('xds-submission', 'SOAP avec SubmitObjectsRequest', 'SOAP with SubmitObjectsRequest')
      : is('soap', 'enveloppe SOAP', 'SOAP envelope');
  }
  if (name === 'Assertion' && namespace.includes('SAML')) {
    return is('saml-assertion', 'racine saml:Assertion', 'root saml:Assertion');
  }
  if (namespace === 'http://hl7.org/fhir')
    return is('fhir-xml', `ressource FHIR ${name}`, `FHIR resource ${name}`);
  return is('xml', `racine ${name}`, `root ${name}`);
}

/** Name and name space of the first element, prolog skipped; a regular expression per item, so linear. */
function rootElement(text: string): { readonly name: string; readonly namespace: string } | undefined {
  let at = 0;
  for (let guard = 0; guard < 1_000; guard += 1) {
    at = text.indexOf('<', at);
    if (at === -1) return undefined;
    const close = closingOf(text, at);
    if (close === undefined) break;
    if (close > 0) {
      at = close;
      continue;
    }
    break;
  }
  const stop = text.indexOf('>', at);
  const tag = text.slice(at + 1, stop === -1 ? text.length : stop);
  const name = /^(?:([\w.-]+):)?([\w.-]+)/.exec(tag);
  if (name?.[2] === undefined) return undefined;
  const attribute = name[1] === undefined ? 'xmlns' : `xmlns:${name[1]}`;
  return { name: name[2], namespace: attributeOf(tag, attribute) };
}

/** End of a comment, instruction or DOCTYPE at `at`; 0 for an element; undefined when unclosed. */
function closingOf(text: string, at: number): number | undefined {
  const ends: readonly (readonly [string, string])[] = [
    ['<?', '?>'],
    ['<!--', '-->'],
    ['<!', '>'],
  ];
  for (const [open, end] of ends) {
    if (!text.startsWith(open, at)) continue;
    const stop = text.indexOf(end, at + open.length);
    return stop === -1 ? undefined : stop + end.length;
  }
  return 0;
}

function attributeOf(tag: string, name: string): string {
  const at = new RegExp(`\\s${name}\\s*=\\s*["']`).exec(tag);
  if (at === null) return '';
  const start = at.index + at[0].length;
  const stop = tag.slice(start).search(/["']/);
  return stop === -1 ? '' : tag.slice(start, start + stop);
}

function has(buffer: Buffer, word: string): boolean {
  // Node 20 never returns from a UTF-16 search in a buffer that starts at an odd address: search bytes.
  return buffer.includes(word) || buffer.includes(Buffer.from(word, 'utf16le'));
}

function isJwtHeader(text: string): boolean {
  try {
    const header: unknown = JSON.parse(Buffer.from(text.split('.')[0] ?? '', 'base64url').toString('utf8'));
    return typeof header === 'object' && header !== null && 'alg' in header;
  } catch {
    return false;
  }
}

function recogniseJson(start: string, buffer: Buffer): Recognised {
  const type = /"resourceType"\s*:\s*"(\w+)"/.exec(start)?.[1];
  if (type !== undefined) return is('fhir-json', `ressource FHIR ${type}`, `FHIR resource ${type}`);
  return buffer.length > 0 && /"\s*:/.test(start)
    ? is('json', 'objet JSON', 'JSON object')
    : is('unknown', 'contenu non reconnu', 'content not recognised');
}

/** A SOAP message captured with its parts; a mail of linked parts is none. */
function recognisePackaged(buffer: Buffer): Recognised | undefined {
  const root = readPackaged(buffer)?.root?.bytes;
  if (root === undefined || !decodeHead(Buffer.from(root)).trimStart().startsWith('<')) return undefined;
  const what = recognise(root);
  if (what.kind !== 'soap' && what.kind !== 'xds-submission') return undefined;
  return is(what.kind, `MTOM, ${what.reason.fr}`, `MTOM, ${what.reason.en}`);
}

function recogniseMail(buffer: Buffer): Recognised {
  const { headers } = splitMime(buffer.subarray(0, HEAD)).root;
  const known = ['from', 'to', 'subject', 'date', 'message-id', 'received', 'mime-version', 'return-path'];
  const seen = known.filter((name) => firstHeader(headers, name) !== undefined);
  return seen.length >= 2
    ? is('mail', `en-têtes ${seen.join(', ')}`, `headers ${seen.join(', ')}`)
    : is('unknown', 'contenu non reconnu', 'content not recognised');
}
