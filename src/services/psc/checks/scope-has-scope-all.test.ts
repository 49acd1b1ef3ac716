import { check } from './scope-has-scope-all.ts';
import { authorization, exchange, pairs, provesPsc } from './shared/psc-preuves.test-data.ts';

const backChannel = (scope: string) => exchange('ciba-request', { form: pairs({ scope }) });

provesPsc(check, {
  ok: [
    { name: 'both scopes', preuves: [authorization()] },
    { name: 'by CIBA', preuves: [backChannel('openid scope_all')] },
  ],
  ko: {
    'scope-all-missing': [
      { name: 'profile instead', preuves: [authorization({ scope: 'openid profile' })] },
      { name: 'by CIBA', preuves: [backChannel('openid')] },
    ],
  },
});
