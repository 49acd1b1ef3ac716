import { buildDmpRequest } from '../../../../tests/builders/build-dmp-request.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './dmp-message-id-new.ts';

const request = (suffix: string): Buffer =>
  Buffer.from(buildDmpRequest('TD3.1a', ['3a2c5d0c3333<', `3a2c5d0c${suffix}<`]));
const made = (name: string, ...suffixes: readonly string[]) => ({ name, files: suffixes.map(request) });

provesCheck(check, {
  ok: [made('one request', 'aaaa'), made('three requests', 'aaaa', 'bbbb', 'cccc')],
  ko: {
    'message-id-reused': [
      made('the same identifier twice', 'aaaa', 'bbbb', 'aaaa'),
      made('the same in capitals', 'aaaa', 'AAAA'),
    ],
  },
});
