import { check } from './token-exchange-is-complete.ts';
import { certified, exchange, pairs, provesPsc } from './shared/psc-preuves.test-data.ts';

const urn = 'urn:ietf:params:oauth:';
const ask = (
  changes: Readonly<Record<string, string | undefined>> = {},
  view: object = {},
  tls: object = { tls: certified() },
) =>
  exchange(
    'token-exchange-request',
    {
      subjectTokenState: 'valid',
      form: pairs({
        grant_type: `${urn}grant-type:token-exchange`,
        subject_token_type: `${urn}token-type:access_token`,
        scope: 'metier',
        ...changes,
      }),
      ...view,
    },
    tls,
  );
const api = (sha256: string) => exchange('api-request', { binding: 'match' }, { tls: certified({ sha256 }) });

provesPsc(check, {
  ok: [
    { name: 'whole', preuves: [ask(), api('c0ffee')] },
    { name: 'jwt type', preuves: [ask({ subject_token_type: `${urn}token-type:jwt` })] },
  ],
  ko: {
    'grant-type-wrong': [{ name: 'another', preuves: [ask({ grant_type: 'client_credentials' })] }],
    'subject-token-type-wrong': [{ name: 'absent', preuves: [ask({ subject_token_type: undefined })] }],
    'subject-token-not-valid': [{ name: 'expired', preuves: [ask({}, { subjectTokenState: 'expired' })] }],
    'business-scope-missing': [{ name: 'absent', preuves: [ask({ scope: undefined })] }],
    'certificate-missing': [{ name: 'none', preuves: [ask({}, {}, {})] }],
    'certificate-changes': [{ name: 'another for the API', preuves: [ask(), api('decaf')] }],
  },
});
