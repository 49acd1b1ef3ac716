import { check } from './scope-is-minimal.ts';
import { authorization, provesPsc } from './shared/psc-preuves.test-data.ts';

provesPsc(check, {
  ok: [
    { name: 'both scopes', preuves: [authorization()] },
    { name: 'less than both is not more', preuves: [authorization({ scope: 'openid' })] },
  ],
  ko: {
    'scope-unneeded': [
      { name: 'offline_access', preuves: [authorization({ scope: 'openid scope_all offline_access' })] },
    ],
  },
});
