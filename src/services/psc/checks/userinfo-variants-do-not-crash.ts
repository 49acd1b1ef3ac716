import type { Check } from '../../../domain/check.ts';
import type { PiloteView } from '../../../domain/preuve.ts';
import type { BearerRequestView } from '../preuves/views.ts';
import { found, memberOf, ofKind } from './shared/exchanges.ts';

/** An unusual shape of userinfo does not stop the software. */
export const check: Check = {
  title: {
    fr: 'Une forme inhabituelle de userinfo n’arrête pas le logiciel',
    en: 'An unusual shape of userinfo does not stop the software',
  },
  assertions: ['PSC-UI-06'],
  clauses: [{ source: 'ansforge/PSC-POC, exemples et tests', trust: 'V' }],
  reads: ['psc/userinfo-request', 'pilote/action', 'pilote/probe'],

  findings: {
    'software-crashed': {
      says: {
        fr: 'Le logiciel n’a pas répondu, ou par une erreur interne.',
        en: 'The software did not answer, or with an internal error.',
      },
      fix: {
        fr: 'Lisez userinfo sans rien supposer : chaînes vides, SubjectRefPro absent, otherIDs, codes à deux niveaux et claims inconnues se rencontrent.',
        en: 'Read userinfo without assuming anything: empty strings, no SubjectRefPro, otherIDs, codes at two levels and unknown claims are all met.',
      },
    },
  },
  judge({ preuves }) {
    const calls = ofKind<PiloteView>(preuves, 'pilote/action', 'pilote/probe').filter(
      ({ view }) => view.answer !== 'unsupported' && view.answer !== 'skipped',
    );
    const crashed = calls.filter(({ view }) => {
      const status = memberOf(memberOf(view.output, 'page'), 'status');
      return (
        view.answer === 'broken' || view.answer === 'timeout' || (typeof status === 'number' && status >= 500)
      );
    });
    const [first] = ofKind<BearerRequestView>(preuves, 'psc/userinfo-request');
    return {
      examined: first === undefined ? 0 : calls.length,
      findings: crashed.map((call) => found('software-crashed', call)),
    };
  },
};
