import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pilotageActions } from './pilotage-actions.ts';
import { readYaml } from './read-yaml.ts';
import { schemaSet } from './schema-set.ts';

const schemas = schemaSet(join(new URL('../../', import.meta.url).pathname, 'schemas'));
const contract = readYaml(
  join(new URL('../../', import.meta.url).pathname, 'schemas/pilotage.openapi.yaml'),
).value;

describe('pilotageActions', () => {
  const actions = pilotageActions(contract);

  it('gives every verb a sentence in both languages and schemas without references', () => {
    expect(actions.size).toBeGreaterThan(20);
    for (const [id, action] of actions) {
      expect(action.id).toBe(id);
      expect([action.sentence.fr, action.sentence.en].every((text) => text.length > 10)).toBe(true);
      expect(JSON.stringify([action.input, action.output])).not.toContain('$ref');
      expect(() => schemas.options(action.input)).not.toThrow();
      expect(() => schemas.options(action.output)).not.toThrow();
    }
  });

  it("adds the bench's own acts in the browser", () => {
    expect(actions.has('navigateur.rejouer-rappel')).toBe(true);
    expect(actions.has('navigateur.rappel-autre-navigateur')).toBe(true);
  });

  it('refuses a contract whose reference names nothing, turns in a circle, or whose verb has no sentence', () => {
    const verb = (schema: object, more: object = { 'x-humain': { fr: 'x', en: 'x' } }): unknown => ({
      components: { schemas: { A: { $ref: '#/components/schemas/A' } } },
      paths: {
        '/x': {
          post: { operationId: 'x', ...more, requestBody: { content: { 'application/json': { schema } } } },
        },
      },
    });
    expect(() => pilotageActions(verb({ $ref: '#/components/schemas/B' }))).toThrow(/names nothing/);
    expect(() => pilotageActions(verb({ $ref: '#/components/schemas/A' }))).toThrow(/refers to itself/);
    expect(() => pilotageActions(verb({}, {}))).toThrow(/x-humain/);
  });
});
