import { check } from './userinfo-variants-do-not-crash.ts';
import { action, exchange, probe, provesPsc } from './shared/psc-preuves.test-data.ts';

const read = exchange('userinfo-request');

provesPsc(check, {
  ok: [
    {
      name: 'logged in',
      preuves: [read, action('psc.connecter', { issue: 'reussie' }), probe({ connecte: true })],
    },
    {
      name: 'clean refusal',
      preuves: [read, action('psc.connecter', { page: { status: 403 } }), probe({ connecte: false })],
    },
  ],
  ko: {
    'software-crashed': [
      { name: 'error 500', preuves: [read, action('psc.connecter', { page: { status: 500 } })] },
      { name: 'the probe hangs', preuves: [read, action('psc.connecter'), probe({}, { answer: 'timeout' })] },
    ],
  },
  unseen: [{ name: 'userinfo was not read', preuves: [action('psc.connecter')] }],
});
