import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const english = readFileSync(`${root}README.md`, 'utf8');
const french = readFileSync(`${root}README.fr.md`, 'utf8');

const blocks = (text: string): readonly string[] =>
  [...text.matchAll(/```(?:sh|yaml)\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
const headings = (text: string): number => [...text.matchAll(/^## /gm)].length;
const links = (text: string): readonly string[] =>
  [...text.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] ?? '');

describe('README', () => {
  it('has the same structure and the same commands in both languages', () => {
    expect(blocks(english).length).toBeGreaterThan(5);
    expect(blocks(french)).toEqual(blocks(english));
    expect(headings(french)).toBe(headings(english));
  });

  it('links only to what exists', () => {
    const missing = [...links(english), ...links(french)].filter(
      (link) => !link.startsWith('http') && !existsSync(`${root}${link}`),
    );
    expect(missing).toEqual([]);
  });

  it('names only commands that exist', () => {
    const main = readFileSync(`${root}src/cli/main.ts`, 'utf8');
    const named = new Set([...english.matchAll(/segur ([a-z]+)/g)].map((match) => match[1] ?? ''));
    const unknown = [...named].filter((name) => !main.includes(`'${name}`) && !['numérique'].includes(name));
    expect(unknown.filter((name) => blocks(english).join().includes(`segur ${name}`))).toEqual([]);
  });
});
