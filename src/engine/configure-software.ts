import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json, JsonObject } from '../domain/json.ts';
import type { PiloteView } from '../domain/preuve.ts';
import type { KeyPair } from '../domain/service.ts';
import { lendCards, type LentCard } from './lend-cards.ts';
import type { RunRecorder } from './run-recorder.ts';
import type { RunRequest } from './run-request.ts';
import type { RunningServices } from './start-services.ts';

type ClientCertificate = KeyPair & { readonly organizationalUnit: string };

const configureAction = 'banc.configurer';

/**
 * Gives the software the addresses, trust anchor and client material of this run: as files under
 * `<run>/connexion/`, and by the action `banc.configurer` where the pilote has it.
 */
export async function configureSoftware(
  request: RunRequest,
  recorder: RunRecorder,
  services: RunningServices,
): Promise<void> {
  const organizationalUnit = structureOf(request);
  const certificates = new Map<string, ClientCertificate>();
  for (const name of services.keys()) {
    const commonName = request.service(name).clientCommonName ?? 'lps-sous-test';
    const pair = await request.pki.client({ commonName, organizationalUnit });
    recorder.secret(`${name}.certificat.keyPem`, pair.keyPem);
    certificates.set(name, { ...pair, organizationalUnit });
  }
  const cards = new Map<string, readonly LentCard[]>();
  for (const name of services.keys()) {
    if (request.service(name).lendsCards?.(request.serviceOptions[name] ?? {}) !== true) continue;
    const lent = await lendCards(request.pki, request.deck);
    for (const { fichier, keyPem } of lent) recorder.secret(`${name}.${fichier}`, keyPem);
    cards.set(name, lent);
  }
  const endpoints = Object.fromEntries(
    [...services].map(([name, service]) => [name, { ...service.endpoints }]),
  );
  const folder = join(request.store.directory, 'connexion');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'ca.pem'), request.pki.caPem);
  for (const [name, pair] of certificates) {
    writeFileSync(join(folder, `client-${name}.pem`), pair.certPem);
    writeFileSync(join(folder, `client-${name}.key`), pair.keyPem, { mode: 0o600 });
  }
  for (const { fichier, certPem, keyPem } of new Set([...cards.values()].flat())) {
    writeFileSync(join(folder, `${fichier}.pem`), certPem);
    writeFileSync(join(folder, `${fichier}.key`), keyPem, { mode: 0o600 });
  }
  writeFileSync(join(folder, 'endpoints.json'), `${JSON.stringify(endpoints, null, 2)}\n`);
  const input: JsonObject = {
    services: endpoints,
    ca: request.pki.caPem,
    clients: Object.fromEntries(
      [...certificates].map(([name, { certPem, keyPem, organizationalUnit: unit }]): [string, Json] => [
        name,
        {
          ...request.serviceOptions[name],
          certificat: { certPem, keyPem, organizationalUnit: unit },
          ...(cards.has(name) ? { cartes: (cards.get(name) ?? []).map((card) => ({ ...card })) } : {}),
        },
      ]),
    ),
    graine: request.plan.seed,
  };
  const action = request.action(configureAction);
  const signal = AbortSignal.any([
    request.signal,
    AbortSignal.timeout(request.pilote.kind === 'attended' ? 1_800_000 : 20_000),
  ]);
  const started = recorder.elapsed();
  const answer = await request.pilote.call({ action, input, signal });
  const view: PiloteView = {
    action: configureAction,
    input: { services: endpoints },
    answer: answer.kind,
    output: answer.kind === 'done' ? answer.output : {},
    ...(answer.kind === 'broken' ? { message: answer.message } : {}),
    took: recorder.elapsed() - started,
  };
  recorder.record({ kind: 'pilote/action', view });
  if (answer.kind === 'broken') {
    request.emit({
      kind: 'warning',
      text: {
        fr: `banc.configurer a échoué (${answer.message}) : le logiciel garde ses propres réglages.`,
        en: `banc.configurer failed (${answer.message}): the software keeps its own settings.`,
      },
    });
  }
}

function structureOf(request: RunRequest): string {
  return request.deck.structures[0]?.identifiant ?? 'structure';
}
