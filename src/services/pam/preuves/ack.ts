/** The acknowledgement that faults of target `pam/ack` may deviate, before it is written. */
export interface PamAck {
  readonly code: string;
  /** ERR-3 (table 0357) and, for 207, ERR-5. */
  readonly error?: { readonly code: string; readonly text: string; readonly application?: string };
  /** Real milliseconds before it leaves. */
  readonly delayMs?: number;
  /** `whole` when absent; `none` answers nothing; `drop` closes; `garbage` sends bytes that are no MLLP block. */
  readonly delivery?: 'whole' | 'none' | 'drop' | 'garbage';
  /** MSA-2 to write instead of the id of the message. */
  readonly controlId?: string;
}
