/** A table of codes: its number, and whether a code is in it. */
export interface Hl7Table {
  readonly id: string;
  has(code: string): boolean;
}

/** What the tables are of. */
export type Hl7TableName =
  | 'sex'
  | 'patientClass'
  | 'yesNo'
  | 'addressType'
  | 'nameType'
  | 'identifierType'
  | 'identitySource'
  | 'identityProof'
  | 'feedingObjection'
  | 'consultationConsent';

/** Tables that identity messages use in France: those of HL7 with the codes that PAM France and FR Core add. */
export const hl7Tables: Readonly<Record<Hl7TableName, Hl7Table>> = {
  sex: table('0001', 'F M O U A N'),
  patientClass: table('0004', 'E I O P R B C N U'),
  yesNo: table('0136', 'Y N'),
  addressType: table('0190', 'B BA BDL BI BR C F H HV L M N O P RH S SH TM V'),
  nameType: table('0200', 'A B BAD C D F I K L M MSK N NAV NB NOUSE P R REL S T TEMP U'),
  identifierType: table(
    '0203',
    `AC ACSN AM AMA AN ANC AND ANON ANT APRN ASID BA BC BCFN BCT BR BRN BSNR CAII CC CII CONM CY CZ DC DCFN DDS
    DEA DFN DI DL DN DO DP DPM DR DS DSG EI EN ESN FDR FDRFN FGN FI FILL GI GL GN HC IND IRISTEM JHN LACSN LANR LI
    LN LR MA MB MC MCD MCN MCR MCT MD MI MR MRT MS MT NBSNR NCT NE NH NI NII NIIP NP NPI OBI OD PA PC PCN PE PEN
    PGN PHC PHE PHO PI PIN PLAC PN PNT PPIN PPN PRC PRN PT QA RI RN RPH RR RRI RRP SAMN SB SBSN SID SL SN SNBSN SNO
    SP SR SRX SS STN TAX TN TPR TRL U UDI UPIN USID VN VP VS WC WCN WP XV XX
    ADELI RPPS IDNPS NDP INS INS-C INS-NIR INS-NIA INS-NIR-TEST INS-NIR-DEMO FINEJ FINEG SIREN SIRET IDNST INTRN
    EXTRN`,
    // A national number names its country.
    /^NN[A-Z]{3}$/,
  ),
  identitySource: table('9003', 'SM CV INSI CB RFID AV'),
  identityProof: table('9004', 'AC AN AV CC CE CM CN CS DC IE LE PA PC TC'),
  feedingObjection: table('ZFA-9', 'INO IO NA'),
  consultationConsent: table('ZFA-11', 'IC INC NA'),
};

function table(id: string, codes: string, pattern?: RegExp): Hl7Table {
  const known = new Set(codes.trim().split(/\s+/));
  return { id, has: (code) => known.has(code) || pattern?.test(code) === true };
}
