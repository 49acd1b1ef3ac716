import { check } from './client-certificate-is-org.ts';
import { certified, provesPsc, token } from './shared/psc-preuves.test-data.ts';

const using = (changes: object = {}, view: object = {}) => [token(view, { tls: certified(changes) })];

provesPsc(check, {
  ok: [
    { name: 'ORG AUTH_CLI', preuves: using() },
    { name: 'subject on several lines', preuves: using({ subject: 'C=FR\nOU=10B0000001\nCN=lps' }) },
  ],
  ko: {
    'certificate-missing': [{ name: 'none', preuves: [token()] }],
    'certificate-refused': [
      { name: 'another authority', preuves: using({ trusted: false }) },
      { name: 'expired', preuves: using({}, { anomalies: ['client-certificate-refused'] }) },
    ],
    'certificate-not-for-client': [
      { name: 'a server’s', preuves: using({ extendedKeyUsage: ['1.3.6.1.5.5.7.3.1'] }) },
    ],
    'certificate-subject': [{ name: 'no OU', preuves: using({ subject: 'CN=lps' }) }],
  },
});
