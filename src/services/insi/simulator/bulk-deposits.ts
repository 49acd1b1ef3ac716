import type { InsiBulkResult } from '../preuves/answer.ts';
import { verify, type KnownIndividu } from './find-individu.ts';
import type { ReadCall } from './read-call.ts';

const kept = 1000;

/** Deposits of verifications and their results, the last thousand; numbers are those of the order of deposit. */
export class BulkDeposits {
  readonly #results = new Map<string, readonly InsiBulkResult[]>();
  #count = 0;

  /** Keeps a deposit and gives its number. */
  add(individus: NonNullable<ReadCall['individus']>, known: readonly KnownIndividu[]): string {
    this.#count += 1;
    const lot = `LOT-${String(this.#count)}`;
    this.#results.set(
      lot,
      individus.map((one) => ({
        numIdentifiant: one.ins.numIdentifiant ?? '',
        cle: one.ins.cle ?? '',
        resultat: verify(one, known),
      })),
    );
    const [oldest] = this.#results.keys();
    if (this.#results.size > kept && oldest !== undefined) this.#results.delete(oldest);
    return lot;
  }

  /** Undefined for a deposit that is not known. */
  results(lot: string | undefined): readonly InsiBulkResult[] | undefined {
    return lot === undefined ? undefined : this.#results.get(lot);
  }
}
