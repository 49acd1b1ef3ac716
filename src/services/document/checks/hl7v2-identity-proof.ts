import type { Check } from '../../../domain/check.ts';
import { segmentsOf, valueIn } from '../../../formats/hl7v2/hl7-value.ts';
import { readPids } from '../../../formats/hl7v2/read-pid.ts';
import { judgeMessages, messageKinds, placeIn } from './reading/judge-messages.ts';
import { sentences } from './reading/sentences.ts';

type Options = {
  readonly pieces?: readonly string[];
};

/** Documents that give high confidence, when the site did not say otherwise. */
const usual = ['AN', 'CE', 'CN', 'CS', 'LE', 'PA', 'TC', 'AC', 'IE'];

/** A validated identity names a proof of high confidence in ZFD-7. */
export const check: Check<Options> = {
  title: {
    fr: 'Une identité validée cite une pièce à haut niveau de confiance',
    en: 'A validated identity names a proof of high confidence',
  },
  assertions: ['INS-HL7-013'],
  clauses: [
    { source: 'REM 2023-02', section: 'INS/va1.26 (r.19) : la liste, non son transport', trust: '2' },
    { source: 'Mediboard, segment ZFD', section: 'ZFD-7', trust: '2' },
  ],
  reads: messageKinds,
  options: {
    type: 'object',
    additionalProperties: false,
    properties: { pieces: { type: 'array', items: { type: 'string' }, minItems: 1 } },
  },
  findings: {
    'proof-missing': sentences(
      'L’identité est VALI et ZFD-7 ne cite aucune pièce.',
      'The identity is VALI and ZFD-7 names no proof.',
      'Transmettre en ZFD-7 la nature de la pièce contrôlée.',
      'Send in ZFD-7 the nature of the proof that was checked.',
    ),
    'proof-not-trusted': sentences(
      'L’identité est VALI sur la pièce {actual}, hors des pièces à haut niveau de confiance.',
      'The identity is VALI on proof {actual}, which is not one of high confidence.',
      'Ne valider l’identité que sur une pièce de la liste configurée.',
      'Validate an identity only on a proof of the configured list.',
    ),
  },
  judge: (input) =>
    judgeMessages(input, ({ message }) => {
      const zfds = segmentsOf(message, 'ZFD');
      const valid = readPids(message).some((pid) => pid.statuses.includes('VALI'));
      if (zfds.length === 0 || !valid) return undefined;
      const trusted = input.options.pieces ?? usual;
      return zfds.flatMap((zfd) => {
        const proof = valueIn(message, zfd, { field: 7, component: 1 });
        if (proof === '') return [{ code: 'proof-missing', ...placeIn(zfd, 'ZFD-7') }];
        return trusted.includes(proof)
          ? []
          : [{ code: 'proof-not-trusted', actual: proof, ...placeIn(zfd, 'ZFD-7') }];
      });
    }),
};
