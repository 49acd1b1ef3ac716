import type { AnyCheck } from '../domain/check.ts';
import type { Fault } from '../domain/fault.ts';
import type { Registry } from '../domain/registry.ts';
import type { Service } from '../domain/service.ts';

const text = { fr: 'x', en: 'x' };

const check = (trust: 'V' | 'R'): AnyCheck => ({
  title: text,
  assertions: [],
  clauses: [{ source: 'spec', section: '1', trust }],
  reads: ['echo/request', 'pilote/probe'],
  findings: { wrong: { says: text, fix: text } },
  options: { type: 'object', additionalProperties: false, properties: { limit: { type: 'integer' } } },
  judge: () => ({ examined: 1, findings: [] }),
});

const fault = (legitimate: boolean): Fault => ({
  title: text,
  target: 'echo/answer',
  legitimate,
  clauses: [],
  apply: (artefact) => artefact,
});

const echo: Service = {
  name: 'echo',
  title: text,
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      modes: {
        type: 'array',
        items: { enum: ['web', 'ciba'] },
        default: ['web'],
        description: 'Modes of login.',
      },
      client: {
        type: 'object',
        additionalProperties: false,
        default: {},
        properties: {
          id: { type: 'string', default: 'segur' },
          secret: { type: 'string', pattern: '^.{8,}$', default: 'secret-par-defaut' },
        },
      },
    },
  },
  state: { type: 'object', additionalProperties: false, properties: { calm: { type: 'boolean' } } },
  secrets: ['client.secret'],
  kinds: { 'echo/request': text },
  targets: { 'echo/answer': text },
};

/** A registry of one service, two checks and two faults, for tests of the catalogue. */
export const testRegistry: Registry = {
  checks: new Map([
    ['echo/heard', check('V')],
    ['echo/guessed', check('R')],
  ]),
  faults: new Map([
    ['echo/upper', fault(false)],
    ['echo/rotated', fault(true)],
  ]),
  services: new Map([['echo', echo]]),
  actions: new Map(
    ['echo.dire', 'echo.etat'].map((id) => [
      id,
      {
        id,
        sentence: text,
        input: { type: 'object', additionalProperties: false, properties: { mot: { type: 'string' } } },
        output: { type: 'object' },
      },
    ]),
  ),
};
