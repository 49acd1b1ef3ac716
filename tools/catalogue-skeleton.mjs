// Compares the ids and structure of our exigence files with an extract of the REM (SEGUR_ANS_DIR/rem-2023-02.json).
// `node tools/catalogue-skeleton.mjs` lists the differences (exit 1 when there are some);
// `node tools/catalogue-skeleton.mjs --missing INS` lists the ids of a family that no file has yet.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const folder = fileURLToPath(new URL('../scenarios/exigences/rem-2023-02/', import.meta.url));
const arbitrages = { Approuvée: 'approuvee', 'A retravailler': 'a-retravailler', Obsolète: 'obsolete' };
const natures = { Obligatoire: 'obligatoire', Préconisée: 'preconisee' };

/** A preuve without id is `<scenario>~<rank>`; the repeat of an id inside a scenario is `<id>~<count>`. */
export function preuveIds(scenario) {
  const seen = new Map();
  return scenario.preuves.map((preuve, index) => {
    const id = preuve.id ?? `${scenario.id}~${index + 1}`;
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}~${count}`;
  });
}

const shapeOfRow = (row) => ({
  vague: Number(row.vague),
  arbitrage: arbitrages[row.arbitrage],
  profil: row.profil,
  nature: natures[row.nature],
  chapitre: row.sectionId,
  scenarios: row.scenarios.map((scenario) => [scenario.id, preuveIds(scenario)]),
});

const shapeOfEntry = (entry) => ({
  vague: entry.vague,
  arbitrage: entry.arbitrage,
  profil: entry.profil,
  nature: entry.nature,
  chapitre: entry.chapitre,
  // HX- scenarios are the project's own, for exigences that the extract leaves without one.
  scenarios: (entry.scenarios ?? [])
    .filter(({ id }) => !id.startsWith('HX-'))
    .map((scenario) => [scenario.id, scenario.preuves.map(({ id }) => id)]),
});

function ourRows() {
  const head = parse(readFileSync(join(folder, 'catalogue.yaml'), 'utf8'));
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && name !== 'catalogue.yaml')
    .map((name) => parse(readFileSync(join(folder, name), 'utf8')));
  const socles = new Map(
    files
      .filter((file) => file.dispositif === 'socle')
      .flatMap((file) => file.exigences.map((entry) => [entry.id, entry])),
  );
  const rows = new Map();
  for (const file of files.filter(({ dispositif }) => dispositif !== 'socle')) {
    const code = head.dispositifs[file.dispositif]?.code ?? file.dispositif;
    for (const entry of file.exigences) {
      const socle = socles.get(entry.herite);
      const arbitrage = socle?.arbitrage === 'obsolete' ? 'obsolete' : (entry.arbitrage ?? socle?.arbitrage);
      rows.set(`${code} ${entry.id}`, { ...socle, ...entry, arbitrage });
    }
  }
  return rows;
}

/** One sentence for each difference: a row we have and the extract has not, another shape, a row of a family we lack. */
export function differences(extractPath) {
  const rows = JSON.parse(readFileSync(extractPath, 'utf8'));
  const theirs = new Map(rows.map((row) => [`${row.couloir} ${row.id}`, row]));
  const ours = ourRows();
  const found = [];
  for (const [key, entry] of ours) {
    const row = theirs.get(key);
    if (row === undefined) {
      found.push(`${key}: not in the extract`);
      continue;
    }
    if ((row.socle ?? '') !== (entry.herite ?? ''))
      found.push(`${key}: socle ${row.socle}, ours ${entry.herite}`);
    const expected = shapeOfRow(row);
    const actual = shapeOfEntry(entry);
    for (const member of Object.keys(expected)) {
      const [a, b] = [JSON.stringify(expected[member]), JSON.stringify(actual[member])];
      if (a !== b) found.push(`${key}: ${member} ${a}, ours ${b}`);
    }
  }
  const sections = new Set([...ours.values()].map(({ chapitre }) => chapitre));
  for (const [key, row] of theirs) {
    if (sections.has(row.sectionId) && !ours.has(key)) found.push(`${key}: missing, its chapitre is ours`);
  }
  return found;
}

function main() {
  const extract = join(process.env.SEGUR_ANS_DIR ?? '', 'rem-2023-02.json');
  if (process.env.SEGUR_ANS_DIR === undefined || !existsSync(extract)) {
    console.error('Set SEGUR_ANS_DIR to the folder of rem-2023-02.json.');
    process.exit(3);
  }
  const at = process.argv.indexOf('--missing');
  if (at >= 0) {
    const family = process.argv[at + 1] ?? '';
    const ours = ourRows();
    for (const row of JSON.parse(readFileSync(extract, 'utf8'))) {
      const key = `${row.couloir} ${row.id}`;
      if (row.id.startsWith(family) && !ours.has(key)) console.log(key, JSON.stringify(shapeOfRow(row)));
    }
    return;
  }
  const found = differences(extract);
  for (const line of found) console.log(line);
  process.exit(found.length === 0 ? 0 : 1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
