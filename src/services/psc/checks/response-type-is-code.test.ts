import { check } from './response-type-is-code.ts';
import { authorization, provesPsc, token } from './shared/psc-preuves.test-data.ts';

provesPsc(check, {
  ok: [{ name: 'code', preuves: [authorization()] }],
  ko: {
    'response-type-missing': [{ name: 'absent', preuves: [authorization({ response_type: undefined })] }],
    'response-type-not-code': [
      { name: 'token', preuves: [authorization({ response_type: 'token' })] },
      { name: 'hybrid', preuves: [authorization({ response_type: 'code token' })] },
    ],
  },
  unseen: [{ name: 'only tokens', preuves: [token()] }],
});
