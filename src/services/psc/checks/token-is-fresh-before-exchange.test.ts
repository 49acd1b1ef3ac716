import { check } from './token-is-fresh-before-exchange.ts';
import { exchange, provesPsc } from './shared/psc-preuves.test-data.ts';

const ask = (subjectTokenState: string) =>
  exchange('token-exchange-request', { subjectTokenState, subjectTokenAge: 200 });

provesPsc(check, {
  ok: [{ name: 'refreshed first', preuves: [exchange('refresh-request'), ask('valid')] }],
  ko: {
    'expired-token-exchanged': [
      { name: 'fails first', preuves: [ask('expired'), exchange('refresh-request'), ask('valid')] },
    ],
  },
});
