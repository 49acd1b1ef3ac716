import bwipjs from 'bwip-js';
import type { Identity } from './identity.ts';
import type { InsConduct } from './ins-conduct.ts';
import type { GrayImage } from './write-pdf.ts';

const separator = '\u001d';
const pixelsPerModule = 5;
const quietModules = 4;

/** The text of the INS datamatrix of an identity that has an INS. */
export function insDatamatrixText({ ins, traits }: Identity, conduct: InsConduct): string {
  const [year = '', month = '', day = ''] = (traits['dateNaissance'] ?? '').split('-');
  const date = conduct.printsIsoDate === true ? `${year}-${month}-${day}` : `${day}-${month}-${year}`;
  const variable = (value: string, longest: number): string =>
    value.length < longest ? value + separator : value;
  const place = traits['lieuNaissance'] ?? '';
  return [
    conduct.printsWrongHeader === true ? 'IS02' : 'IS01',
    '0'.repeat(22),
    `S1${ins?.matricule ?? ''}`,
    `S2${variable(ins?.oid ?? '', 20)}`,
    `S3${variable(traits['prenoms'] ?? traits['premierPrenom'] ?? '', 100)}`,
    `S4${variable(traits['nomNaissance'] ?? '', 100)}`,
    `S5${traits['sexe'] ?? ''}`,
    `S6${date}`,
    place === '' ? '' : `S7${place}`,
  ].join('');
}

/** Draws a text as a square ECC200 symbol with its quiet zone. */
export function drawDatamatrix(text: string): GrayImage {
  const [symbol] = bwipjs.raw({ bcid: 'datamatrix', text: text });
  if (symbol === undefined || !('pixs' in symbol)) throw new Error('the datamatrix could not be drawn');
  const { pixs, pixx } = symbol;
  const side = (pixx + 2 * quietModules) * pixelsPerModule;
  const gray = Buffer.alloc(side * side, 0xff);
  for (let y = 0; y < pixx * pixelsPerModule; y += 1) {
    for (let x = 0; x < pixx * pixelsPerModule; x += 1) {
      const dark = pixs[Math.floor(y / pixelsPerModule) * pixx + Math.floor(x / pixelsPerModule)] === 1;
      const margin = quietModules * pixelsPerModule;
      if (dark) gray[(y + margin) * side + x + margin] = 0;
    }
  }
  return { width: side, height: side, gray };
}
