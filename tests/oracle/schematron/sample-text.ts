/**
 * A text that a simple regular expression should match: of each alternative the first, of each class its first member,
 * of each quantifier the fewest (once where none would do). A guess: who asks verifies it.
 */
export function sampleText(pattern: string): string {
  return new Sampler(pattern).alternatives();
}

/** A cursor over a regular expression. */
class Sampler {
  readonly #pattern: string;
  #at = 0;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  alternatives(): string {
    const first = this.#branch();
    while (this.#pattern.charAt(this.#at) === '|') {
      this.#at += 1;
      this.#branch();
    }
    return first;
  }

  #branch(): string {
    let out = '';
    while (this.#at < this.#pattern.length && !'|)'.includes(this.#pattern.charAt(this.#at))) {
      const atom = this.#atom();
      out += atom.repeat(this.#times());
    }
    return out;
  }

  #atom(): string {
    const char = this.#pattern.charAt(this.#at);
    this.#at += 1;
    switch (char) {
      case '^':
      case '$':
        return '';
      case '.':
        return 'a';
      case '(': {
        if (this.#pattern.startsWith('?:', this.#at)) this.#at += 2;
        const inner = this.alternatives();
        this.#at += 1;
        return inner;
      }
      case '[':
        return this.#class();
      case '\\':
        return this.#escape();
      default:
        return char;
    }
  }

  #escape(): string {
    const char = this.#pattern.charAt(this.#at);
    this.#at += 1;
    return (
      { d: '1', w: 'a', s: ' ', S: 'a', D: 'a', W: '-', n: '\n', r: '\r', t: '\t', i: 'a', c: 'a' }[char] ??
      char
    );
  }

  #class(): string {
    const negated = this.#pattern.charAt(this.#at) === '^';
    if (negated) this.#at += 1;
    let first: string | undefined;
    const from = this.#at;
    while (this.#at < this.#pattern.length && (this.#pattern.charAt(this.#at) !== ']' || this.#at === from)) {
      const char = this.#pattern.charAt(this.#at);
      this.#at += 1;
      const member = char === '\\' ? this.#escape() : char;
      first ??= member;
    }
    const body = this.#pattern.slice(from, this.#at);
    this.#at += 1;
    if (!negated) return first ?? '';
    return ['a', '1', '-', 'Z', ' '].find((one) => !body.includes(one)) ?? '§';
  }

  #times(): number {
    const rest = this.#pattern.slice(this.#at);
    const counted = /^\{(\d+)(?:,\d*)?\}/.exec(rest);
    if (counted !== null) {
      this.#at += counted[0].length;
      return Number(counted[1]);
    }
    if (!/^[*+?]/.test(rest)) return 1;
    this.#at += /^[*+?]\?/.test(rest) ? 2 : 1;
    return rest.startsWith('+') ? 1 : 0;
  }
}
