/**
 * ASS_X16-CorrespondanceType-Classe-DMP, edition of 2024-02-23 (`1.2.250.1.213.1.1.5.587`):
 * class code of each document type that the DMP takes. Types that the edition leaves out are absent.
 */
const classes: Readonly<Record<string, string>> = {
  '10': '11488-4 11490-0 11502-2 11505-5 11506-3 15507-7 15508-5 28653-4 29274-8 34112-3 34749-2 34794-8 34874-8 34875-5 47420-5 51969-4 59283-2 60568-3 67851-6 70004-7 75482-0 75492-9 75496-0 77436-4 78513-9 78601-2 83981-1 85208-7 93024-8 96349-6 BIL_AUTO DOCPAT03 DOCPAT05 DOCPAT06',
  '11': '18761-7 34133-9 34842-5 56445-0 57055-6 57057-2 57075-4 60591-5 68599-0 68817-6 74207-2 78489-2 80820-4 83836-7 83901-9 88348-8 89235-6 SYNTH DOCPAT01 DOCPAT08',
  '31': '18748-4 52040-3 IMG-KOS DOCPAT04',
  '42': '55115-0 57828-6 57832-8 57833-6 61357-0 75468-9 DOCPAT02 PRESC-AAT PRESC-BIO PRESC-INF PRESC-KINE PRESC-ORTHOPHO PRESC-ORTHOPTIE PRESC-PEDI',
  '43': '60593-1 DISP_AUT',
  '44': '18776-5 77604-7 80771-9 80788-3 83869-8 PROT_ALD',
  '45': '80565-5',
  '52': '11369-6 87273-9 89601-9 96173-0 96874-3 CERT_DECL DOCPAT07',
  '60': 'REMB',
  '90': '74465-6 EXPPAT_1 EXPPAT_2 EXPPAT_3',
  '95': '59284-0 86531-1 ATTEST-ASS-COMPL ATTEST-DROITS-AM ATTEST-HEBGT ATTEST-RESID AUTORIS-SOINS DOCPAT09',
  'urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1': 'E1762',
};

/** Types of J66 that the correspondence of that edition gives no class. */
const unmapped = ['28617-9', '34120-6', '60280-5', '78341-5', '89233-1', '101881-1'];

const classOfType: ReadonlyMap<string, string> = new Map(
  Object.entries(classes).flatMap(([code, types]) =>
    types.split(' ').map((type): [string, string] => [type, code]),
  ),
);

/** Class code that the DMP expects for a type; undefined when the table says nothing of it. */
export function classCodeOf(typeCode: string): string | undefined {
  return classOfType.get(typeCode);
}

/** JDV_J57-ClassCode-DMP (`1.2.250.1.213.1.1.5.6`, 20230922). */
export const classCodes: ReadonlySet<string> = new Set(Object.keys(classes));

/** JDV_J66-TypeCode-DMP (`1.2.250.1.213.1.1.5.7`, 20240927): the types that the DMP takes. */
export const dmpTypeCodes: ReadonlySet<string> = new Set([...classOfType.keys(), ...unmapped]);

/** Types of JDV_J07 (`1.2.250.1.213.1.1.5.471`, 20240927) that are not for the DMP. */
export const exchangeOnlyTypeCodes: ReadonlySet<string> = new Set([
  '51851-4',
  '56446-8',
  'EXPORT_DUI',
  'FEUILLE-DE-STYLE',
  'FICHE-CONTACTS',
  'PIECE-IDENTITE',
]);
