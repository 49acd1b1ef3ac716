import { check } from './parameters-are-single-and-filled.ts';
import { authorization, goodRequest, pairs, provesPsc } from './shared/psc-preuves.test-data.ts';

const twice = [...pairs(goodRequest), ['scope', 'openid']];

provesPsc(check, {
  ok: [{ name: 'each once', preuves: [authorization()] }],
  ko: {
    'parameter-duplicate': [{ name: 'scope twice', preuves: [authorization({}, { query: twice })] }],
    'parameter-empty': [{ name: 'empty nonce', preuves: [authorization({ nonce: '' })] }],
  },
});
