import type { JsonObject } from '../domain/json.ts';
import { InputError } from '../domain/segur-error.ts';
import type { Lang } from '../domain/bilingual.ts';
import type { Simulation } from './simulation.ts';

const help = {
  fr: [
    'list                liste les fautes',
    'fault <id> [id…]    arme ces fautes jusqu’à nouvel ordre',
    'off                 désarme tout',
    'state <json>        met le service dans cet état',
    'answer <code>       INSi : code des prochaines réponses (01, 02, 00)',
    'operate <nom>       acte du banc (INSi : plan-de-test ; PSC : tourner-les-cles, revoquer-session…)',
    'quit                arrête',
  ],
  en: [
    'list                lists the faults',
    'fault <id> [id…]    arms these faults until told otherwise',
    'off                 disarms all',
    'state <json>        puts the service in this state',
    'answer <code>       INSi: code of the next answers (01, 02, 00)',
    'operate <name>      act of the bench (INSi: plan-de-test; PSC: tourner-les-cles, revoquer-session…)',
    'quit                stops',
  ],
} as const;

/** Runs one typed command and returns what to print; undefined asks to stop. Throws InputError on a bad one. */
export async function simulationCommand(
  line: string,
  simulation: Simulation,
  lang: Lang,
): Promise<readonly string[] | undefined> {
  const [verb = '', ...words] = line.trim().split(/\s+/);
  const rest = line.trim().slice(verb.length).trim();
  switch (verb) {
    case '':
      return [];
    case 'list':
      return simulation
        .faults()
        .map(([id, fault]) => `${simulation.armed().includes(id) ? '●' : ' '} ${id}  ${fault.title[lang]}`);
    case 'fault':
      simulation.arm(words);
      return [`● ${simulation.armed().join(', ') || '-'}`];
    case 'off':
      simulation.arm([]);
      return ['○'];
    case 'answer':
      simulation.prepare(words[0] === undefined || words[0] === '00' ? {} : { reponse: words[0] });
      return [`→ ${words[0] ?? '00'}`];
    case 'state':
      simulation.prepare(parseObject(rest));
      return ['✓'];
    case 'operate':
      return [
        JSON.stringify(
          await simulation.operate(
            words[0] ?? '',
            words.length > 1 ? parseObject(words.slice(1).join(' ')) : {},
          ),
        ),
      ];
    case 'q':
    case 'quit':
      return undefined;
    default:
      return help[lang];
  }
}

/** A JSON object typed by hand; throws InputError on anything else. */
export function parseObject(text: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text === '' ? '{}' : text);
  } catch (cause) {
    throw new InputError('STATE_JSON', `not JSON: ${text}`, {
      cause,
      hint: 'Exemple : state {"approbation":"refus"}',
    });
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
  throw new InputError('STATE_JSON', `not a JSON object: ${text}`, {
    hint: 'Exemple : state {"approbation":"refus"}',
  });
}
