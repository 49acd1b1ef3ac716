import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { assertionPath } from './shared/cpx-assertions.ts';
import { inCall, insiCalls } from './shared/insi-calls.ts';
import { fitsArrival } from './shared/moments.ts';

/** Milliseconds by which clocks may differ. */
const tolerance = 5 * 60_000;

/** The assertion is of the moment of the call: issued, begun, not over. */
export const check: Check = {
  title: {
    fr: 'L’assertion est de l’instant de l’appel : émise, commencée, pas finie',
    en: 'The assertion is of the moment of the call: issued, begun, not over',
  },
  assertions: ['INS-WS-014'],
  clauses: [
    { source: 'SAML 2.0 core', section: '2.3.3, 2.5.1.2', trust: 'V' },
    { source: 'Banc segur', section: 'tolérance de cinq minutes', trust: 'R' },
  ],
  reads: ['insi/traits-request', 'insi/vitale-request', 'insi/verification-request'],
  findings: {
    'assertion-undated': {
      says: { fr: 'L’assertion porte la date « {actual} »', en: 'The assertion has the date "{actual}"' },
      fix: {
        fr: 'Écrivez IssueInstant, NotBefore et NotOnOrAfter au format AAAA-MM-JJThh:mm:ssZ',
        en: 'Write IssueInstant, NotBefore and NotOnOrAfter as YYYY-MM-DDThh:mm:ssZ',
      },
    },
    'assertion-from-the-future': {
      says: {
        fr: 'L’assertion est émise ou valable à partir de {actual}, l’appel est de {expected}',
        en: 'The assertion is issued or valid from {actual}, the call is of {expected}',
      },
      fix: {
        fr: 'Mettez le poste à l’heure et émettez l’assertion avant l’appel',
        en: 'Set the clock of the machine and issue the assertion before the call',
      },
    },
    'assertion-over': {
      says: {
        fr: 'L’assertion n’est plus valable depuis {actual}, l’appel est de {expected}',
        en: 'The assertion is over since {actual}, the call is of {expected}',
      },
      fix: {
        fr: 'Émettez une nouvelle assertion une fois NotOnOrAfter atteint',
        en: 'Issue a new assertion once NotOnOrAfter is reached',
      },
    },
  },
  judge({ preuves }) {
    const calls = insiCalls(preuves).flatMap((call) => {
      const { assertion } = call.view.authentication;
      return assertion === undefined ? [] : [{ ...call, assertion }];
    });
    const findings = calls.flatMap((call): readonly Finding[] => {
      const { issueInstant = '', notBefore = issueInstant, notOnOrAfter } = call.assertion;
      const expected = call.view.receivedAt.real;
      const wrong = [issueInstant, notBefore, notOnOrAfter ?? issueInstant].find((text) =>
        Number.isNaN(Date.parse(text)),
      );
      if (wrong !== undefined)
        return [inCall(call, assertionPath, { code: 'assertion-undated', actual: wrong })];
      const begins = Math.max(Date.parse(issueInstant), Date.parse(notBefore));
      const ends = notOnOrAfter === undefined ? Number.POSITIVE_INFINITY : Date.parse(notOnOrAfter);
      return [
        ...(fitsArrival(call.view, (now) => begins <= now + tolerance)
          ? []
          : [
              inCall(call, `${assertionPath}/Conditions`, {
                code: 'assertion-from-the-future',
                expected,
                actual: new Date(begins).toISOString(),
              }),
            ]),
        ...(fitsArrival(call.view, (now) => now - tolerance < ends)
          ? []
          : [
              inCall(call, `${assertionPath}/Conditions/@NotOnOrAfter`, {
                code: 'assertion-over',
                expected,
                actual: notOnOrAfter ?? '',
              }),
            ]),
      ];
    });
    return { examined: calls.length, findings };
  },
};
