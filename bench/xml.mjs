/**
 * Time to parse XML, in processor time, by our parser and by libraries, each in a process of its own: the examples
 * of the CDA kit (SEGUR_CDA_KIT or SEGUR_ANS_DIR), or generated documents; then documents of one kind that grow.
 * Runs what `npm run build` made.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ans = process.env.SEGUR_ANS_DIR;
const kit = process.env.SEGUR_CDA_KIT ?? (ans === undefined ? undefined : join(ans, 'TestContenuCDA-3-0'));

const events = ['text', 'cdata', 'opentagstart', 'opentag', 'closetag', 'attribute', 'comment'];

/** All that our tree needs is listened to; `Roomy` is a subclass, for which the engine keeps room for handlers. */
function bySaxes(Parser) {
  return (bytes) => {
    const parser = new Parser({ xmlns: true, position: false });
    for (const event of [...events, 'processinginstruction', 'doctype', 'error']) parser.on(event, () => {});
    parser.write(bytes.toString()).close();
  };
}

const parsers = {
  ours: async () => (await import('../dist/formats/xml/parse-xml.js')).parseXml,
  'saxes, events alone': async () => bySaxes((await import('saxes')).SaxesParser),
  'saxes, subclassed': async () => bySaxes(class Roomy extends (await import('saxes')).SaxesParser {}),
  'libxml2-wasm, tree alone': async () => {
    const { XmlDocument } = await import('libxml2-wasm');
    return (bytes) => XmlDocument.fromBuffer(bytes).dispose();
  },
  slimdom: async () => {
    const { parseXmlDocument } = await import('slimdom');
    return (bytes) => parseXmlDocument(bytes.toString().replace(/^\ufeff/, ''));
  },
  'fast-xml-parser': async () => {
    const { XMLParser } = await import('fast-xml-parser');
    const parser = new XMLParser({ ignoreAttributes: false, preserveOrder: true });
    return (bytes) => parser.parse(bytes.toString());
  },
};

function made(rows) {
  const row =
    '<entry code="34133-9" codeSystem="2.16.840.1.113883.6.1" displayName="Résumé"><value>œdème</value></entry>\n';
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<document xmlns="urn:x">\n${row.repeat(rows)}</document>\n`,
  );
}

/** Milliseconds of processor time a document: the best of five passes, for other programs disturb caches too. */
function cost(parse, documents) {
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    for (const bytes of documents) parse(bytes);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000 / documents.length;
  });
  return Math.min(...times);
}

const documents =
  kit === undefined
    ? Array.from({ length: 40 }, (_, at) => made(200 + 100 * at))
    : readdirSync(join(kit, 'ExemplesCDA')).map((name) => readFileSync(join(kit, 'ExemplesCDA', name)));

if (process.argv[2] === '--parser') {
  const parse = await parsers[process.argv[3]]();
  const growing = [1_000, 4_000, 16_000, 64_000].map((rows) => made(rows));
  console.log(
    JSON.stringify({
      documents: cost(parse, documents),
      growing: growing.map((bytes) => [bytes.length, cost(parse, [bytes])]),
    }),
  );
} else {
  const size = documents.reduce((sum, { length }) => sum + length, 0);
  console.log(
    `${documents.length} documents, ${(size / 2 ** 20).toFixed(1)} MiB; milliseconds a document, then`,
  );
  console.log('nanoseconds a byte of documents of 0.1, 0.4, 1.7 and 6.9 MiB');
  let ours;
  for (const name of Object.keys(parsers)) {
    const { stdout } = spawnSync(process.execPath, [import.meta.filename, '--parser', name], {
      encoding: 'utf8',
    });
    const { documents: time, growing } = JSON.parse(stdout);
    ours ??= time;
    const slope = growing.map(([bytes, ms]) => ((ms * 1e6) / bytes).toFixed(0).padStart(4)).join('');
    console.log(
      `  ${name.padEnd(28)}${time.toFixed(2).padStart(8)}  ${(time / ours).toFixed(1).padStart(5)} times ours ${slope}`,
    );
  }
}
