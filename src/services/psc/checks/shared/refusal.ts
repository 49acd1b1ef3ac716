import type { Bilingual } from '../../../../domain/bilingual.ts';
import type { Check, CheckInput, CheckResult, FindingText } from '../../../../domain/check.ts';
import type { Clause } from '../../../../domain/clause.ts';
import type { Preuve } from '../../../../domain/preuve.ts';
import type { BearerRequestView, TokenRequestView } from '../../preuves/views.ts';
import { found, isConnected, ofKind, sessionProbes } from './exchanges.ts';

export interface RefusalTexts {
  readonly title: Bilingual;
  readonly assertion: string;
  readonly clauses: readonly Clause[];
  /** What was wrong in the artefact, as a noun phrase. */
  readonly defect: Bilingual;
  readonly fix: Bilingual;
}

const carriers = ['psc/token-request', 'psc/ciba-poll'];

/**
 * The fact that a login whose ID token (or token answer) deviates ends without a session, and that the access token
 * that came with it is not used. The kernel asks for the attested fault and the control; here the software's state
 * after the fault is judged, so silence alone never passes.
 */
export function idTokenRefusal(texts: RefusalTexts): Check {
  return {
    title: texts.title,
    assertions: [texts.assertion],
    clauses: texts.clauses,
    reads: [...carriers, 'psc/userinfo-request', 'pilote/probe'],
    findings: { 'session-opened': sessionOpened(texts), 'access-token-used': tokenUsed(texts) },
    judge: judgeIdTokenRefusal,
  };
}

/** Texts of a session that opened in spite of the defect. */
export function sessionOpened({ defect, fix }: Pick<RefusalTexts, 'defect' | 'fix'>): FindingText {
  return {
    says: {
      fr: `La session s’est ouverte malgré ${defect.fr}.`,
      en: `The session opened in spite of ${defect.en}.`,
    },
    fix,
  };
}

function tokenUsed({ defect, fix }: RefusalTexts): FindingText {
  return {
    says: {
      fr: `Le jeton d’accès reçu avec ${defect.fr} a été présenté à userinfo au lieu d’être abandonné.`,
      en: `The access token that came with ${defect.en} was presented to userinfo instead of being dropped.`,
    },
    fix: {
      fr: `${fix.fr} La vérification doit précéder tout appel qui emploie le jeton d’accès.`,
      en: `${fix.en} The verification must come before any call that uses the access token.`,
    },
  };
}

function judgeIdTokenRefusal({ preuves }: CheckInput): CheckResult {
  const deviating = ofKind<TokenRequestView>(preuves, ...carriers).filter(
    ({ view }) => view.faults.length > 0,
  );
  const [first] = deviating;
  if (first === undefined) return { examined: 0, findings: [] };
  const probes = sessionProbes(after(preuves, first));
  const tokens = new Set(deviating.flatMap(({ view }) => view.issued?.accessToken ?? []));
  const used = ofKind<BearerRequestView>(preuves, 'psc/userinfo-request').filter(
    ({ view }) => view.token !== undefined && tokens.has(view.token),
  );
  return {
    examined: probes.length,
    findings: [
      ...probes.filter(isConnected).map((probe) =>
        found('session-opened', probe, {
          path: 'output.connecte',
          expected: false,
          actual: true,
        }),
      ),
      ...used.map((request) => found('access-token-used', request, { path: 'headers.authorization' })),
    ],
  };
}

/** Preuves recorded after another one. */
export function after(preuves: readonly Preuve[], mark: Preuve): readonly Preuve[] {
  const index = preuves.findIndex(({ id }) => id === mark.id);
  return preuves.slice(index + 1);
}
