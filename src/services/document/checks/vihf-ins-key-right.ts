import type { Check } from '../../../domain/check.ts';
import { parseMatricule } from '../../../formats/ins/matricule.ts';
import { parseCx } from '../../../formats/xds/parse-cx.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeVihfs } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';
import { vihfPatients } from './reading/vihf-patients.ts';

/** The matricule of the VIHF has the key of its number. */
export const check: Check = {
  title: { fr: 'La clé du matricule du VIHF est juste', en: 'The key of the matricule of the VIHF is right' },
  assertions: ['DMP-VIHF-07'],
  clauses: [{ source: 'Structure du NIR', section: 'clé : 97 - (N mod 97)', trust: 'R' }],
  reads: documentKinds,
  findings: {
    'key-wrong': sentences(
      'La clé {actual} n’est pas celle du matricule, attendue {expected}.',
      'The key {actual} is not that of the matricule, {expected} is expected.',
      'Reprendre le matricule et la clé rendus par INSi.',
      'Take the matricule and the key that INSi returned.',
    ),
  },
  judge: (input) =>
    judgeVihfs(input, ({ assertions }) => {
      const read = vihfPatients(assertions).flatMap(({ written, at }) => {
        const matricule = parseMatricule(parseCx(written)?.id ?? '');
        return matricule === undefined ? [] : [{ ...matricule, at }];
      });
      if (read.length === 0) return undefined;
      return read
        .filter(({ key, expectedKey }) => key !== expectedKey)
        .map(({ key, expectedKey, at }) => ({ code: 'key-wrong', expected: expectedKey, actual: key, at }));
    }),
};
