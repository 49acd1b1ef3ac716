import { check } from './scope-has-openid.ts';
import { authorization, provesPsc } from './shared/psc-preuves.test-data.ts';

provesPsc(check, {
  ok: [{ name: 'both scopes', preuves: [authorization()] }],
  ko: {
    'openid-missing': [
      { name: 'scope_all alone', preuves: [authorization({ scope: 'scope_all' })] },
      { name: 'no scope', preuves: [authorization({ scope: undefined })] },
      { name: 'another word that holds it', preuves: [authorization({ scope: 'openid2 scope_all' })] },
    ],
  },
});
