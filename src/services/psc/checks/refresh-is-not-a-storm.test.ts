import { check } from './refresh-is-not-a-storm.ts';
import { exchange, provesPsc } from './shared/psc-preuves.test-data.ts';

const watched = { kind: 'step/end', view: { outcome: 'done', startedAt: 0 } };

provesPsc(check, {
  ok: [
    { name: 'silence', preuves: [watched] },
    { name: 'one refresh', preuves: [exchange('refresh-request'), watched] },
  ],
  ko: {
    'refresh-storm': [
      { name: 'each second', preuves: [exchange('refresh-request'), exchange('refresh-request'), watched] },
    ],
  },
  unseen: [
    {
      name: 'the watch was cut',
      preuves: [{ kind: 'step/end', view: { outcome: 'aborted', startedAt: 0 } }],
    },
  ],
});
