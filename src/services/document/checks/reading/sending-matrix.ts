import type { SharingFlag } from './sharing-flags.ts';

type Row = Readonly<Record<string, string>>;

/** Combinations of the volet (regles-gestion-mssante); a flag that a row leaves out may be Y or N. */
const rows: readonly Row[] = [
  {
    MASQUE_PS: 'N',
    INVISIBLE_PATIENT: 'N',
    INVISIBLE_REP_LEGAUX: 'N',
    DESTMSSANTEPS: 'Y',
    DESTMSSANTEPAT: 'Y',
  },
  {
    MASQUE_PS: 'N',
    INVISIBLE_PATIENT: 'Y',
    INVISIBLE_REP_LEGAUX: 'N',
    DESTMSSANTEPS: 'Y',
    DESTMSSANTEPAT: 'N',
  },
  { INVISIBLE_PATIENT: 'N', CONNEXION_SECRETE: 'N', DESTDMP: 'N', DESTMSSANTEPS: 'N', DESTMSSANTEPAT: 'Y' },
];

/**
 * Combinations that the matrix refuses and the same volet contradicts: a sentence that forbade the first was removed
 * in 2.1.1, the two others are examples of it.
 */
const disputed: readonly Row[] = [
  { MASQUE_PS: 'Y', DESTMSSANTEPS: 'Y' },
  { INVISIBLE_PATIENT: 'N', CONNEXION_SECRETE: 'N', DESTDMP: 'Y', DESTMSSANTEPS: 'N', DESTMSSANTEPAT: 'Y' },
  {
    MASQUE_PS: 'N',
    INVISIBLE_PATIENT: 'N',
    INVISIBLE_REP_LEGAUX: 'N',
    DESTMSSANTEPS: 'Y',
    DESTMSSANTEPAT: 'N',
  },
];

/** What the volet says of a sending by MSSanté; undefined for a message that sends nothing so. */
export function sendingRight(flags: readonly SharingFlag[]): 'listed' | 'disputed' | 'refused' | undefined {
  const value = new Map(flags.map((flag) => [flag.code, flag.value]));
  // Only a creator's message names recipients; without them the matrix has nothing to say.
  if (value.get('DESTMSSANTEPS') !== 'Y' && value.get('DESTMSSANTEPAT') !== 'Y') return undefined;
  const among = (all: readonly Row[]): boolean =>
    all.some((row) => Object.entries(row).every(([code, one]) => value.get(code) === one));
  if (among(rows)) return 'listed';
  const hidden = value.get('INVISIBLE_PATIENT') === 'Y' && value.get('DESTMSSANTEPAT') === 'Y';
  return !hidden && among(disputed) ? 'disputed' : 'refused';
}

/** The flags as one text, in order. */
export function combinationOf(flags: readonly SharingFlag[]): string {
  return flags.map(({ code, value }) => `${code}=${value}`).join(' ');
}
