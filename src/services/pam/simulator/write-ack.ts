import { buildHl7, type Hl7Field } from '../../../formats/hl7v2/build-hl7.ts';
import type { PamAck } from '../preuves/ack.ts';
import type { Hl7Facts } from '../preuves/views.ts';
import { hl7Time } from './hl7-time.ts';

/** Writes the acknowledgement of a message (HL7 v2.5 §2.13): MSA, and ERR when it refuses. */
export function writeAck(facts: Hl7Facts, ack: PamAck, now: Date, controlId: string): Uint8Array {
  const version = facts.version === '' ? '2.5' : facts.version;
  const event = facts.evenement === '' ? ['ACK'] : ['ACK', facts.evenement, 'ACK'];
  const segments: (readonly [string, ...Hl7Field[]])[] = [
    [
      'MSH',
      'SEGUR',
      'BANC',
      'LPS',
      'LPS',
      hl7Time(now),
      '',
      [event],
      controlId,
      'T',
      [version.split('^')],
      '',
      '',
      '',
      '',
      'FRA',
      'UNICODE UTF-8',
    ],
    ['MSA', ack.code, ack.controlId ?? facts.controlId],
  ];
  if (ack.error !== undefined) {
    const { code, text, application } = ack.error;
    segments.push(['ERR', '', '', [[code, text, 'HL70357']], 'E', application ?? '']);
  }
  return buildHl7(segments);
}
