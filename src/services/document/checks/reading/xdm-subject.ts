/** First characters of the subject of a mail that carries an archive. */
export const XDM_MARKER = 'XDM/1.0/DDM+';

/** What a subject says after its marker; where label and name part is not written, only `rest` is sure. */
export interface XdmSubject {
  /** Label, name and given name, as written. */
  readonly rest: string;
  /** `JJ/MM/AAAA`, undefined when absent. */
  readonly birthDate: string | undefined;
}

/** Parses `XDM/1.0/DDM+<libellé> <NOM> <prénom> [<JJ/MM/AAAA>]`; undefined when it does not have that form. */
export function parseXdmSubject(subject: string): XdmSubject | undefined {
  if (!subject.startsWith(XDM_MARKER)) return undefined;
  const text = subject.slice(XDM_MARKER.length);
  const dated = /^(.*\S) ((?:0[1-9]|[12]\d|3[01])\/(?:0[1-9]|1[0-2])\/\d{4})$/.exec(text);
  const rest = dated?.[1] ?? text;
  // Any other digits and separators at the end are a date in another form.
  if (dated === null && /\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(rest)) return undefined;
  const words = rest.split(' ');
  const hasName = words.slice(1, -1).some((word) => /^[A-Z][A-Z'-]*$/.test(word));
  return words.length >= 3 && !words.includes('') && hasName ? { rest, birthDate: dated?.[2] } : undefined;
}

/** Text without accents, as the subject writes names. */
export function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}
