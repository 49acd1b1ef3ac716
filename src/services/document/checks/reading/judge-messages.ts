import type { CheckInput, CheckResult } from '../../../../domain/check.ts';
import type { Finding } from '../../../../domain/finding.ts';
import type { Preuve } from '../../../../domain/preuve.ts';
import type { Hl7File, Hl7Message, Hl7Segment } from '../../../../formats/hl7v2/hl7-message.ts';
import { readHl7 } from '../../../../formats/hl7v2/read-hl7.ts';
import { readPids, type Pid } from '../../../../formats/hl7v2/read-pid.ts';
import { toFinding, type Look, type Observation } from './judge-found.ts';

/** Kinds of preuve whose bytes message checks open: a file handed in, a message received by MLLP. */
export const messageKinds: readonly string[] = ['file/submitted', 'pam/message', 'pam/sent'];

/** One HL7 v2 message found in a preuve. */
export interface FoundMessage {
  readonly preuve: Preuve;
  /** Empty for the only message of its file. */
  readonly label: string;
  readonly file: Hl7File;
  readonly message: Hl7Message;
}

type Input = Pick<CheckInput, 'preuves' | 'bytes'>;

const RAW_NAMES = ['file', 'message', 'request'] as const;

/** Thirty checks read the same few files: what was read last is kept, by content. */
const KEPT = 8;
const recent = new Map<string, Hl7File | undefined>();

/** Every message of the preuves, in order of recording; none for files that are no HL7 v2. */
export function messagesOf(input: Input): readonly FoundMessage[] {
  return input.preuves.flatMap((preuve) => {
    const file = fileOf(input, preuve);
    const messages = file?.messages ?? [];
    return messages.map((message, index) => ({
      preuve,
      label: messages.length === 1 ? '' : `message ${index + 1}`,
      file: file ?? { prefix: '', segments: [], messages: [], strays: [] },
      message,
    }));
  });
}

/** Judges each message of the preuves; a look that gives `undefined` leaves the message unexamined. */
export function judgeMessages(input: Input, look: Look<FoundMessage>): CheckResult {
  let examined = 0;
  const findings: Finding[] = [];
  for (const found of messagesOf(input)) {
    const seen = look(found, found.preuve);
    if (seen === undefined) continue;
    examined += 1;
    findings.push(...seen.map((observation) => toFinding(observation, found.preuve.id, found.label)));
  }
  return { examined, findings };
}

/** Judges each PID of the messages; a look that gives `undefined` leaves the PID unexamined. */
export function judgePids(
  input: Input,
  look: (pid: Pid, found: FoundMessage) => readonly Observation[] | undefined,
): CheckResult {
  return judgeMessages(input, (found) => {
    const seen = readPids(found.message).map((pid) => look(pid, found));
    return seen.every((one) => one === undefined) ? undefined : seen.flatMap((one) => one ?? []);
  });
}

/** Place of a value in a segment, as a finding cites it. */
export function placeIn(
  segment: Hl7Segment,
  path: string,
): Pick<Observation, 'at' | 'bytes'> & { readonly at: { readonly path: string; readonly line: number } } {
  return { at: { path, line: segment.line }, bytes: segment.bytes };
}

function fileOf(input: Input, preuve: Preuve): Hl7File | undefined {
  const name = RAW_NAMES.find((one) => preuve.raw[one] !== undefined);
  const ref = name === undefined ? undefined : preuve.raw[name];
  if (ref === undefined) return undefined;
  if (recent.has(ref.sha256)) return recent.get(ref.sha256);
  const reading = readHl7(input.bytes(ref));
  const file = reading.kind === 'read' ? reading.file : undefined;
  const oldest = recent.keys().next();
  if (recent.size >= KEPT && oldest.done !== true) recent.delete(oldest.value);
  recent.set(ref.sha256, file);
  return file;
}
