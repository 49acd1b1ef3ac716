const start = 0x0b;
const end = 0x1c;
const carriageReturn = 0x0d;

/** What came out of an MLLP stream, in order. */
export type MllpEvent =
  | { readonly kind: 'message'; readonly bytes: Uint8Array }
  /** Bytes outside of any block, or a block cut by the start of another or by the end of the stream. */
  | {
      readonly kind: 'garbage';
      readonly length: number;
      readonly reason: 'outside' | 'restarted' | 'unfinished';
    }
  /** A block over the limit; the decoder gives nothing more: close the connection. */
  | { readonly kind: 'too-large'; readonly limit: number };

/** Reads an MLLP stream piece by piece. */
export interface MllpDecoder {
  /** Takes the bytes received and gives what they completed. */
  push(chunk: Uint8Array): readonly MllpEvent[];
  /** To be called when the peer closes: tells of a block that never ended. */
  finish(): readonly MllpEvent[];
}

/** Wraps a message in an MLLP block (HL7 Minimal Lower Layer Protocol: VT, content, FS CR). */
export function frameMllp(message: Uint8Array): Uint8Array {
  return Buffer.concat([Uint8Array.of(start), message, Uint8Array.of(end, carriageReturn)]);
}

/**
 * Makes a decoder for one connection. Memory stays under `maxBytes` plus one chunk, and time is linear in the bytes
 * received however they are cut. A lone FS inside of a block belongs to the content.
 */
export function createMllpDecoder(maxBytes: number = 32 * 1024 * 1024): MllpDecoder {
  let parts: Uint8Array[] = [];
  let size = 0;
  let outside = 0;
  let state: 'idle' | 'block' | 'dead' = 'idle';
  /** The last chunk ended on FS, which may be followed by its CR. */
  let pendingEnd = false;

  const flushOutside = (events: MllpEvent[]): void => {
    if (outside > 0) events.push({ kind: 'garbage', length: outside, reason: 'outside' });
    outside = 0;
  };
  const add = (piece: Uint8Array): void => {
    if (piece.length === 0) return;
    parts.push(Buffer.from(piece));
    size += piece.length;
  };
  const reset = (): void => {
    parts = [];
    size = 0;
  };

  const inBlock = (chunk: Uint8Array, at: number, events: MllpEvent[]): number => {
    if (pendingEnd) {
      pendingEnd = false;
      if (chunk[at] === carriageReturn) {
        events.push({ kind: 'message', bytes: Buffer.concat(parts) });
        reset();
        state = 'idle';
        return at + 1;
      }
      add(Uint8Array.of(end));
    }
    const stop = firstOf(chunk, at);
    add(chunk.subarray(at, stop));
    if (size > maxBytes) {
      events.push({ kind: 'too-large', limit: maxBytes });
      reset();
      state = 'dead';
      return chunk.length;
    }
    if (stop === chunk.length) return stop;
    if (chunk[stop] === end) pendingEnd = true;
    else {
      events.push({ kind: 'garbage', length: size + 1, reason: 'restarted' });
      reset();
    }
    return stop + 1;
  };

  return {
    push(chunk) {
      const events: MllpEvent[] = [];
      let at = 0;
      while (at < chunk.length && state !== 'dead') {
        if (state === 'block') {
          at = inBlock(chunk, at, events);
          continue;
        }
        const next = chunk.indexOf(start, at);
        outside += (next === -1 ? chunk.length : next) - at;
        if (next === -1) break;
        flushOutside(events);
        state = 'block';
        at = next + 1;
      }
      // Garbage is told at once: a peer that never frames must not be waited for.
      flushOutside(events);
      return events;
    },
    finish() {
      const unfinished = state === 'block';
      const length = size + 1 + (pendingEnd ? 1 : 0);
      state = 'dead';
      reset();
      return unfinished ? [{ kind: 'garbage', length, reason: 'unfinished' }] : [];
    },
  };
}

function firstOf(chunk: Uint8Array, from: number): number {
  for (let at = from; at < chunk.length; at += 1) {
    if (chunk[at] === end || chunk[at] === start) return at;
  }
  return chunk.length;
}
