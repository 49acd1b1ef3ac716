// Writes one page of docs/ for each file of tools/assertions: every assertion of its families, the checks that carry it,
// how `segur check` and the scenarios tell a deviation, and what is left out and why. Checks and rows are read from their
// files, so that a page cannot promise more. With --check, fails when a page is stale. It always fails when an assertion
// has neither check nor reason, when a reason outlives the lack, and when a check names an assertion that no file lists.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const services = join(root, 'src/services');
const yamlIn = (folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => parse(readFileSync(join(root, folder, name), 'utf8')));

const checks = readdirSync(services).flatMap((service) => {
  const folder = join(services, service, 'checks');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const list = /\bassertions: \[([^\]]*)\]/.exec(text)?.[1] ?? '';
      return {
        id: `${service}/${name.slice(0, -3)}`,
        assertions: list.match(/[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+/g) ?? [],
        stated: /trust: 'V'/.test(text),
        needsFacts: /\brequired: \[/.test(text),
      };
    });
});

const scenarios = yamlIn('scenarios').filter((one) => one?.judgements !== undefined);
const rows = scenarios.flatMap((scenario) =>
  scenario.judgements.flatMap((row) =>
    (scenario.cases ?? [{}]).map((one) => ({
      check: row.check.replace(/\$\{case\.([^}]+)\}/g, (_all, key) => String(one[key])),
      gravite: row.gravite,
      scenario: scenario.id,
    })),
  ),
);
const pack = yamlIn('scenarios/packs')
  .sort((one, other) => one.from.localeCompare(other.from))
  .at(-1);

const told = ({ id, stated, needsFacts }) => {
  if (!pack.checks.some((pattern) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(id))) return '';
  const severity = pack.severity?.[id] ?? (stated ? 'error' : 'warning');
  return needsFacts && pack.options?.[id] === undefined ? `${severity}, facts` : severity;
};

const played = ({ id }) => {
  const own = rows.filter((row) => row.check === id);
  return [...new Set(own.map(({ gravite }) => gravite))]
    .map((gravite) => {
      const names = new Set(own.filter((row) => row.gravite === gravite).map(({ scenario }) => scenario));
      return `${gravite} in ${names.size === 1 ? `\`${[...names][0]}\`` : `${names.size} scenarios`}`;
    })
    .join(', ');
};

const problems = [];

function pageOf({ title, intro, families, groups }) {
  const listed = groups.flatMap(({ assertions }) => Object.keys(assertions));
  const twice = listed.filter((id, index) => listed.indexOf(id) !== index);
  problems.push(...twice.map((id) => `${id} is listed twice`));
  for (const { id, assertions } of checks) {
    const unknown = assertions.filter(
      (one) => families.some((family) => one.startsWith(`${family}-`)) && !listed.includes(one),
    );
    problems.push(...unknown.map((one) => `${id} names ${one}, which no group lists`));
  }
  let covered = 0;
  const sections = groups.map((group) => {
    const lines = Object.entries(group.assertions).map(([id, given]) => {
      const { says, partly, not, by, ...rest } = typeof given === 'string' ? { says: given } : given;
      problems.push(...Object.keys(rest).map((key) => `${id} has an unknown member: ${key}`));
      const own = checks.filter((check) => check.assertions.includes(id));
      if (own.length === 0 && not === undefined && by === undefined)
        problems.push(`${id} has no check and no reason`);
      if (own.length > 0 && not !== undefined) problems.push(`${id} has a check, and a reason to have none`);
      if (own.length === 0 && partly !== undefined)
        problems.push(`${id} has no check that could leave something out`);
      if (own.length > 0 || by !== undefined) covered += 1;
      const cells =
        own.length === 0
          ? [by ?? '—', '', '']
          : [
              own.map((check) => `\`${check.id}\``).join('<br>'),
              own.map(told).join('<br>'),
              own.some((check) => played(check) !== '') ? own.map(played).join('<br>') : '',
            ];
      return `| ${id} | ${says} | ${cells.join(' | ')} | ${not ?? partly ?? ''} |`;
    });
    const head =
      '| assertion | says | checks | `segur check` | scenarios | not judged, and why |\n| --- | --- | --- | --- | --- | --- |';
    return `## ${group.title}\n\n${head}\n${lines.join('\n')}`;
  });
  const head = `Written by \`node tools/assertion-pages.mjs\` from the checks and scenarios themselves: ${listed.length} assertions,\n${covered} judged, ${listed.length - covered} not, each with its reason.`;
  return `# ${title}\n\n${head}\n\n${intro}\n${sections.join('\n\n')}\n`;
}

const stale = [];
for (const file of yamlIn('tools/assertions')) {
  const target = join(root, 'docs', file.page);
  const page = await format(pageOf(file), { ...(await resolveConfig(target)), filepath: target });
  if (!process.argv.includes('--check')) writeFileSync(target, page);
  else if (readFileSync(target, 'utf8') !== page)
    stale.push(`docs/${file.page} is stale: run node tools/assertion-pages.mjs`);
}
for (const problem of [...problems, ...stale]) process.stderr.write(`${problem}\n`);
if (problems.length + stale.length > 0) process.exitCode = 1;
