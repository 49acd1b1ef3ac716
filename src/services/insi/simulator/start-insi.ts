import type { X509Certificate } from 'node:crypto';
import type { Json } from '../../../domain/json.ts';
import { InputError } from '../../../domain/segur-error.ts';
import type { RunningService, ServiceContext } from '../../../domain/service.ts';
import { readPemCertificates } from '../../../formats/x509/certificate-facts.ts';
import { startHttpServer } from '../../../wire/start-http-server.ts';
import { answerCall, insiPath, type InsiWorld } from './answer-call.ts';
import { BulkDeposits } from './bulk-deposits.ts';
import { cndaPlan } from './cnda-plan.ts';
import { deckIndividus } from './find-individu.ts';
import { readState } from './insi-state.ts';
import { patientDocument } from './patient-document.ts';
import { publishedIndividus } from './published-individus.ts';
import { offeredCertificate, serverCertificates } from './server-certificates.ts';

/** Starts INSi on one TLS port; asks for a client certificate and refuses none: checks judge what was presented. */
export async function startInsi(context: ServiceContext): Promise<RunningService> {
  let state = readState({});
  const world: InsiWorld = {
    context,
    known: [...deckIndividus(context.deck), ...publishedIndividus],
    authorities: cardAuthorities(context),
    deposits: new BulkDeposits(),
  };
  const certificates = await serverCertificates(context.pki);
  const port = context.options['port'];
  const server = await startHttpServer({
    host: context.host,
    port: typeof port === 'number' ? port : 0,
    tls: { ...certificates.valid, clientCaPem: context.pki.clientCaPem },
    offer: () => offeredCertificate(certificates, context.armory),
    recorder: context.recorder,
    unhandledKind: 'insi/unknown-request',
    handler: (request) => answerCall(request, world, state),
  });
  // A connection kept open would carry the next call under the certificate of before.
  context.armory.onChange('insi/certificate', () => {
    server.closeIdle();
  });
  const url = `${server.origin}${insiPath}`;
  return {
    endpoints: { url, origin: server.origin },
    settings: [
      { label: { fr: 'Adresse du téléservice INSi', en: 'Address of the INSi teleservice' }, value: url },
    ],
    prepare: (wanted) => {
      state = readState(wanted);
    },
    operate: (operation, input) => {
      if (operation === 'patient-fhir')
        return Promise.resolve({ contenu: patientDocument(context.deck, input['role']) });
      if (operation === 'plan-de-test')
        return Promise.resolve({ essais: cndaPlan.map((essai): Json => ({ ...essai })) });
      throw new InputError('INSI_OPERATION', `INSi has no bench operation ${operation}`, {
        hint: 'It has: patient-fhir, plan-de-test.',
      });
    },
    close: () => server.close(),
  };
}

/** The test authority of the run, and those of real test cards that the dossier gives. */
function cardAuthorities({ options, pki }: ServiceContext): readonly X509Certificate[] {
  const given = options['autoritesCartes'];
  const pems = Array.isArray(given) ? given.filter((one): one is string => typeof one === 'string') : [];
  try {
    return readPemCertificates([pki.clientCaPem, ...pems]);
  } catch (cause) {
    throw new InputError('INSI_AUTORITES', 'services.insi.autoritesCartes holds what is no certificate', {
      cause,
      hint: 'Give each authority as PEM text, from BEGIN CERTIFICATE to END CERTIFICATE.',
    });
  }
}
