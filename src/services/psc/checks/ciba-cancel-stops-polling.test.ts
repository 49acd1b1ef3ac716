import { check } from './ciba-cancel-stops-polling.ts';
import { action, exchange, provesPsc } from './shared/psc-preuves.test-data.ts';

const cancel = action('psc.annuler', {}, {}, { at: 1000 });
const watched = { kind: 'step/end', view: { outcome: 'done', startedAt: 0 }, at: 9000 };
const poll = (at: number) => exchange('ciba-poll', { ciba: { request: 'l1', interval: 1 } }, { at });

provesPsc(check, {
  ok: [
    { name: 'silence', preuves: [poll(500), cancel, watched] },
    { name: 'one on its way', preuves: [cancel, poll(1900), watched] },
  ],
  ko: { 'polled-after-cancel': [{ name: 'goes on', preuves: [cancel, poll(1900), poll(2900), watched] }] },
  unseen: [{ name: 'never cancelled', preuves: [poll(500), watched] }],
});
