import { fillText, type Bilingual, type FieldValue } from '../../domain/bilingual.ts';
import { InputError, type SegurError } from '../../domain/segur-error.ts';
import { offsetToPosition } from './source-position.ts';

/** Why a text is refused as `xml-malformed`. */
export type MalformedReason =
  | 'character'
  | 'declaration'
  | 'declaration-late'
  | 'outside-root'
  | 'second-root'
  | 'no-root'
  | 'unclosed'
  | 'cut-in-tag'
  | 'cut-in-comment'
  | 'cut-in-cdata'
  | 'cut-in-instruction'
  | 'wrong-end'
  | 'end-without-start'
  | 'end-tag'
  | 'markup'
  | 'qualified-name'
  | 'tag'
  | 'space-missing'
  | 'attribute-without-value'
  | 'value-unquoted'
  | 'less-than-in-value'
  | 'attribute-twice'
  | 'unbound-prefix'
  | 'reserved-prefix'
  | 'reserved-namespace'
  | 'empty-namespace'
  | 'reference'
  | 'unknown-entity'
  | 'reference-to-nothing'
  | 'cdata-end-in-text'
  | 'hyphens-in-comment'
  | 'instruction-target';

/** Ways not to be well-formed XML 1.0, or to break Namespaces in XML 1.0, each in words. */
const reasons: Readonly<Record<MalformedReason, Bilingual>> = {
  character: {
    fr: 'le caractère {character} est interdit en XML',
    en: 'the character {character} is forbidden in XML',
  },
  declaration: {
    fr: 'la déclaration XML est mal écrite ici : {expected} attendu',
    en: 'the XML declaration is wrong here: {expected} expected',
  },
  'declaration-late': {
    fr: 'la déclaration XML n’est permise qu’au tout début du fichier',
    en: 'the XML declaration may only stand at the very start of the file',
  },
  'outside-root': {
    fr: 'du contenu se trouve hors de l’élément racine',
    en: 'there is content outside of the root element',
  },
  'second-root': {
    fr: 'il y a un second élément racine : {name}',
    en: 'there is a second root element: {name}',
  },
  'no-root': { fr: 'il n’y a pas d’élément racine', en: 'there is no root element' },
  unclosed: {
    fr: 'le fichier s’arrête avant </{name}>, ouvert à la ligne {line}',
    en: 'the file ends before </{name}>, opened on line {line}',
  },
  'cut-in-tag': { fr: 'le fichier s’arrête dans une balise', en: 'the file ends inside of a tag' },
  'cut-in-comment': {
    fr: 'le commentaire ouvert ici n’est jamais fermé',
    en: 'the comment that opens here is never closed',
  },
  'cut-in-cdata': {
    fr: 'la section CDATA ouverte ici n’est jamais fermée',
    en: 'the CDATA section that opens here is never closed',
  },
  'cut-in-instruction': {
    fr: 'l’instruction ouverte ici n’est jamais fermée',
    en: 'the instruction that opens here is never closed',
  },
  'wrong-end': {
    fr: 'la balise fermante attendue est </{name}>, ouverte à la ligne {line}',
    en: 'the end tag expected is </{name}>, opened on line {line}',
  },
  'end-without-start': {
    fr: 'cette balise fermante ne ferme rien',
    en: 'this end tag closes nothing',
  },
  'end-tag': { fr: 'cette balise fermante est mal écrite', en: 'this end tag is malformed' },
  markup: { fr: 'ce « < » n’ouvre rien de connu', en: 'this "<" opens nothing known' },
  'qualified-name': {
    fr: '{name} n’est pas un nom qualifié : un seul « : », entre deux noms',
    en: '{name} is no qualified name: one ":" at most, between two names',
  },
  tag: {
    fr: 'un attribut, « > » ou « /> » est attendu ici',
    en: 'an attribute, ">" or "/>" is expected here',
  },
  'space-missing': {
    fr: 'une espace manque avant cet attribut',
    en: 'white space is missing before this attribute',
  },
  'attribute-without-value': {
    fr: 'l’attribut {name} n’a pas de « = »',
    en: 'the attribute {name} has no "="',
  },
  'value-unquoted': {
    fr: 'la valeur de l’attribut {name} doit être entre guillemets',
    en: 'the value of the attribute {name} must be quoted',
  },
  'less-than-in-value': {
    fr: '« < » est interdit dans une valeur d’attribut : écrivez &lt;',
    en: '"<" is forbidden in an attribute value: write &lt;',
  },
  'attribute-twice': {
    fr: 'l’attribut {name} est répété dans un même élément',
    en: 'the attribute {name} stands twice on one element',
  },
  'unbound-prefix': {
    fr: 'le préfixe {prefix} n’est lié à aucun espace de noms',
    en: 'the prefix {prefix} is bound to no namespace',
  },
  'reserved-prefix': {
    fr: 'le préfixe {prefix} est réservé',
    en: 'the prefix {prefix} is reserved',
  },
  'reserved-namespace': {
    fr: 'l’espace de noms {namespace} est réservé',
    en: 'the namespace {namespace} is reserved',
  },
  'empty-namespace': {
    fr: 'le préfixe {prefix} ne peut pas être lié à un espace de noms vide',
    en: 'the prefix {prefix} cannot be bound to an empty namespace',
  },
  reference: {
    fr: 'ce « & » n’ouvre aucune référence : écrivez &amp;',
    en: 'this "&" opens no reference: write &amp;',
  },
  'unknown-entity': { fr: 'l’entité &{name}; n’est pas définie', en: 'the entity &{name}; is not defined' },
  'reference-to-nothing': {
    fr: '{reference} ne désigne aucun caractère permis en XML',
    en: '{reference} names no character that XML allows',
  },
  'cdata-end-in-text': {
    fr: '« ]]> » est interdit dans un texte : écrivez ]]&gt;',
    en: '"]]>" is forbidden in text: write ]]&gt;',
  },
  'hyphens-in-comment': {
    fr: '« -- » est interdit dans un commentaire',
    en: '"--" is forbidden in a comment',
  },
  'instruction-target': {
    fr: 'la cible d’une instruction doit être un nom sans « : », suivi d’une espace ou de « ?> »',
    en: 'the target of an instruction must be a name without ":", then white space or "?>"',
  },
};

/** Every reason. */
export const malformedReasons: readonly MalformedReason[] = Object.keys(reasons) as MalformedReason[];

/** Where a text is read from, for messages. */
export interface XmlPlace {
  readonly source: string;
  readonly file: string;
}

/** The error `xml-malformed` at an offset of the source; its details carry the reason and what fills the sentence. */
export function malformedXml(
  { source, file }: XmlPlace,
  offset: number,
  reason: MalformedReason,
  values: Readonly<Record<string, FieldValue>> = {},
): InputError {
  return new InputError('xml-malformed', fillText(reasons[reason].en, values), {
    at: { file, ...offsetToPosition(source, Math.min(offset, source.length)) },
    details: { ...values, reason },
  });
}

/** The sentence of an `xml-malformed` error in both languages; undefined for any other error. */
export function malformedText({ code, details }: SegurError): Bilingual | undefined {
  const { reason } = details;
  if (code !== 'xml-malformed' || typeof reason !== 'string' || !Object.hasOwn(reasons, reason))
    return undefined;
  const { fr, en } = reasons[reason as MalformedReason];
  return { fr: fillText(fr, details), en: fillText(en, details) };
}
