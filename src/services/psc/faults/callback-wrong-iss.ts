import type { Fault } from '../../../domain/fault.ts';
import type { CallbackContext, RedirectArtefact } from '../preuves/artefacts.ts';
import { otherHost } from '../preuves/other-host.ts';

/** iss of another server */
export const fault: Fault<RedirectArtefact, CallbackContext> = {
  title: { fr: 'iss d’un autre serveur', en: 'iss of another server' },
  target: 'psc/callback',
  clauses: [{ source: 'RFC 9207', section: '2.4', trust: 'R' }],
  apply: (callback, context) => ({
    parameters: callback.parameters.map(
      ([name, value]) => [name, name === 'iss' ? otherHost(context.issuer) : value] as const,
    ),
  }),
};
