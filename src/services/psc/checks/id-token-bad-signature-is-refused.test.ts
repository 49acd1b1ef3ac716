import { check } from './id-token-bad-signature-is-refused.ts';
import { provesIdTokenRefusal } from './shared/refusal-cases.test-data.ts';

provesIdTokenRefusal(check, 'psc/id-token-bad-sig');
