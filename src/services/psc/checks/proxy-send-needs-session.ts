import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { HttpExchangeView } from '../../../domain/preuve.ts';
import { found, memberOf, ofKind, textOf } from './shared/exchanges.ts';
import { proxyContract } from './shared/norms.ts';

/** /send without a valid session answers 401, and an outage behind it 502, 503 or 504. */
export const check: Check<{ readonly attendu?: '401' | 'panne' }> = {
  title: {
    fr: '/send sans session valable répond 401, et une panne en aval 502, 503 ou 504',
    en: '/send without a valid session answers 401, and an outage behind it 502, 503 or 504',
  },
  assertions: ['PSC-PX-02'],
  clauses: [proxyContract('/send')],
  reads: ['psc/proxy-exchange'],
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      attendu: { enum: ['401', 'panne'], description: 'What the call should get; 401 when absent.' },
    },
  },
  findings: {
    'send-not-401': {
      says: {
        fr: '/send sans session valable a répondu {actual}.',
        en: '/send without a valid session answered {actual}.',
      },
      fix: {
        fr: 'Répondez 401 quand proxy_session_id manque ou est inconnu.',
        en: 'Answer 401 when proxy_session_id is missing or unknown.',
      },
    },
    'error-not-json': {
      says: {
        fr: 'L’erreur n’est pas un objet JSON { code, message }.',
        en: 'The error is not a JSON object { code, message }.',
      },
      fix: {
        fr: 'Répondez en JSON avec code et message, jamais en HTML.',
        en: 'Answer in JSON with code and message, never HTML.',
      },
    },
    'outage-not-mapped': {
      says: { fr: 'Une panne en aval a donné {actual}.', en: 'An outage behind gave {actual}.' },
      fix: {
        fr: 'Traduisez une panne en aval par 502, 503 ou 504.',
        en: 'Translate an outage behind into 502, 503 or 504.',
      },
    },
  },
  judge({ preuves, options }) {
    const sends = ofKind<HttpExchangeView & { readonly operation: string }>(
      preuves,
      'psc/proxy-exchange',
    ).filter(({ view }) => view.operation === 'proxy-send');
    return {
      examined: sends.length,
      findings: sends.flatMap((send): readonly Finding[] => {
        const { status, responseJson } = send.view;
        const right = options.attendu === 'panne' ? [502, 503, 504].includes(status) : status === 401;
        if (!right)
          return [
            found(options.attendu === 'panne' ? 'outage-not-mapped' : 'send-not-401', send, {
              path: 'status',
              expected: options.attendu === 'panne' ? '502, 503, 504' : 401,
              actual: status,
            }),
          ];
        const whole =
          memberOf(responseJson, 'code') !== undefined && textOf(responseJson, 'message') !== undefined;
        return options.attendu === 'panne' || whole ? [] : [found('error-not-json', send)];
      }),
    };
  },
};
