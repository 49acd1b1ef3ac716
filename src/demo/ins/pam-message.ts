import { Hl7Message } from '@medplum/core';
import type { Identity } from './identity.ts';
import type { InsConduct } from './ins-conduct.ts';

/** Types and structures of the messages that the product knows to write. */
const structures: Readonly<Record<string, string>> = {
  A01: 'ADT^A01^ADT_A01',
  A04: 'ADT^A04^ADT_A01',
  A24: 'ADT^A24^ADT_A24',
  A28: 'ADT^A28^ADT_A05',
  A31: 'ADT^A31^ADT_A05',
  A37: 'ADT^A37^ADT_A37',
  A40: 'ADT^A40^ADT_A39',
  A47: 'ADT^A47^ADT_A30',
  S12: 'SIU^S12^SIU_S12',
  R01: 'ORU^R01^ORU_R01',
};

export interface MessageMoment {
  readonly evenement: string;
  readonly controlId: string;
  readonly now: Date;
  /** The other identity of a link or of a merge. */
  readonly other?: Identity;
}

/** Writes the message of an event of an identity; undefined for an event that the product does not have. */
export function writePamMessage(
  identity: Identity,
  moment: MessageMoment,
  conduct: InsConduct,
): Hl7Message | undefined {
  const { evenement, controlId, now } = moment;
  const structure = structures[evenement];
  if (structure === undefined) return undefined;
  const time = now.toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const adt = structure.startsWith('ADT');
  const version = adt ? '2.5^FRA^2.11' : '2.5';
  const profile = adt ? '2.11^IHE_FRANCE-2.11-PAM' : '';
  const segments = [
    `MSH|^~\\&|LPS|DEMO|SEGUR|BANC|${time}||${structure}|${controlId}|T|${version}|||||FRA|UNICODE UTF-8|FR||${profile}`,
    ...(adt ? [`EVN||${time}||||${time}`] : []),
    ...(evenement === 'S12' ? [`SCH|${controlId}`] : []),
    pid(identity, time, conduct),
    ...end(identity, moment, conduct),
    ...(evenement === 'R01' ? ['OBR|1|||11502-2^Compte rendu^LN', 'OBX|1|TX|11502-2||Fictif||||||F'] : []),
  ];
  return Hl7Message.parse(segments.join('\r'));
}

/** What follows the patient: the number that changes, the other patient of a link, or an empty stay. */
function end(identity: Identity, { evenement, other, now }: MessageMoment, conduct: InsConduct): string[] {
  switch (evenement) {
    case 'A47':
      return [`MRG|${localNumber(identity)}`];
    case 'A40':
      return other === undefined || conduct.sendsMergeWithoutLoser === true
        ? []
        : [`MRG|${localNumber(other)}`];
    case 'A24':
    case 'A37':
      return other === undefined || conduct.sendsLinkOfOne === true
        ? []
        : [
            pid(other, now.toISOString().replaceAll(/\D/g, '').slice(0, 14), conduct).replace(
              'PID|1',
              'PID|2',
            ),
          ];
    default:
      return ['PV1|1|N'];
  }
}

function pid(identity: Identity, time: string, conduct: InsConduct): string {
  const { traits } = identity;
  const trait = (name: string): string => escape(traits[name] ?? '');
  const first = trait('premierPrenom');
  const list = trait('prenoms') === '' ? first : trait('prenoms');
  const fields = [
    'PID',
    '1',
    '',
    [localNumber(identity), ...insNumber(identity, conduct)].join('~'),
    '',
    `${trait('nomNaissance')}^${first}^${list}^^^^L`,
    '',
    trait('dateNaissance').replaceAll('-', ''),
    trait('sexe'),
    '',
    '',
    `^^^^^^BDL^^${trait('lieuNaissance')}`,
    ...Array.from({ length: 20 }, () => ''),
    status(identity, conduct),
    time,
  ];
  return fields.join('|');
}

const ownStatuses = { qualifiee: 'QUAL', recuperee: 'RECUP', validee: 'VALI', provisoire: 'PROV' } as const;

function status({ statut }: Identity, conduct: InsConduct): string {
  if (conduct.sendsOwnStatus === true) return ownStatuses[statut];
  return statut === 'qualifiee' || statut === 'validee' ? 'VALI' : 'PROV';
}

function localNumber({ id }: Identity): string {
  return `${escape(id)}^^^DEMO&999999998&N^PI`;
}

function insNumber(identity: Identity, conduct: InsConduct): readonly string[] {
  const { ins, statut, insHistorique } = identity;
  const allowed = statut === 'qualifiee' || conduct.sendsUnqualifiedIns === true;
  const lost = conduct.sendsLostIns === true ? insHistorique.at(-1) : undefined;
  const known = ins === undefined ? lost : allowed ? ins : undefined;
  if (known === undefined || conduct.sendsNoIns === true) return [];
  const oid = conduct.sendsWrongOid === true ? '1.2.250.1.213.1.4.5' : known.oid;
  const type = conduct.sendsWrongType === true ? 'NH' : 'INS';
  return [`${known.matricule}^^^ASIP-SANTE-INS-NIR&${oid}&ISO^${type}`];
}

function escape(text: string): string {
  const sequences: Readonly<Record<string, string>> = {
    '\\': '\\E\\',
    '|': '\\F\\',
    '^': '\\S\\',
    '&': '\\T\\',
    '~': '\\R\\',
  };
  return text.replaceAll(/[\\|^&~]/g, (char) => sequences[char] ?? '');
}
