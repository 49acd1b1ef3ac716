import type { Check } from '../../../domain/check.ts';
import type { FoundMail } from '../../../formats/bundle/bundle.ts';
import { mayCarryIns, type IdentityStatus } from '../../../formats/ins/identity-status.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails, type Observation } from './reading/judge-found.ts';
import { citizensOf, headersNamed } from './reading/mail-headers.ts';
import { sentences } from './reading/sentences.ts';

type Options = {
  /** Status of the addressed identity in the scenario. */
  readonly statut?: IdentityStatus;
};

/** A citizen is written to only when the identity is qualified, since the address is made of the INS. */
export const check: Check<Options> = {
  title: {
    fr: 'On n’écrit qu’à un usager dont l’identité est qualifiée',
    en: 'A citizen is written to only when the identity is qualified',
  },
  assertions: ['MSS-ADR-004', 'INS-MSS-001'],
  clauses: [{ source: 'REM, MSS/va1.19', trust: 'V' }],
  reads: documentKinds,
  options: {
    type: 'object',
    additionalProperties: false,
    properties: { statut: { enum: ['PROV', 'VALI', 'RECUP', 'QUAL'] } },
  },
  findings: {
    'citizen-not-qualified': sentences(
      'Le courriel part à {actual} alors que l’identité est au statut {statut}.',
      'The mail goes to {actual} although the identity has status {statut}.',
      'Bloquer l’envoi à un usager dont l’identité n’est pas qualifiée.',
      'Block the sending to a citizen whose identity is not qualified.',
    ),
    'citizen-without-ins': sentences(
      'Le courriel part à {actual} et dit par X-MSS-INS que l’INS n’est pas qualifiée.',
      'The mail goes to {actual} and says by X-MSS-INS that the INS is not qualified.',
      'N’écrire à un usager que si son INS est qualifiée, et le dire.',
      'Write to a citizen only when the INS is qualified, and say so.',
    ),
  },
  judge: (input) => judgeMails(input, (found) => inspect(found, input.options.statut)),
};

function inspect(
  { mail }: FoundMail,
  statut: IdentityStatus | undefined,
): readonly Observation[] | undefined {
  const [citizen] = citizensOf(mail);
  if (citizen === undefined) return undefined;
  const at = { path: 'To' };
  if (statut !== undefined && !mayCarryIns(statut)) {
    return [{ code: 'citizen-not-qualified', actual: citizen, values: { statut }, at }];
  }
  const flag = headersNamed(mail, 'x-mss-ins')[0]?.value.trim();
  return flag === 'N' ? [{ code: 'citizen-without-ins', actual: citizen, at }] : [];
}
