import { check } from './callback-foreign-issuer-is-refused.ts';
import { provesCallbackRefusal } from './shared/refusal-cases.test-data.ts';

provesCallbackRefusal(check, 'psc/callback-wrong-iss');
