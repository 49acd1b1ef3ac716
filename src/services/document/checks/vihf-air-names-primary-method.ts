import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeVihfs } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';
import { vihfMode } from './reading/vihf-mode.ts';

/** In AIR mode the VIHF says by which means the professional was authenticated at first. */
export const check: Check = {
  title: {
    fr: 'En mode AIR, le VIHF dit la méthode primaire d’authentification',
    en: 'In AIR mode, the VIHF says the primary authentication method',
  },
  assertions: ['DMP-VIHF-09'],
  clauses: [{ source: 'SEL-MP-037 (guide DMP)', section: 'EX_AIR-050', trust: '2' }],
  reads: documentKinds,
  findings: {
    'primary-method-missing': sentences(
      'AuthnContextDecl manque en mode INDIRECTE_RENFORCEE.',
      'AuthnContextDecl is missing in INDIRECTE_RENFORCEE mode.',
      'Dire la méthode primaire d’authentification.',
      'Say the primary authentication method.',
    ),
  },
  judge: (input) =>
    judgeVihfs(input, ({ assertions }) => {
      const concerned = assertions.filter((one) => vihfMode(one)?.value === 'INDIRECTE_RENFORCEE');
      return concerned.length === 0
        ? undefined
        : concerned
            .filter(({ contextDecl }) => (contextDecl ?? '') === '')
            .map(({ at }) => ({ code: 'primary-method-missing', at }));
    }),
};
