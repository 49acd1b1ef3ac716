import type { Check } from '../../../domain/check.ts';
import { mayCarryIns, type IdentityStatus } from '../../../formats/ins/identity-status.ts';
import { datamatrixKinds, judgeDatamatrix } from './reading/judge-datamatrix.ts';
import { sentences } from './reading/sentences.ts';

type Options = {
  readonly statut: IdentityStatus;
};

/** An INS datamatrix is printed for qualified identities only. */
export const check: Check<Options> = {
  title: {
    fr: 'Le datamatrix INS n’est imprimé que pour une identité qualifiée',
    en: 'The INS datamatrix is printed for a qualified identity only',
  },
  assertions: ['INS-DM-003'],
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.03 (r.32), INS/va1.59 (r.28)', trust: 'V' }],
  reads: datamatrixKinds,
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['statut'],
    properties: { statut: { enum: ['PROV', 'VALI', 'RECUP', 'QUAL'] } },
  },
  findings: {
    'not-qualified': sentences(
      'Un datamatrix INS est imprimé pour une identité au statut {statut}.',
      'An INS datamatrix is printed for an identity of status {statut}.',
      'N’imprimer le datamatrix que pour une identité qualifiée.',
      'Print the datamatrix for qualified identities only.',
    ),
  },
  judge: (input) =>
    judgeDatamatrix(input, () =>
      mayCarryIns(input.options.statut)
        ? []
        : [{ code: 'not-qualified', values: { statut: input.options.statut } }],
    ),
};
