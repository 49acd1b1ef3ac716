import type { Patient } from '../../../domain/deck.ts';
import type { Json, JsonObject } from '../../../domain/json.ts';
import { InputError } from '../../../domain/segur-error.ts';
import type { ServiceContext } from '../../../domain/service.ts';
import { readHl7 } from '../../../formats/hl7v2/read-hl7.ts';
import { valueAt } from '../../../formats/hl7v2/hl7-value.ts';
import type { PamAckFacts, PamSentView } from '../preuves/views.ts';
import { sendMllp, type MllpDestination } from './send-mllp.ts';
import { cdaVariants, writeCda, type CdaVariant } from './write-cda.ts';
import { structures, writeMessage } from './write-message.ts';

const deadlineMs = 10_000;

/**
 * Bench operation `envoyer`: builds the message of an event of a deck patient, sends it to the software, records what
 * came back. Input: `evenement`, `role`, `statut` (VALI when absent), `ins` (false when absent), `nomNaissance` and
 * `ipp` (those of the role when absent), `autreRole` (A24, A37, A40), `retireIns` (A47), `document` (T02). Throws
 * InputError for an input that makes no message; a software that does not answer is a fact, not an error.
 */
export async function sendIdentity(
  input: JsonObject,
  destination: MllpDestination | undefined,
  context: ServiceContext,
): Promise<JsonObject> {
  const evenement = text(input, 'evenement') ?? '';
  if (structures[evenement] === undefined)
    throw wrong(`evenement ${JSON.stringify(evenement)}`, Object.keys(structures));
  const patient = patientOf(context, text(input, 'role') ?? '');
  const other = text(input, 'autreRole');
  const variant = variantOf(input['document']);
  const statut = text(input, 'statut') ?? 'VALI';
  const ipp = text(input, 'ipp') ?? ippOf(patient.role);
  const controlId = `SEGUR-${String(Math.floor(context.random() * 1e9))}`;
  const ins = { matricule: patient.matricule, oid: patient.oid };
  const traits = { ...patient, nomNaissance: text(input, 'nomNaissance') ?? patient.nomNaissance };
  const now = new Date(context.clock.now());
  const message = writeMessage({
    ...{ evenement, controlId, now, ipp, traits, statut },
    ...(input['ins'] === true ? { ins } : {}),
    ...(input['retireIns'] === true ? { insRetire: ins } : {}),
    ...(other === undefined ? {} : { autreIpp: ippOf(patientOf(context, other).role) }),
    ...(variant === undefined ? {} : { document: writeCda(patient, variant, now, controlId) }),
  });
  const shown = { ipp, nomNaissance: traits.nomNaissance, dateNaissance: patient.dateNaissance };
  if (destination === undefined) return { ...shown, issue: 'sans-destinataire' };
  const sending = await sendMllp(message, destination, { deadlineMs, signal: context.signal });
  const ack = sending.answer === undefined ? undefined : ackFacts(sending.answer);
  const view: PamSentView = {
    ...{ evenement, controlId, role: patient.role, ipp, statut, ins: input['ins'] === true },
    ...(other === undefined ? {} : { autreRole: other, autreIpp: ippOf(other) }),
    nomNaissance: traits.nomNaissance,
    ...(variant === undefined ? {} : { document: variant }),
    issue: sending.issue,
    ...(ack === undefined ? {} : { ack }),
  };
  context.recorder.record({
    kind: 'pam/sent',
    view,
    raw: { sent: message, ...(sending.answer === undefined ? {} : { message: sending.answer }) },
  });
  return { ...shown, issue: sending.issue, ...(ack === undefined ? {} : { accuse: ack.code }) };
}

/** Local number of a deck patient in the bench's domain. */
function ippOf(role: string): string {
  return `SEGUR-${role}`;
}

function patientOf({ deck }: ServiceContext, role: string): Patient {
  const found = deck.patients.find((patient) => patient.role === role);
  if (found === undefined)
    throw wrong(
      `role ${JSON.stringify(role)}`,
      deck.patients.map((patient) => patient.role),
    );
  return found;
}

function variantOf(value: Json | undefined): CdaVariant | undefined {
  if (value === undefined) return undefined;
  const found = cdaVariants.find((variant) => variant === value);
  if (found === undefined) throw wrong(`document ${JSON.stringify(value)}`, cdaVariants);
  return found;
}

function ackFacts(bytes: Uint8Array): PamAckFacts | undefined {
  const reading = readHl7(bytes);
  const message = reading.kind === 'read' ? reading.file.messages[0] : undefined;
  if (message === undefined) return undefined;
  const erreur = valueAt(message, 'ERR-3.1');
  const erreurApplicative = valueAt(message, 'ERR-5.1');
  return {
    code: valueAt(message, 'MSA-1'),
    controlId: valueAt(message, 'MSA-2'),
    ...(erreur === '' ? {} : { erreur }),
    ...(erreurApplicative === '' ? {} : { erreurApplicative }),
  };
}

function text(input: JsonObject, name: string): string | undefined {
  const value = input[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function wrong(what: string, known: readonly string[]): InputError {
  return new InputError('PAM_ENVOYER', `pam cannot send: ${what} is not known`, {
    hint: `Known: ${known.join(', ')}.`,
  });
}
