import type { Check } from '../../../domain/check.ts';
import { valueAt } from '../../../formats/hl7v2/hl7-value.ts';
import { sharingFlags, type SharingFlag } from './reading/sharing-flags.ts';
import { judgeMessages, messageKinds, placeIn } from './reading/judge-messages.ts';
import type { Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** Flags of the creator's message, in the order that the volet fixes. */
const toManager = [
  'MASQUE_PS',
  'INVISIBLE_PATIENT',
  'INVISIBLE_REP_LEGAUX',
  'CONNEXION_SECRETE',
  'MODIF_CONF_CODE',
  'DESTDMP',
  'DESTMSSANTEPS',
  'DESTMSSANTEPAT',
  'ACK_RECEPTION',
  'ACK_LECTURE_MSS',
] as const;

/** Those that the manager sends to a business software. */
const toSoftware: readonly string[] = [
  'MASQUE_PS',
  'INVISIBLE_PATIENT',
  'INVISIBLE_REP_LEGAUX',
  'MODIF_CONF_CODE',
];

/** The flags that rule sharing are all there, in order, well typed. */
export const check: Check = {
  title: {
    fr: 'Les indicateurs MetaDMPMSS sont tous là, dans l’ordre',
    en: 'The MetaDMPMSS flags are all there, in order',
  },
  assertions: ['DMP-V2-04'],
  clauses: [{ source: 'ANS volet transmission CDA en HL7v2 2.1.3', section: 'OBX MetaDMPMSS', trust: 'V' }],
  reads: messageKinds,
  findings: {
    'flag-missing': sentences(
      'L’indicateur {actual} manque.',
      'The flag {actual} is missing.',
      'Envoyer un OBX par indicateur du volet.',
      'Send one OBX for each flag of the volet.',
    ),
    'flag-order': sentences(
      'Les indicateurs viennent dans l’ordre {actual}, {expected} attendu.',
      'The flags come in the order {actual}, {expected} is expected.',
      'Suivre l’ordre du volet.',
      'Follow the order of the volet.',
    ),
    'flag-unknown': sentences(
      'L’indicateur {actual} n’existe pas dans ce volet.',
      'The flag {actual} does not exist in this volet.',
      'Écrire le code du volet, sans espace.',
      'Write the code of the volet, without spaces.',
    ),
    'flag-value': sentences(
      'L’indicateur {code} vaut « {actual} », Y^^expandedYes-NoIndicator ou N^^expandedYes-NoIndicator attendu.',
      'The flag {code} is "{actual}", Y^^expandedYes-NoIndicator or N^^expandedYes-NoIndicator is expected.',
      'Écrire Y ou N de la table expandedYes-NoIndicator.',
      'Write Y or N of table expandedYes-NoIndicator.',
    ),
    'flag-type': sentences(
      'OBX-2 de {code} vaut « {actual} », {expected} attendu.',
      'OBX-2 of {code} is "{actual}", {expected} is expected.',
      'Typer CE en ORU (2.5) et CWE en MDM (2.6).',
      'Use CE in ORU (2.5) and CWE in MDM (2.6).',
    ),
    'flag-status': sentences(
      'OBX-11 de {code} vaut « {actual} », F attendu.',
      'OBX-11 of {code} is "{actual}", F is expected.',
      'Écrire F pour chaque indicateur.',
      'Write F for each flag.',
    ),
  },
  judge: (input) =>
    judgeMessages(input, ({ message }) => {
      const [msh] = message.segments;
      const kind = valueAt(message, 'MSH-9.1');
      if (!['MDM', 'ORU'].includes(kind) || msh === undefined) return undefined;
      const wanted = valueAt(message, 'MSH-21.2') === 'CISIS_CDA_HL7_LPS' ? toSoftware : toManager;
      const flags = sharingFlags(message);
      const known = flags.filter((flag) => wanted.includes(flag.code));
      const order = known.map((flag) => flag.code);
      const right = [...new Set(wanted.filter((code) => order.includes(code)))];
      return [
        ...wanted
          .filter((code) => !order.includes(code))
          .map((code) => ({ code: 'flag-missing', actual: code, ...placeIn(msh, 'OBX') })),
        ...(order.join() === right.join()
          ? []
          : [{ code: 'flag-order', expected: right.join(), actual: order.join(), ...placeIn(msh, 'OBX') }]),
        ...flags.flatMap((flag) => flagFaults(flag, known.includes(flag), kind === 'ORU' ? 'CE' : 'CWE')),
      ];
    }),
};

function flagFaults(flag: SharingFlag, known: boolean, type: string): readonly Observation[] {
  const { segment, path, code } = flag;
  const values = { code };
  if (!known) return [{ code: 'flag-unknown', actual: code, ...placeIn(segment, `${path}-3`) }];
  const right = /^[YN]\^\^expandedYes-NoIndicator$/.test(flag.coded);
  return [
    ...(right ? [] : [{ code: 'flag-value', actual: flag.coded, values, ...placeIn(segment, `${path}-5`) }]),
    ...(flag.type === type
      ? []
      : [{ code: 'flag-type', expected: type, actual: flag.type, values, ...placeIn(segment, `${path}-2`) }]),
    ...(flag.status === 'F'
      ? []
      : [
          {
            code: 'flag-status',
            expected: 'F',
            actual: flag.status,
            values,
            ...placeIn(segment, `${path}-11`),
          },
        ]),
  ];
}
