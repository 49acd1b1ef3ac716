import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../builders/segur-cli.ts';

const compiled = pathToFileURL(join(packageRoot, 'dist/demo/scaled-time.js')).href;

/** Time is replaced for a whole process: each case has its own. */
function inItsOwnProcess(script: string): unknown {
  const text = `
    import { setTimeout as wait } from 'node:timers/promises';
    const { scaleTime } = await import(${JSON.stringify(compiled)});
    const realTimeout = globalThis.setTimeout;
    const time = scaleTime(10, Date.now());
    const turns = () => new Promise((resolve) => realTimeout(resolve, 30));
    const seen = [];
    ${script}
    process.stdout.write(JSON.stringify(seen));
    process.exit(0);
  `;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', text]).toString());
}

describe('scaleTime', () => {
  it('runs dates and timers faster', () => {
    const [dates, waits] = inItsOwnProcess(`
      const before = Date.now();
      const start = performance.now();
      await wait(1000);
      seen.push(Date.now() - before, performance.now() - start);
    `) as readonly [number, number];
    expect(dates).toBeGreaterThanOrEqual(990);
    expect(waits).toBeGreaterThanOrEqual(95);
    expect(waits).toBeLessThan(900);
  });

  it('fires in order what a jump brings due, and tells the time to the next timer', () => {
    const seen = inItsOwnProcess(`
      setTimeout(() => seen.push('c'), 9000);
      setTimeout(() => seen.push('b'), 7000);
      setInterval(() => seen.push('a'), 4000);
      const before = Date.now();
      seen.push(Math.round(time.leap(0) / 1000));
      time.leap(8000);
      seen.push(Math.round((Date.now() - before) / 1000));
      await turns();
      seen.push(Math.round(time.leap(0) / 1000));
    `);
    expect(seen).toEqual([4, 8, 'a', 'b', expect.toSatisfy((left: number) => left <= 1)]);
  });

  it('waits for no timer that was cleared, nor for one that does not hold the process', () => {
    const seen = inItsOwnProcess(`
      clearTimeout(setTimeout(() => seen.push('cleared'), 1000));
      clearInterval(setInterval(() => seen.push('cleared'), 1000));
      const idle = setTimeout(() => seen.push('idle'), 2000).unref();
      seen.push(time.leap(0) ?? 'none', idle.hasRef());
      idle.refresh();
      time.leap(3000);
      await turns();
    `);
    expect(seen).toEqual(['none', false, 'idle']);
  });

  it('lets a promised wait be aborted, before and during', () => {
    const seen = inItsOwnProcess(`
      const name = (error) => seen.push(error.name);
      await wait(1000, undefined, { signal: AbortSignal.abort() }).catch(name);
      const controller = new AbortController();
      const waiting = wait(60_000, undefined, { signal: controller.signal }).catch(name);
      controller.abort();
      await waiting;
      seen.push(time.leap(0) ?? 'none', await wait(10, 'value'));
    `);
    expect(seen).toEqual(['AbortError', 'AbortError', 'none', 'value']);
  });
});
