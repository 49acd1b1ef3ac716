import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { lineReader, type LineReader } from './line-reader.ts';

function piped(): { readonly input: PassThrough; readonly reader: LineReader; readonly told: () => string } {
  const input = new PassThrough();
  const output = new PassThrough();
  let told = '';
  output.setEncoding('utf8').on('data', (chunk: string) => (told += chunk));
  return { input, reader: lineReader(input as unknown as NodeJS.ReadStream, output), told: () => told };
}

const deadline = (): AbortSignal => AbortSignal.timeout(5000);

describe('lineReader', () => {
  it('gives each line to one question, those that came early too', async () => {
    const { input, reader, told } = piped();
    input.write('un\ndeux\ntrois\n');
    expect(await reader.ask('1? ', deadline())).toBe('un');
    expect(await reader.ask('2? ', deadline())).toBe('deux');
    expect(await reader.ask('3? ', deadline())).toBe('trois');
    expect(told()).toBe('1? 2? 3? ');
  });

  it('tells the end of the input instead of waiting for ever', async () => {
    const { input, reader } = piped();
    input.end('un\n');
    expect(await reader.ask('', deadline())).toBe('un');
    expect(await reader.ask('', deadline())).toBeUndefined();
    expect(await reader.ask('', deadline())).toBeUndefined();
  });

  it('stops asking when told, and asks again', async () => {
    const { input, reader } = piped();
    const stop = new AbortController();
    const asked = reader.ask('', stop.signal);
    stop.abort();
    await expect(asked).rejects.toThrow(/abort/i);
    await expect(reader.ask('', AbortSignal.abort())).rejects.toThrow(/abort/i);
    input.write('après\n');
    expect(await reader.ask('', deadline())).toBe('après');
  });
});
