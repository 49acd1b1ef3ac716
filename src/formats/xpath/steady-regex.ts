/** A part of an expression: whether it may match nothing, and the places where it may start and end. */
interface Part {
  readonly nullable: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/** What one place of an expression matches: one character, or a class as it is written. */
interface Place {
  readonly source: string;
  readonly literal: string | undefined;
}

class NotSteady extends Error {}

const nothing: Part = { nullable: true, first: [], last: [] };
const known = new WeakMap<RegExp, boolean>();

/**
 * Whether a match takes time in proportion to the text, because after each character one place at most of the
 * expression can go on, and by one way (one-unambiguous expressions; Brüggemann-Klein and Wood, 1998). False where this
 * is not plain to see: look-around, references, classes made of classes, flag `i`.
 */
export function isSteady(regex: RegExp): boolean {
  let steady = known.get(regex);
  if (steady === undefined) known.set(regex, (steady = judge(regex)));
  return steady;
}

function judge({ source, flags }: RegExp): boolean {
  if (flags.includes('i')) return false;
  try {
    const { places, follow, first } = new Reader(source).read();
    const apart = (set: readonly number[]): boolean =>
      set.every((one, at) =>
        set.slice(at + 1).every((other) => areDisjoint(places[one], places[other], flags)),
      );
    return apart(first) && [...follow.values()].every((set) => apart([...set]));
  } catch (error) {
    if (error instanceof NotSteady) return false;
    throw error;
  }
}

/** Reads an expression into its places and which may follow which. */
class Reader {
  readonly #source: string;
  readonly #places: Place[] = [];
  readonly #follow = new Map<number, Set<number>>();
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  read(): {
    readonly places: readonly Place[];
    readonly follow: ReadonlyMap<number, ReadonlySet<number>>;
    readonly first: readonly number[];
  } {
    const { first } = this.#alternatives();
    if (this.#at < this.#source.length) throw new NotSteady();
    return { places: this.#places, follow: this.#follow, first };
  }

  #alternatives(): Part {
    let part = this.#sequence();
    while (this.#take('|')) {
      const other = this.#sequence();
      part = {
        nullable: part.nullable || other.nullable,
        first: [...part.first, ...other.first],
        last: [...part.last, ...other.last],
      };
    }
    return part;
  }

  #sequence(): Part {
    let part = nothing;
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source.charAt(this.#at))) {
      const next = this.#repeated();
      this.#link(part.last, next.first);
      part = {
        nullable: part.nullable && next.nullable,
        first: part.nullable ? [...part.first, ...next.first] : part.first,
        last: next.nullable ? [...part.last, ...next.last] : next.last,
      };
    }
    return part;
  }

  #repeated(): Part {
    const part = this.#atom();
    const found = /[*+?]|\{(\d+)(?:(,)(\d*))?\}/y;
    found.lastIndex = this.#at;
    const quantifier = found.exec(this.#source);
    if (quantifier === null) return part;
    this.#at = found.lastIndex;
    // A lazy one tries in another order, no less.
    this.#take('?');
    const [text, least, , most] = quantifier;
    const once = text === '?' || (least !== undefined && Number(most ?? least) <= 1 && most !== '');
    if (!once) this.#link(part.last, part.first);
    return { ...part, nullable: part.nullable || text === '*' || text === '?' || Number(least) === 0 };
  }

  #atom(): Part {
    const char = this.#source.charAt(this.#at);
    if (char === '^' || char === '$') {
      this.#at += 1;
      return nothing;
    }
    if (char === '(') return this.#group();
    const form =
      /\\[pP]\{[^}]*\}|\\[^\dbBkpPuxc]|\[(?:[^[\]\\]|\\[pP]\{[^}]*\}|\\[^\dbBkpPuxc])*\]|[^\\[\](){}*+?|]/y;
    form.lastIndex = this.#at;
    const [text] = form.exec(this.#source) ?? [];
    if (text === undefined) throw new NotSteady();
    this.#at = form.lastIndex;
    const escaped = /^\\([^pPdDsSwWnrtfv])$/.exec(text)?.[1];
    const literal = text.length === 1 && text !== '.' ? text : escaped;
    this.#places.push({ source: text, literal });
    const place = [this.#places.length - 1];
    return { nullable: false, first: place, last: place };
  }

  #group(): Part {
    this.#at += 1;
    if (this.#take('?') && !this.#take(':')) throw new NotSteady();
    const part = this.#alternatives();
    if (!this.#take(')')) throw new NotSteady();
    return part;
  }

  /** One way only from a place to the next: by two, a text could be matched in ever more ways. */
  #link(from: readonly number[], to: readonly number[]): void {
    for (const one of from) {
      const after = this.#follow.get(one) ?? new Set<number>();
      this.#follow.set(one, after);
      for (const other of to) {
        if (after.has(other)) throw new NotSteady();
        after.add(other);
      }
    }
  }

  #take(text: string): boolean {
    if (!this.#source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }
}

function areDisjoint(one: Place | undefined, other: Place | undefined, flags: string): boolean {
  if (one === undefined || other === undefined) return false;
  if (one.literal !== undefined && other.literal !== undefined) return one.literal !== other.literal;
  if (one.literal !== undefined) return !matcher(other, flags).test(one.literal);
  if (other.literal !== undefined) return !matcher(one, flags).test(other.literal);
  return isAsciiClass(one) && isAsciiClass(other) && !sharesAscii(matcher(one, flags), matcher(other, flags));
}

function matcher({ source }: Place, flags: string): RegExp {
  return new RegExp(`^(?:${source})$`, flags.replace(/[gy]/g, ''));
}

/** A class that lists characters below U+0080, so that these can all be tried. */
function isAsciiClass({ source }: Place): boolean {
  return /^\[[^^\\](?:[\x20-\x5b\x5d-\x7e]|\\[^pPdDsSwW])*\]$/.test(source);
}

function sharesAscii(one: RegExp, other: RegExp): boolean {
  for (let code = 0; code < 128; code += 1) {
    const char = String.fromCharCode(code);
    if (one.test(char) && other.test(char)) return true;
  }
  return false;
}
