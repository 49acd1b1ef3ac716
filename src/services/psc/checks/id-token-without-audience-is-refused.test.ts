import { check } from './id-token-without-audience-is-refused.ts';
import { provesIdTokenRefusal } from './shared/refusal-cases.test-data.ts';

provesIdTokenRefusal(check, 'psc/id-token-missing-aud');
