import { buildHl7, type Hl7Field } from '../../../formats/hl7v2/build-hl7.ts';
import { hl7Time } from './hl7-time.ts';

/** The traits of a PID to write; dates `YYYY-MM-DD`. */
export interface PidTraits {
  readonly nomNaissance: string;
  readonly prenoms: readonly string[];
  readonly sexe: string;
  readonly dateNaissance: string;
  readonly lieuNaissance: string;
}

export interface MessageToWrite {
  readonly evenement: string;
  readonly controlId: string;
  readonly now: Date;
  readonly ipp: string;
  readonly traits: PidTraits;
  readonly statut: string;
  /** Written in PID-3 when present. */
  readonly ins?: { readonly matricule: string; readonly oid: string };
  /** What MRG-1 says (A40, A24, A37, A47): another local number, or an INS that is taken away. */
  readonly autreIpp?: string;
  readonly insRetire?: { readonly matricule: string; readonly oid: string };
  /** A CDA to carry (T02). */
  readonly document?: Uint8Array;
}

/** Structure of each event (HL7 v2.5 table 0354, IHE PAM ITI-30 and ITI-31, CI-SIS volet of CDA over HL7 v2). */
export const structures: Readonly<Record<string, readonly [type: string, structure: string]>> = {
  A01: ['ADT', 'ADT_A01'],
  A04: ['ADT', 'ADT_A01'],
  A08: ['ADT', 'ADT_A01'],
  A24: ['ADT', 'ADT_A24'],
  A28: ['ADT', 'ADT_A05'],
  A31: ['ADT', 'ADT_A05'],
  A37: ['ADT', 'ADT_A37'],
  A40: ['ADT', 'ADT_A39'],
  A47: ['ADT', 'ADT_A30'],
  O01: ['ORM', 'ORM_O01'],
  S12: ['SIU', 'SIU_S12'],
  T02: ['MDM', 'MDM_T02'],
};

const domain = ['SEGUR', '999999999', 'N'];
const linked = ['A24', 'A37'];

/** Writes a message of an identity domain, PAM France 2.11 for ADT, CI-SIS CDA volet 2.1 for MDM. */
export function writeMessage(message: MessageToWrite): Uint8Array {
  const [type = 'ADT', structure = ''] = structures[message.evenement] ?? [];
  return buildHl7([
    header(message, type, structure),
    ...(type === 'ADT' || type === 'MDM' ? [eventSegment(message)] : []),
    ...(type === 'SIU' ? [schedule(message)] : []),
    pid(message),
    ...last(message, type),
  ]);
}

type Segment = readonly [string, ...Hl7Field[]];

function header(message: MessageToWrite, type: string, structure: string): Segment {
  const time = hl7Time(message.now);
  const version = type === 'MDM' ? '2.6' : type === 'ADT' ? [['2.5', 'FRA', '2.11']] : '2.5';
  const profiles: Readonly<Record<string, Hl7Field>> = {
    ADT: [['2.11', 'IHE_FRANCE-2.11-PAM']],
    MDM: [['2.1', 'CISIS_CDA_HL7_V2']],
  };
  return [
    'MSH',
    ...['SEGUR', 'BANC', 'LPS', 'LPS', time, ''],
    [[type, message.evenement, structure]],
    ...[message.controlId, 'T'],
    version,
    ...['', '', '', '', 'FRA', 'UNICODE UTF-8', 'FR', ''],
    profiles[type] ?? '',
  ];
}

function eventSegment({ now }: MessageToWrite): Segment {
  return ['EVN', '', hl7Time(now), '', '', '', hl7Time(now)];
}

function schedule({ controlId, now }: MessageToWrite): Segment {
  const time = hl7Time(now);
  return [
    'SCH',
    `RDV-${controlId}`,
    ...['', '', '', '', 'ROUTINE', '', '', '', ''],
    [['', '', '', time, time]],
  ];
}

function pid({ ipp, ins, traits, statut, now }: MessageToWrite): Segment {
  const birth = traits.dateNaissance.replaceAll('-', '');
  return [
    'PID',
    ...['1', ''],
    [localNumber(ipp), ...(ins === undefined ? [] : [insNumber(ins)])],
    '',
    [[traits.nomNaissance, traits.prenoms[0] ?? '', traits.prenoms.join(' '), '', '', '', 'L']],
    ...['', birth, traits.sexe, '', ''],
    [['', '', '', '', '', '', 'BDL', '', traits.lieuNaissance]],
    ...Array.from({ length: 20 }, () => ''),
    statut,
    hl7Time(now),
  ];
}

function last(message: MessageToWrite, type: string): readonly Segment[] {
  const { evenement, autreIpp, insRetire, document } = message;
  if (linked.includes(evenement)) return [['PID', '2', '', [localNumber(autreIpp ?? '')]]];
  if (evenement === 'A40') return [['MRG', [localNumber(autreIpp ?? '')]]];
  if (evenement === 'A47') {
    return [['MRG', insRetire === undefined ? [localNumber(message.ipp)] : [insNumber(insRetire)]]];
  }
  const visit: Segment = ['PV1', '1', 'N'];
  if (type === 'SIU') return [['RGS', '1', 'A']];
  if (type === 'ORM') return [visit, ['ORC', 'NW', `D-${message.controlId}`]];
  if (document !== undefined) return [visit, ...documentSegments(message, document)];
  return [visit];
}

function documentSegments({ controlId, now }: MessageToWrite, document: Uint8Array): readonly Segment[] {
  const base64 = Buffer.from(document).toString('base64');
  const time = hl7Time(now);
  return [
    ['ORC', 'NW'],
    [
      'TXA',
      '1',
      '11488-4',
      'TEXT',
      ...['', '', time, '', '', '', '', ''],
      `1.2.250.1.213.9.9^^^${controlId}`,
    ],
    ['OBX', '1', 'ED', '11488-4', '', [['', 'TEXT', 'XML', 'Base64', base64]], ...['', '', '', '', ''], 'F'],
  ];
}

function localNumber(ipp: string): readonly (string | readonly string[])[] {
  return [ipp, '', '', domain, 'PI'];
}

/** CX of an INS (CI-SIS INS annex as official samples show it). */
function insNumber(ins: {
  readonly matricule: string;
  readonly oid: string;
}): readonly (string | readonly string[])[] {
  const name = ins.oid.endsWith('.9') ? 'ASIP-SANTE-INS-NIA' : 'ASIP-SANTE-INS-NIR';
  return [ins.matricule, '', '', [name, ins.oid, 'ISO'], 'INS'];
}
