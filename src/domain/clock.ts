/** The bench's virtual clock: what simulators put in tokens and certificates. */
export interface Clock {
  /** Milliseconds since the epoch, virtual. */
  now(): number;
  /** Moves virtual time forward without waiting. */
  advance(ms: number): void;
}
