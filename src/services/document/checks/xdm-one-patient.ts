import type { Check } from '../../../domain/check.ts';
import { parseCx } from '../../../formats/xds/parse-cx.ts';
import { bundleOf } from './reading/bundle-of.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { isInsOid } from './reading/is-ins-oid.ts';
import { toFinding, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** Everything that one sending carries concerns one and the same patient. */
export const check: Check = {
  title: { fr: 'Un seul patient par envoi', en: 'One patient per sending' },
  assertions: ['MSS-MIM-003', 'DMP-META-13', 'INS-MSS-001'],
  clauses: [
    { source: 'REM, MSS/CONF.23', trust: 'V' },
    { source: 'ANS P4D', section: 'lot de soumission : patientId', trust: 'V' },
  ],
  reads: documentKinds,
  findings: {
    'patients-differ': sentences(
      'L’envoi concerne {expected} et {actual}.',
      'The sending concerns {expected} and {actual}.',
      'Faire un envoi par patient.',
      'Make one sending per patient.',
    ),
  },
  judge(input) {
    let examined = 0;
    const findings = input.preuves.flatMap((preuve) => {
      const bundle = bundleOf(input, preuve);
      if (bundle === undefined) return [];
      const named: { label: string; id: string; at: Observation['at'] }[] = [
        ...bundle.cdas.flatMap(({ label, document }) =>
          document.patients
            .flatMap((patient) => patient.ids)
            .filter((id) => isInsOid(id.root))
            .map((id) => ({ label, id: id.extension ?? '', at: id.at })),
        ),
        ...bundle.submissions.flatMap(({ label, submission }) =>
          [...submission.sets, ...submission.entries]
            .flatMap((object) => object.patientIds)
            .map(({ value, at }) => ({ label, id: parseCx(value)?.id ?? value, at })),
        ),
      ];
      const [first] = named;
      if (first === undefined) return [];
      examined += 1;
      return named
        .filter(({ id }) => id !== first.id)
        .map(({ label, id, at }) =>
          toFinding(
            { code: 'patients-differ', expected: first.id, actual: id, ...(at === undefined ? {} : { at }) },
            preuve.id,
            label,
          ),
        );
    });
    return { examined, findings };
  },
};
