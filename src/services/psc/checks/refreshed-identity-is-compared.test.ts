import { check } from './refreshed-identity-is-compared.ts';
import { action, exchange, probe, provesPsc } from './shared/psc-preuves.test-data.ts';

const foreign = exchange('refresh-request', {
  faults: ['psc/refresh-wrong-sub'],
  issued: { accessToken: 'acces-2' },
});
const use = (issue: string) => action('psc.utiliser-jeton', { issue });

provesPsc(check, {
  ok: [
    { name: 'the session ends', preuves: [foreign, use('refusee'), probe({ connecte: false })] },
    { name: 'the tokens are dropped', preuves: [foreign, use('erreur'), probe({ connecte: true })] },
  ],
  ko: {
    'refreshed-token-used': [
      {
        name: 'userinfo',
        preuves: [
          foreign,
          exchange('userinfo-request', { token: 'acces-2' }),
          use('erreur'),
          probe({ connecte: false }),
        ],
      },
    ],
    'operation-succeeded': [
      { name: 'goes on', preuves: [foreign, use('reussie'), probe({ connecte: true })] },
    ],
  },
  unseen: [
    { name: 'faithful', preuves: [exchange('refresh-request'), use('reussie'), probe({ connecte: true })] },
  ],
});
