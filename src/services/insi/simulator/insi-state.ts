import type { JsonObject } from '../../../domain/json.ts';
import { InputError } from '../../../domain/segur-error.ts';
import type { InsiReply } from '../preuves/answer.ts';

/** What the running step asks of the answers. */
export interface InsiState {
  /** Forces the code of every search. */
  readonly reponse?: '01' | '02';
  /** Forces the result of every verification. */
  readonly verification?: 'OK' | 'KO';
  readonly prefixes: InsiReply['prefixes'];
}

const allowed: ReadonlyMap<string, readonly unknown[]> = new Map([
  ['reponse', ['00', '01', '02']],
  ['verification', ['OK', 'KO']],
  ['prefixes', ['default', 'ns2']],
]);

/** Reads a state; `00` answers faithfully. Throws InputError naming a member or a value that does not exist. */
export function readState(wanted: JsonObject): InsiState {
  for (const [name, value] of Object.entries(wanted)) {
    if (allowed.get(name)?.includes(value) === true) continue;
    throw new InputError('INSI_STATE', `INSi has no state ${JSON.stringify({ [name]: value })}`, {
      hint: [...allowed].map(([member, known]) => `${member}: ${known.join(', ')}`).join(' ; '),
    });
  }
  const { reponse, verification, prefixes } = wanted;
  return {
    prefixes: prefixes === 'ns2' ? 'ns2' : 'default',
    ...(reponse === '01' || reponse === '02' ? { reponse } : {}),
    ...(verification === 'OK' || verification === 'KO' ? { verification } : {}),
  };
}
