import type { Check } from '../../../domain/check.ts';
import { datamatrixKinds, judgeDatamatrix } from './reading/judge-datamatrix.ts';
import { sentences } from './reading/sentences.ts';

/** The text of the INS datamatrix has its header, each block once, of its size, and separators where they go. */
export const check: Check = {
  title: {
    fr: 'Le datamatrix INS suit son format : en-tête, blocs, séparateurs',
    en: 'The INS datamatrix follows its format: header, blocks, separators',
  },
  assertions: ['INS-DM-001'],
  clauses: [
    { source: 'INS – Format datamatrix v2.2.20230926', trust: '2' },
    { source: 'REM 2023-02', section: 'INS/va1.03 (r.32) : renvoi à ce format', trust: '2' },
  ],
  reads: datamatrixKinds,
  findings: {
    header: sentences(
      'L’en-tête n’est pas IS01 suivi de 22 zéros.',
      'The header is not IS01 followed by 22 zeros.',
      'Écrire IS01 puis 22 zéros.',
      'Write IS01 then 22 zeros.',
    ),
    'unknown-block': sentences(
      'Le bloc « {bloc} » n’existe pas.',
      'The block "{bloc}" does not exist.',
      'N’écrire que S1 à S7.',
      'Write S1 to S7 only.',
    ),
    'repeated-block': sentences(
      'Le bloc {bloc} est répété.',
      'The block {bloc} is repeated.',
      'Écrire chaque bloc une fois.',
      'Write each block once.',
    ),
    'missing-block': sentences(
      'Le bloc {bloc} manque.',
      'The block {bloc} is missing.',
      'Écrire S1 à S6 ; seul S7 est facultatif.',
      'Write S1 to S6; only S7 is optional.',
    ),
    'block-size': sentences(
      'Le bloc {bloc} n’a pas sa taille.',
      'The block {bloc} has not its size.',
      'Respecter les tailles : 15, 19-20, 1-100, 1-100, 1, 10, 5.',
      'Keep to the sizes: 15, 19-20, 1-100, 1-100, 1, 10, 5.',
    ),
    'separator-missing': sentences(
      'Le bloc {bloc} n’est pas fermé par GS.',
      'The block {bloc} is not closed by GS.',
      'Fermer par GS (0x1D) un champ variable plus court que son maximum et suivi d’un autre.',
      'Close by GS (0x1D) a variable field shorter than its maximum and followed by another.',
    ),
    'separator-superfluous': sentences(
      'Le bloc {bloc} est fermé par un GS de trop.',
      'The block {bloc} is closed by a GS too many.',
      'Ne pas écrire de GS après un champ fixe, plein ou dernier.',
      'Write no GS after a field that is fixed, full or last.',
    ),
  },
  judge: (input) =>
    judgeDatamatrix(input, ({ faults }) =>
      faults.map(({ code, block, index }) => ({
        code,
        values: { bloc: block },
        at: { path: `character ${index}` },
      })),
    ),
};
