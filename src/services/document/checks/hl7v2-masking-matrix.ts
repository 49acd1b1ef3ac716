import type { Check } from '../../../domain/check.ts';
import { judgeMessages, messageKinds, placeIn } from './reading/judge-messages.ts';
import { sentences } from './reading/sentences.ts';
import { sharingFlags } from './reading/sharing-flags.ts';

/** Combinations of the volet; a flag that a row leaves out may be Y or N. */
const rows: readonly Readonly<Record<string, string>>[] = [
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

/** A hidden document does not go to the one it is hidden from, and the combination is one of the matrix. */
export const check: Check = {
  title: {
    fr: 'Un document masqué ne part pas vers celui à qui il est masqué',
    en: 'A hidden document does not go to the one it is hidden from',
  },
  assertions: ['DMP-V2-04', 'MSS-MAT-001'],
  clauses: [
    { source: 'ANS volet transmission CDA en HL7v2 2.1.3', section: 'règles de gestion MSSanté', trust: 'V' },
  ],
  reads: messageKinds,
  findings: {
    'hidden-from-professionals': sentences(
      'MASQUE_PS=Y et DESTMSSANTEPS=Y : le document masqué aux professionnels leur est envoyé.',
      'MASQUE_PS=Y and DESTMSSANTEPS=Y: the document hidden from professionals is sent to them.',
      'Mettre DESTMSSANTEPS à N, ou lever le masquage.',
      'Set DESTMSSANTEPS to N, or drop the masking.',
    ),
    'hidden-from-patient': sentences(
      'INVISIBLE_PATIENT=Y et DESTMSSANTEPAT=Y : le document invisible au patient lui est envoyé.',
      'INVISIBLE_PATIENT=Y and DESTMSSANTEPAT=Y: the document hidden from the patient is sent to him.',
      'Mettre DESTMSSANTEPAT à N, ou rendre le document visible.',
      'Set DESTMSSANTEPAT to N, or make the document visible.',
    ),
    'not-in-matrix': sentences(
      'La combinaison {actual} n’est pas prévue pour un envoi par MSSanté.',
      'The combination {actual} is not one that MSSanté may send.',
      'S’en tenir aux trois combinaisons de la matrice du volet.',
      'Keep to the three combinations of the matrix of the volet.',
    ),
  },
  judge: (input) =>
    judgeMessages(input, ({ message }) => {
      const flags = sharingFlags(message);
      const [first] = flags;
      const value = new Map(flags.map((flag) => [flag.code, flag.value]));
      // Only a creator's message names recipients; without them the matrix has nothing to say.
      if (first === undefined || !value.has('DESTMSSANTEPS') || !value.has('DESTMSSANTEPAT'))
        return undefined;
      const both = (hidden: string, recipient: string): boolean =>
        value.get(hidden) === 'Y' && value.get(recipient) === 'Y';
      const place = placeIn(first.segment, 'OBX');
      const direct = [
        ...(both('MASQUE_PS', 'DESTMSSANTEPS') ? [{ code: 'hidden-from-professionals', ...place }] : []),
        ...(both('INVISIBLE_PATIENT', 'DESTMSSANTEPAT') ? [{ code: 'hidden-from-patient', ...place }] : []),
      ];
      const byMail = value.get('DESTMSSANTEPS') === 'Y' || value.get('DESTMSSANTEPAT') === 'Y';
      const listed = rows.some((row) => Object.entries(row).every(([code, one]) => value.get(code) === one));
      if (direct.length > 0 || !byMail || listed) return direct;
      const actual = flags.map((flag) => `${flag.code}=${flag.value}`).join(' ');
      return [{ code: 'not-in-matrix', actual, ...place }];
    }),
};
