/** A login or operation that ends with a sentence for the user: refused, or broken by something else. */
export class Refusal extends Error {
  readonly issue: 'refusee' | 'erreur';

  constructor(issue: 'refusee' | 'erreur', message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'Refusal';
    this.issue = issue;
  }
}
