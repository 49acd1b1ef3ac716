import type { Journal } from './journal.ts';

/** An account of the product: one professional, whatever the means used to log in. */
export interface Account {
  readonly key: string;
  readonly identifiantNational: string;
  readonly means: Set<'psc' | 'local'>;
}

export interface AccountRules {
  readonly keyedOnSub: boolean;
  readonly neverLinked: boolean;
}

/** Accounts, found by the national identifier: the pivot that every means of Pro Santé Connect gives alike. */
export class Accounts {
  readonly #byPivot = new Map<string, Account>();
  readonly #journal: Journal;
  readonly #rules: AccountRules;
  #last = 0;

  constructor(journal: Journal, rules: AccountRules) {
    this.#journal = journal;
    this.#rules = rules;
  }

  forPsc(identifiantNational: string, sub: string): Account {
    const pivot = this.#rules.keyedOnSub ? `sub ${sub}` : identifiantNational;
    const known = this.#rules.neverLinked ? undefined : this.#byPivot.get(pivot);
    const account = known ?? this.#create(pivot, identifiantNational);
    if (!account.means.has('psc')) {
      this.#journal.trace(identifiantNational, known === undefined ? 'creation' : 'rapprochement', 'reussi');
    }
    account.means.add('psc');
    return account;
  }

  /** Other means of the product: the account an administrator would have opened beforehand. */
  forLocal(identifiantNational: string): Account {
    const account =
      this.#byPivot.get(identifiantNational) ?? this.#create(identifiantNational, identifiantNational);
    account.means.add('local');
    return account;
  }

  #create(pivot: string, identifiantNational: string): Account {
    this.#last += 1;
    const account: Account = {
      key: `compte-${String(this.#last).padStart(4, '0')}`,
      identifiantNational,
      means: new Set(),
    };
    this.#byPivot.set(pivot, account);
    return account;
  }
}
