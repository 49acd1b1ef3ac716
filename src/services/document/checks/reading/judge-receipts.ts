import type { CheckInput, CheckResult } from '../../../../domain/check.ts';
import type { FoundMail } from '../../../../formats/bundle/bundle.ts';
import { readReceipt, type Receipt } from '../../../../formats/mime/read-receipt.ts';
import { judgeMails, type Observation } from './judge-found.ts';

/** What a Disposition field says; `type` and `modifiers` in lower case. */
export interface Disposition {
  readonly automatic: boolean;
  readonly type: string;
  readonly modifiers: string;
}

/** Judges each read receipt (MDN); a mail that is none, or a delivery report (DSN), is left unexamined. */
export function judgeReceipts(
  input: Pick<CheckInput, 'preuves' | 'bytes'>,
  look: (receipt: Receipt, found: FoundMail) => readonly Observation[] | undefined,
): CheckResult {
  return judgeMails(input, (found) => {
    const receipt = readReceipt(found.bytes, found.mail);
    const isMdn =
      receipt?.reportType === 'disposition-notification' ||
      receipt?.partTypes.includes('message/disposition-notification') === true;
    return receipt !== undefined && isMdn ? look(receipt, found) : undefined;
  });
}

/** Value of a field of the machine report; undefined when it is absent. */
export function fieldOf({ fields }: Receipt, name: string): string | undefined {
  return fields.find((field) => field.name.toLowerCase() === name.toLowerCase())?.value.trim();
}

/**
 * Reads `automatic-action/MDN-sent-automatically; processed/error` (RFC 8098 section 3.2.6), the older
 * `processed/Error: 902^…` of the volet included; undefined when it has another form.
 */
export function parseDisposition(text: string): Disposition | undefined {
  const found =
    /^(manual|automatic)-action\s*\/\s*MDN-sent-(?:manually|automatically)\s*;\s*(displayed|deleted|dispatched|processed)(?:\s*\/\s*(.*))?$/i.exec(
      text,
    );
  if (found === null) return undefined;
  const [, action = '', type = '', modifiers = ''] = found;
  return {
    automatic: action.toLowerCase() === 'automatic',
    type: type.toLowerCase(),
    modifiers: modifiers.toLowerCase(),
  };
}
