import type { Check } from '../../../domain/check.ts';
import type { JsonObject } from '../../../domain/json.ts';
import type { PiloteView } from '../../../domain/preuve.ts';
import { answersTo, inPreuve, isObject, outcomeText, writes } from './shared/fhir-preuves.ts';

type Options = {
  /** The act that sent the Patient. */
  readonly action: string;
};

/** The journal has each sending of an identity, with its recipient, and what the recipient said against it. */
export const check: Check<Options> = {
  title: {
    fr: 'Chaque envoi d’identité est tracé, avec son destinataire et son issue',
    en: 'Each sending of an identity is traced, with its recipient and its outcome',
  },
  assertions: ['INS-LOG-001', 'HX-FHIR-TRACE'],
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.46 (r.31)', trust: 'V' }],
  reads: ['pilote/action', 'pilote/probe', 'fhir/write'],
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['action'],
    properties: { action: { type: 'string' } },
  },
  findings: {
    'exchange-not-traced': {
      says: {
        fr: 'Aucune trace d’échange pour l’identité {identite}',
        en: 'No trace of an exchange for identity {identite}',
      },
      fix: {
        fr: 'Tracez chaque transmission d’identité : date, utilisateur, destinataire, identité',
        en: 'Trace each sending of an identity: date, user, recipient, identity',
      },
    },
    'recipient-not-traced': {
      says: {
        fr: 'La trace d’échange de l’identité {identite} n’a pas de {champ}',
        en: 'The trace of the exchange of identity {identite} has no {champ}',
      },
      fix: { fr: 'Complétez la trace', en: 'Complete the trace' },
    },
    'refusal-not-traced': {
      says: {
        fr: 'Le refus « {expected} » du serveur n’est dans aucune trace de l’identité {identite}',
        en: 'The refusal "{expected}" of the server is in no trace of identity {identite}',
      },
      fix: {
        fr: 'Portez dans resultat ce que dit l’OperationOutcome',
        en: 'Put into resultat what the OperationOutcome says',
      },
    },
  },
  judge({ preuves, options }) {
    const [act] = answersTo(preuves, options.action);
    const exported = answersTo(preuves, 'ins.exporter-traces').at(-1);
    const last = writes(preuves).at(-1);
    if (act === undefined || exported === undefined || last === undefined)
      return { examined: 0, findings: [] };
    const identite = idOf(act.preuve.view as PiloteView);
    const values = { identite };
    const traces = tracesOf(exported.output).filter(
      (trace) => trace['nature'] === 'echange' && trace['identite'] === identite,
    );
    const at = 'output.traces';
    const [first] = traces;
    if (first === undefined) {
      return {
        examined: 1,
        findings: [inPreuve(exported.preuve, at, { code: 'exchange-not-traced', values })],
      };
    }
    const missing = ['date', 'destinataire']
      .filter((champ) => traces.some((trace) => typeof trace[champ] !== 'string' || trace[champ] === ''))
      .map((champ) =>
        inPreuve(exported.preuve, at, { code: 'recipient-not-traced', values: { ...values, champ } }),
      );
    const expected = outcomeText(last.view.responseJson);
    const told = traces.some(({ resultat }) => typeof resultat === 'string' && resultat.includes(expected));
    const refused = last.view.status >= 400 && expected !== '' && !told;
    return {
      examined: 1,
      findings: refused
        ? [...missing, inPreuve(exported.preuve, at, { code: 'refusal-not-traced', expected, values })]
        : missing,
    };
  },
};

function idOf({ input }: PiloteView): string {
  const id = isObject(input) ? input['id'] : undefined;
  return typeof id === 'string' ? id : '';
}

function tracesOf(output: JsonObject): readonly JsonObject[] {
  const { traces } = output;
  return (Array.isArray(traces) ? (traces as readonly unknown[]) : []).filter(isObject);
}
