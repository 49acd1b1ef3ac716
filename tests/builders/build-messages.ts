import { buildCda, patient } from './build-cda.ts';
import { applyEdits, type Edit } from './build-xdm.ts';
import type { CheckCase } from './check-cases.ts';

const ins = `${patient.matricule}^^^ASIP-SANTE-INS-NIR&${patient.oid}&ISO^INS`;

function pid(): string {
  const fields = Array.from({ length: 34 }, () => '');
  fields[0] = 'PID';
  fields[1] = '1';
  fields[3] = `0001234567^^^CHU-X&1.2.250.1.999.1.1.1&ISO^PI~${ins}`;
  fields[5] = `${patient.family}^${patient.given}^${patient.givenList}^^^^L`;
  fields[7] = patient.birth;
  fields[8] = patient.gender;
  fields[11] = `1 RUE DE L'ÉPREUVE^^PARIS^^75007^FRA^H~^^^^^^BDL^^${patient.county}`;
  fields[18] = '24000006^^^CHU-X&1.2.250.1.999.1.1.2&ISO^AN';
  fields[32] = 'VALI';
  fields[33] = '20260611103000';
  return fields.join('|');
}

/** A conforming PAM message of the synthetic patient. */
export function adt(event = 'A28', structure = 'ADT_A05'): string {
  return segments(
    `MSH|^~\\&|GAM|CHU-X|DPI|CHU-X|20260611103000||ADT^${event}^${structure}|M-${event}|D|2.5^FRA^2.11|||||FRA|UNICODE UTF-8|FR||2.11^IHE_FRANCE-2.11-PAM`,
    'EVN||20260611103000||||20260611103000',
    pid(),
    'PV1|1|N',
    'ZFD|||Y|N|INSI|20260601|CN|',
  );
}

const flags = [
  ['MASQUE_PS', 'N'],
  ['INVISIBLE_PATIENT', 'N'],
  ['INVISIBLE_REP_LEGAUX', 'N'],
  ['CONNEXION_SECRETE', 'N'],
  ['MODIF_CONF_CODE', 'N'],
  ['DESTDMP', 'Y'],
  ['DESTMSSANTEPS', 'Y'],
  ['DESTMSSANTEPAT', 'Y'],
  ['ACK_RECEPTION', 'N'],
  ['ACK_LECTURE_MSS', 'N'],
] as const;

function metadata(type: 'CE' | 'CWE'): string[] {
  return flags.map(
    ([code, value], index) =>
      `OBX|${index + 2}|${type}|${code}^essai^MetaDMPMSS||${value}^^expandedYes-NoIndicator||||||F`,
  );
}

const documentId = '2.25.279035121500001';
const code = '11490-0^CR hospitalier^LN';
const sender =
  'PRT||UC||SB^^participation|801234567897^ESSAI^Eve^^^^^^ASIP-SANTE-PS&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS|||CHU-X^^^^^ASIP-SANTE-ST&1.2.250.1.71.4.2.2&ISO^FINEG^^^300017985|||||||^^X.400^eve.essai@test.mssante.fr';
const recipient =
  'PRT||UC||RCT^^participation|801234567897^ESSAI^Ada^^^^^^ASIP-SANTE-PS&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS||||||||||^^X.400^ada.essai@test.mssante.fr';

/** A conforming document message, MDM (2.6) or ORU (2.5), of the letter that `buildCda` makes. */
export function documentMessage(kind: 'MDM' | 'ORU' = 'MDM', cda: string = buildCda()): string {
  const mdm = kind === 'MDM';
  const document = Buffer.from(cda).toString('base64');
  return segments(
    `MSH|^~\\&|RIS-Y|CHU-X|PFI-Y|CHU-X|20260611103000||${mdm ? 'MDM^T02^MDM_T02' : 'ORU^R01^ORU_R01'}|M-DOC|P|${mdm ? '2.6' : '2.5'}|||||FRA|UNICODE UTF-8|||2.1^CISIS_CDA_HL7_V2`,
    ...(mdm ? ['EVN||20260611103000'] : []),
    pid(),
    'PV1|1|I|UFNEPH||||||||||||||||000897406^^^CHU-X&1.2.250.1.999.1.1.3&ISO^VN',
    'ORC|NW|',
    `OBR|1|||${code}`,
    ...(mdm ? [`TXA|1|11490-0|TEXT|20260611103000||||||||${documentId}|||||AU`] : []),
    `OBX|1|ED|${code}||^TEXT^XML^Base64^${document}||||||F`,
    sender,
    recipient,
    ...metadata(mdm ? 'CWE' : 'CE'),
  );
}

/** A conforming acknowledgement of `documentMessage`. */
export function acknowledgement(): string {
  return segments(
    'MSH|^~\\&|PFI-Y|CHU-X|RIS-Y|CHU-X|20260611103001||ACK^T02^ACK|A-1|P|2.6|||||FRA|UNICODE UTF-8',
    'MSA|AA|M-DOC',
  );
}

/** The refusal of `documentMessage` by an application error. */
export function refusal(error = '904^INS recue differente^applicationErrorCondition'): string {
  return segments(
    'MSH|^~\\&|PFI-Y|CHU-X|RIS-Y|CHU-X|20260611103001||ACK^T02^ACK|A-1|P|2.6|||||FRA|UNICODE UTF-8',
    'MSA|AE|M-DOC',
    `ERR|||207^Application error^messageErrorCondition|E|${error}`,
  );
}

/** A business acknowledgement of `documentMessage`. */
export function businessAck(): string {
  return segments(
    'MSH|^~\\&|PFI-Y|CHU-X|RIS-Y|CHU-X|20260611110000||ZAM^Z02^ZAM_Z01|Z-1|P|2.6|||||FRA|UNICODE UTF-8|||2.1^CISIS_CDA_HL7_V2',
    'OBX|1|CWE|ACK_RECEPTION_MSS^essai^AckMetierZAM|M-DOC|Y^^expandedYes-NoIndicator||||||F',
    'OBX|2|XTN|DESTINATAIRE_MSS^essai^AckMetierZAM|M-DOC|^^X.400^ada.essai@test.mssante.fr||||||F',
  );
}

function segments(...lines: readonly string[]): string {
  return `${lines.join('\r')}\r`;
}

/** A case of one message with edits; an edit that changes nothing is an error of the test. */
export function messageCase(
  name: string,
  message: string,
  edits: readonly Edit[] = [],
  more: Partial<CheckCase> = {},
): CheckCase {
  return messagesCase(name, [applyEdits(message, edits)], more);
}

/** A case of several messages, in order, one file each. */
export function messagesCase(
  name: string,
  messages: readonly string[],
  more: Partial<CheckCase> = {},
): CheckCase {
  return { name, files: messages.map((message) => Buffer.from(message, 'utf8')), ...more };
}
