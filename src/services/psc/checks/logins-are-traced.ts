import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { Json } from '../../../domain/json.ts';
import { answered, found, memberOf, textOf } from './shared/exchanges.ts';
import { rem } from './shared/norms.ts';

/** Each login attempt leaves a trace with date, user and result. */
export const check: Check = {
  title: {
    fr: 'Chaque tentative de connexion laisse une trace datée, nommée, avec son résultat',
    en: 'Each login attempt leaves a trace with date, user and result',
  },
  assertions: ['PSC-LG-02'],
  clauses: [rem('SC.SSI/IAM.91.03')],
  reads: ['pilote/action'],

  findings: {
    'traces-missing': {
      says: { fr: 'Aucune trace de connexion n’est gardée.', en: 'No trace of logins is kept.' },
      fix: {
        fr: 'Gardez une trace de chaque tentative, réussie ou non.',
        en: 'Keep a trace of each attempt, successful or not.',
      },
    },
    'trace-incomplete': {
      says: { fr: 'Une trace n’a pas : {actual}.', en: 'A trace lacks: {actual}.' },
      fix: {
        fr: 'Notez date et heure, utilisateur, nature de l’opération et résultat.',
        en: 'Note date and time, user, nature of the operation and result.',
      },
    },
    'failure-not-traced': {
      says: { fr: 'La tentative refusée n’a pas laissé de trace.', en: 'The refused attempt left no trace.' },
      fix: { fr: 'Tracez aussi les échecs.', en: 'Trace failures too.' },
    },
  },
  judge({ preuves }) {
    const exported = answered(preuves, 'pilote/action').filter(
      ({ view }) => view.action === 'banc.exporter-journaux',
    );
    const issues = answered(preuves, 'pilote/action')
      .filter(({ view }) => view.action === 'psc.connecter')
      .map(({ view }) => textOf(view.output, 'issue') ?? '');
    const refused = issues.filter((issue) => ['refusee', 'erreur'].includes(issue));
    // Words of the software for success and failure are its own: what can be told is how many there must be.
    const kinds = refused.length === 0 || refused.length === issues.length ? 1 : 2;
    return {
      examined: exported.length,
      findings: exported.flatMap((action): readonly Finding[] => {
        const list = memberOf(action.view.output, 'traces');
        const traces = Array.isArray(list) ? (list as readonly Json[]) : [];
        if (traces.length === 0) return [found('traces-missing', action, { path: 'output.traces' })];
        const results = new Set(traces.map((trace) => textOf(trace, 'resultat') ?? ''));
        return [
          ...traces.flatMap((trace, index) => {
            const lacking = ['date', 'utilisateur', 'nature', 'resultat'].filter(
              (name) => (textOf(trace, name) ?? '') === '',
            );
            return lacking.length === 0
              ? []
              : [
                  found('trace-incomplete', action, {
                    path: `output.traces.${index}`,
                    actual: lacking.join(', '),
                  }),
                ];
          }),
          ...(results.size < kinds || traces.length < refused.length
            ? [found('failure-not-traced', action, { path: 'output.traces' })]
            : []),
        ];
      }),
    };
  },
};
