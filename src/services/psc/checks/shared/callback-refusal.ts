import type { Check, CheckInput, CheckResult } from '../../../../domain/check.ts';
import type { AuthorizationResponseView, TokenRequestView } from '../../preuves/views.ts';
import { found, isConnected, ofKind, sessionProbes } from './exchanges.ts';
import { after, sessionOpened, type RefusalTexts } from './refusal.ts';

/**
 * The fact that a deviating callback is dropped: no code sent to the token endpoint, no session in the end.
 */
export function callbackRefusal(texts: RefusalTexts): Check {
  return {
    title: texts.title,
    assertions: [texts.assertion],
    clauses: texts.clauses,
    reads: ['psc/authorization-response', 'psc/token-request', 'pilote/probe'],
    findings: {
      'session-opened': sessionOpened(texts),
      'code-exchanged': {
        says: {
          fr: `Le code a été envoyé au point d’accès aux jetons malgré ${texts.defect.fr}.`,
          en: `The code was sent to the token endpoint in spite of ${texts.defect.en}.`,
        },
        fix: texts.fix,
      },
    },
    judge: judgeCallbackRefusal,
  };
}

function judgeCallbackRefusal({ preuves }: CheckInput): CheckResult {
  const deviating = ofKind<AuthorizationResponseView>(preuves, 'psc/authorization-response').filter(
    ({ view }) => view.faults.length > 0,
  );
  const [first] = deviating;
  if (first === undefined) return { examined: 0, findings: [] };
  const probes = sessionProbes(after(preuves, first));
  const logins = new Set(deviating.map(({ view }) => view.login));
  const exchanged = ofKind<TokenRequestView>(preuves, 'psc/token-request').filter(
    ({ view }) => view.login !== undefined && logins.has(view.login),
  );
  return {
    examined: probes.length,
    findings: [
      ...probes
        .filter(isConnected)
        .map((probe) =>
          found('session-opened', probe, { path: 'output.connecte', expected: false, actual: true }),
        ),
      ...exchanged.map((request) => found('code-exchanged', request, { path: 'form.code' })),
    ],
  };
}
