// Writes docs/psc-assertions.md: each assertion of Pro Santé Connect, the checks that implement it, the rows that use
// them. With --check, fails when the page is stale. The page is read from the files, so it cannot promise more.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const groups = { AR: 16, DI: 3, TR: 11, ID: 13, UI: 9, RF: 4, LO: 5, CI: 9, TX: 3, PX: 4, LG: 2, BR: 2 };
const checksFolder = join(root, 'src/services/psc/checks');
const scenariosFolder = join(root, 'scenarios/psc');

const checks = readdirSync(checksFolder)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => {
    const text = readFileSync(join(checksFolder, name), 'utf8');
    const list = /assertions?: \[?([^\]\n;]+)/.exec(text)?.[1] ?? '';
    return { id: `psc/${name.slice(0, -3)}`, assertions: list.match(/(?:PSC|HX)-[A-Z0-9-]+/g) ?? [] };
  });

const rows = readdirSync(scenariosFolder)
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => {
    const scenario = parse(readFileSync(join(scenariosFolder, name), 'utf8'));
    return scenario.judgements.flatMap((row) => {
      const cases = scenario.cases ?? [{}];
      const filled = new Set(
        cases.map((one) => row.check.replace(/\$\{case\.([^}]+)\}/g, (_all, key) => String(one[key]))),
      );
      return [...filled].map((check) => ({ check, scenario: scenario.id, row }));
    });
  });

const lines = Object.entries(groups).flatMap(([group, count]) =>
  Array.from(
    { length: count },
    (_item, index) => `PSC-${group}-${String(index + 1).padStart(2, '0')}`,
  ).flatMap((assertion) => {
    const own = checks.filter((check) => check.assertions.includes(assertion));
    if (own.length === 0) return [`| ${assertion} | **not covered** | | | |`];
    return own.flatMap((check) => {
      const used = rows.filter((one) => one.check === check.id);
      const byGravite = new Map();
      for (const { row, scenario } of used) {
        const key = `${row.gravite}|${row.confirmerait?.en ?? ''}`;
        byGravite.set(key, [...(byGravite.get(key) ?? []), scenario]);
      }
      return [...byGravite].map(([key, scenarios]) => {
        const [gravite, confirms] = key.split('|');
        return `| ${assertion} | \`${check.id}\` | ${[...new Set(scenarios)].map((id) => `\`${id}\``).join(' ')} | ${gravite} | ${confirms} |`;
      });
    });
  }),
);
const missing = lines.filter((line) => line.includes('not covered')).length;
const total = Object.values(groups).reduce((sum, count) => sum + count, 0);
const draft = `# Pro Santé Connect: the ${total} assertions

Written by \`node tools/psc-coverage.mjs\` from the checks and scenarios themselves: ${total - missing} covered, ${missing} not.
A row that warns says what would let it block. Some assertions have several checks, some checks several rows.

- **PSC-DI-02** is stated by a norm that was read, yet only warns: a software with a fixed or cached configuration never
  reads the discovery during a login, so that the deviation cannot reach it and a blocking row would stay unexercised.
- **PSC-CI-02, PSC-BR-01, PSC-BR-02**: what is on a screen or in a document is for a person; the bench keeps the
  declaration, and compares the binding code where the software tells it.
- **PSC-PX-01 to PSC-PX-04** and **PSC-TX-01 to PSC-TX-03** run in the regime \`edc\` only.
- \`HX-PSC-…\` ids are the bench's own: alone they inform and never decide.

| assertion | check | scenarios | gravité | what would confirm |
| --- | --- | --- | --- | --- |
${lines.join('\n')}
`;
const target = join(root, 'docs/psc-assertions.md');
const page = await format(draft, { ...(await resolveConfig(target)), filepath: target });
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== page) {
    process.stderr.write('docs/psc-assertions.md is stale: run node tools/psc-coverage.mjs\n');
    process.exitCode = 1;
  }
} else writeFileSync(target, page);
