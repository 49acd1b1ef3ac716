import type { Check } from '../../../domain/check.ts';
import { parseCx } from '../../../formats/xds/parse-cx.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeVihfs } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';
import { vihfPatients } from './reading/vihf-patients.ts';

/** The patient of the VIHF is the one whom the message is about. */
export const check: Check = {
  title: {
    fr: 'Le VIHF désigne le patient du message',
    en: 'The VIHF designates the patient of the message',
  },
  assertions: ['DMP-VIHF-08', 'INS-XDS-002'],
  clauses: [{ source: 'SEL-MP-037 (guide DMP)', section: 'RG_3010', trust: '2' }],
  reads: documentKinds,
  findings: {
    'resource-not-patient': sentences(
      'resource-id désigne {actual}, le message concerne {expected}.',
      'resource-id designates {actual}, the message concerns {expected}.',
      'Produire un VIHF par patient.',
      'Produce one VIHF per patient.',
    ),
  },
  judge: (input) =>
    judgeVihfs(input, ({ assertions, patientIds }) => {
      const resources = vihfPatients(assertions);
      const concerned = new Set(patientIds.map((text) => parseCx(text)?.id ?? text));
      if (resources.length === 0 || concerned.size === 0) return undefined;
      return resources.flatMap(({ written, at }) => {
        const actual = parseCx(written)?.id ?? written;
        return concerned.size === 1 && concerned.has(actual)
          ? []
          : [{ code: 'resource-not-patient', expected: [...concerned].join(', '), actual, at }];
      });
    }),
};
