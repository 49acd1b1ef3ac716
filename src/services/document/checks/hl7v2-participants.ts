import type { Check } from '../../../domain/check.ts';
import { segmentsOf, valueAt, valueIn } from '../../../formats/hl7v2/hl7-value.ts';
import { judgeMessages, messageKinds, placeIn } from './reading/judge-messages.ts';
import { sentences } from './reading/sentences.ts';
import { sharingFlags } from './reading/sharing-flags.ts';

/** A message for the DMP names its sender, one for MSSanté the addresses to write to. */
export const check: Check = {
  title: {
    fr: 'Les PRT nomment l’émetteur et les adresses MSSanté',
    en: 'PRT segments name the sender and the MSSanté addresses',
  },
  assertions: ['MSS-RTG-001', 'DMP-V2-04'],
  clauses: [{ source: 'ANS volet transmission CDA en HL7v2 2.1.3', section: 'PRT, mapping-mss', trust: 'V' }],
  reads: messageKinds,
  findings: {
    'sender-missing': sentences(
      'Le document va au DMP et aucun PRT n’est de type SB.',
      'The document goes to the DMP and no PRT has type SB.',
      'Ajouter un PRT SB avec la personne en PRT-5 et la structure en PRT-8.',
      'Add a PRT SB with the person in PRT-5 and the organisation in PRT-8.',
    ),
    'sender-incomplete': sentences(
      'Le PRT de l’émetteur n’a pas {champ}.',
      'The PRT of the sender has no {champ}.',
      'Donner l’identité du professionnel (PRT-5) et de la structure (PRT-8).',
      'Give the identity of the professional (PRT-5) and of the organisation (PRT-8).',
    ),
    'recipient-missing': sentences(
      'Le document part par MSSanté et aucun PRT RCT ne donne d’adresse.',
      'The document goes by MSSanté and no PRT RCT gives an address.',
      'Ajouter un PRT RCT avec ^^X.400^adresse en PRT-15.',
      'Add a PRT RCT with ^^X.400^address in PRT-15.',
    ),
  },
  judge: (input) =>
    judgeMessages(input, ({ message }) => {
      const [msh] = message.segments;
      if (!['MDM', 'ORU'].includes(valueAt(message, 'MSH-9.1')) || msh === undefined) return undefined;
      const wants = new Set(
        sharingFlags(message)
          .filter((flag) => flag.value === 'Y')
          .map((flag) => flag.code),
      );
      const prts = segmentsOf(message, 'PRT').map((segment) => ({
        segment,
        role: valueIn(message, segment, { field: 4, component: 1 }),
        address: valueIn(message, segment, { field: 15, component: 4 }),
        person: valueIn(message, segment, { field: 5, component: 1 }),
        organisation: valueIn(message, segment, { field: 8, component: 10 }),
      }));
      const toDmp = wants.has('DESTDMP');
      const byMail = wants.has('DESTMSSANTEPS') || wants.has('DESTMSSANTEPAT');
      if (!toDmp && !byMail) return undefined;
      const sender = prts.find((prt) => prt.role === 'SB');
      const lacks = [
        ['PRT-5', sender?.person],
        ['PRT-8', sender?.organisation],
      ].filter(([, value]) => value === '');
      return [
        ...(toDmp && sender === undefined ? [{ code: 'sender-missing', ...placeIn(msh, 'PRT') }] : []),
        ...(toDmp && sender !== undefined
          ? lacks.map(([champ = '']) => ({
              code: 'sender-incomplete',
              values: { champ },
              ...placeIn(sender.segment, champ),
            }))
          : []),
        ...(byMail && !prts.some((prt) => prt.role === 'RCT' && prt.address.includes('@'))
          ? [{ code: 'recipient-missing', ...placeIn(msh, 'PRT') }]
          : []),
      ];
    }),
};
